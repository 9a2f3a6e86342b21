import type { FormDefinition } from '@careway/definition';
import { openSealed } from '../facade/open-sealed.js';
import { livePack, type TenantParts } from '../loop/tenant-parts.js';
import type { NamedChoice } from '../views.js';
import { offeredService } from './check-filing.js';

interface Wanted {
  readonly service: string;
  /** Beginning of the name; the first ones when empty. */
  readonly text?: string | undefined;
  readonly area?: string | undefined;
}

/** At most so many are offered: whoever looks for another one types more of its name. */
const offered = 20;

/**
 * Organisations that the form of a service can name, from the register of the party: what complains about a facility chooses it from the
 * list. Only for services that ask for no account, and of a record only its name, its key and its area.
 */
export async function namedChoices(
  parts: TenantParts,
  { service: id, text = '', area }: Wanted,
): Promise<readonly NamedChoice[] | undefined> {
  const found = offeredService(livePack(parts, parts.areas.areas[0]?.id ?? ''), id);
  if (!found?.service.applicants.includes('anonymous')) return undefined;
  const from = found.workflow.parties.find((party) => party.from && party.kinds.includes('organisation'))?.from;
  const register = from && found.pack.registers.get(from.register);
  const fact = found.workflow.facts.find((known) => known.id === from?.key);
  if (!register || !fact) return [];
  const { records } = await parts.store.registers.find(register.id, {
    ...(text.trim() === '' ? {} : { text: text.trim() }),
    ...(area === undefined ? {} : { paths: [parts.areas.pathText(area)] }),
    offset: 0,
    limit: offered,
  });
  return records.flatMap(({ key, name, path, subject, values }) => {
    if (!subject.startsWith('org:')) return [];
    const at = parts.areas.get(path.split('/').filter(Boolean).at(-1) ?? '');
    const known = { [register.key]: openSealed(parts, values[register.key]) ?? key, [register.name]: name };
    return [
      {
        name,
        ...(at ? { area: { id: at.id, label: at.label } } : {}),
        answers: { [fact.from.field ?? fact.id]: String(known[register.key]), ...prefilled(found.form, register.id, known) },
      },
    ];
  });
}

/** Fields of the form that are filled from the register. */
function prefilled(form: FormDefinition, register: string, known: Readonly<Record<string, unknown>>): Record<string, string> {
  const fields = form.fields.filter(({ prefill }) => prefill?.register === register && known[prefill.field] !== undefined);
  return Object.fromEntries(fields.map(({ id, prefill }) => [id, String(known[prefill?.field ?? ''])]));
}
