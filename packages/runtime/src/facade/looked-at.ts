import type { CaseState } from '@careway/engine';
import { isSealed } from '../crypto/sealer.js';
import { stateOf } from '../loop/command-loop.js';
import { livePack, type TenantParts } from '../loop/tenant-parts.js';
import { organisationSubject } from '../scope/viewer-scope.js';

/** Somebody about whom the access log is asked: every opaque id they are known by, and every case that tells of them. */
export interface LookedAt {
  readonly subjects: readonly string[];
  readonly cases: readonly string[];
}

const casesAtMost = 2000;
const recordsAtMost = 200;

/** Whom a whole name, identity number or key of an organisation means. People of one name are all meant. */
export async function lookedAt(parts: TenantParts, text: string): Promise<LookedAt> {
  const wanted = text.trim();
  if (wanted === '') return { subjects: [], cases: [] };
  const key = parts.sealer.searchKey(wanted.toUpperCase());
  const subjects = new Set<string>([parts.sealer.subject(key), organisationSubject(wanted)]);
  for (const subject of await inRegisters(parts, wanted, key)) subjects.add(subject);
  for (const { id, name } of await parts.store.people.list()) if (name === wanted) subjects.add(id);
  const cases = new Set<string>();
  const terms = [`x:${wanted}`, `k:${key}`, ...[...subjects].map((subject) => `s:${subject}`)];
  // grows while it is walked: a case may tell of another id of the same person
  for (const term of terms) {
    for (const caseId of await parts.store.cases.find(term, casesAtMost)) {
      const state = cases.has(caseId) ? undefined : stateOf(await parts.store.cases.load(caseId));
      const known = state && inCase(parts, state, { name: wanted, key, subjects });
      if (!known || known.length === 0) continue;
      cases.add(caseId);
      const fresh = known.filter((subject) => !subjects.has(subject));
      for (const subject of fresh) subjects.add(subject);
      terms.push(...fresh.map((subject) => `s:${subject}`));
    }
  }
  return { subjects: [...subjects], cases: [...cases] };
}

async function inRegisters(parts: TenantParts, name: string, key: string): Promise<readonly string[]> {
  const registers = [...livePack(parts, parts.areas.areas[0]?.id ?? '').registers.keys()];
  const found = await Promise.all(
    registers.flatMap((register) => [
      parts.store.registers.find(register, { keys: [key, name], offset: 0, limit: recordsAtMost }),
      parts.store.registers.find(register, { text: name, offset: 0, limit: recordsAtMost }),
    ]),
  );
  const meant = found.flatMap(({ records }) => records).filter((record) => record.name === name || [key, name].includes(record.key));
  return meant.map(({ subject }) => subject);
}

interface Wanted {
  readonly name: string;
  readonly key: string;
  readonly subjects: ReadonlySet<string>;
}

/** The ids by which a case knows them; in a case about one person, those of a party of the same name too. */
function inCase(parts: TenantParts, state: CaseState, { name, key, subjects }: Wanted): readonly string[] {
  const nameFact = parts.shelf.byHash(state.packHash)?.workflows.get(state.workflow.id)?.items?.name ?? '';
  const rows = state.items.map(({ subject, facts }) => {
    const numbers = Object.values(facts).flatMap(({ value }) => (isSealed(value) ? [value.key] : []));
    return { subject, name: facts[nameFact]?.value, meant: numbers.includes(key) };
  });
  const numbers = Object.values(state.facts).flatMap(({ value }) => (isSealed(value) ? [value.key] : []));
  const parties = state.parties.map((party, index) => ({ ...party, meant: index === 0 && numbers.includes(key) }));
  const meant = [...rows, ...parties].filter((known) => known.meant || known.name === name || subjects.has(known.subject));
  const names = new Set(meant.flatMap((known) => known.name ?? []));
  const linked = rows.length <= 1 ? [...rows, ...parties].filter((known) => known.name !== undefined && names.has(known.name)) : [];
  return [...meant, ...linked].map(({ subject }) => subject);
}
