import type { FactDefinition } from '@careway/definition';
import type { CaseState, FactScalar, ValidatedSubmission } from '@careway/engine';
import { answersOnly, isRowTable } from '@careway/forms';
import { isSealed } from '../crypto/sealer.js';
import type { OfferedService } from '../filing/check-filing.js';
import { maskSealed } from '../filing/seal-submission.js';
import type { TenantParts } from '../loop/tenant-parts.js';
import type { FiledRow } from './filed-rows.js';
import { openSealed } from './open-sealed.js';

type Answers = Readonly<Record<string, unknown>>;

export interface SupplementInput {
  readonly parts: TenantParts;
  readonly state: CaseState;
  readonly offered: Pick<OfferedService, 'form' | 'workflow'>;
  /** Rows as filed, by item id. */
  readonly filed: ReadonlyMap<string, FiledRow>;
}

/**
 * What was filed, opened again and laid under the changes: a supplement may name only what is new. Who files it sees numbers masked, so a
 * masked number that comes back stands for the recorded one. An answer left out of a row stays as it was, an empty one is taken away.
 */
export function completeSupplement({ parts, state, offered, filed }: SupplementInput, data: Answers): Answers {
  const field = offered.workflow.items?.field;
  const answers = recordedAnswers(state, offered);
  const whole = { ...answersOnly(offered.form, openSealed(parts, answers) as Answers), ...unmasked(parts, answers, data) };
  if (field === undefined || !isRowTable(offered.form, field)) return whole;
  const columns = offered.form.fields.find(({ id }) => id === field)?.columns?.map(({ id }) => id) ?? [];
  const recorded = state.items.map(({ id }) =>
    Object.fromEntries(Object.entries(filed.get(id) ?? {}).filter(([name]) => columns.includes(name))),
  );
  const given = data[field];
  if (!Array.isArray(given)) return recorded.length === 0 ? whole : { ...whole, [field]: recorded.map((row) => openSealed(parts, row)) };
  const rows = given.map((row: unknown, index) => {
    const before = recorded[index];
    if (!before || typeof row !== 'object' || row === null) return row;
    return { ...(openSealed(parts, before) as Answers), ...unmasked(parts, before, row as Answers) };
  });
  return { ...whole, [field]: rows };
}

/** Answers of the whole case that the supplement names and that do not stand for what is recorded. */
export function namedAnswers({ state, offered }: Pick<SupplementInput, 'state' | 'offered'>, data: Answers): ReadonlySet<string> {
  const recorded = recordedAnswers(state, offered);
  return new Set(Object.entries(data).flatMap(([id, value]) => (standsFor(value, recorded[id]) ? [] : [id])));
}

/** Answers as filed, with what was corrected since; in a form that is one row itself what was corrected of the row too. */
function recordedAnswers(state: CaseState, { form, workflow }: SupplementInput['offered']): Answers {
  const { items } = workflow;
  const [row] = items && !isRowTable(form, items.field) ? state.items : [];
  const corrected = (definitions: readonly FactDefinition[], facts: CaseState['facts']) =>
    definitions.flatMap(({ id, from }) => (facts[id]?.source.kind === 'correction' ? [[from.field ?? id, facts[id]?.value] as const] : []));
  const all = [...corrected(workflow.facts, state.facts), ...corrected(items?.facts ?? [], row?.facts ?? {})];
  return { ...state.answers, ...Object.fromEntries(all) };
}

/** Rows whose answers differ from those filed before are said to, so that one that is no fact counts too. */
export function markDifferent(submission: ValidatedSubmission, { state, filed }: SupplementInput): ValidatedSubmission {
  const rows = submission.rows.map((row, index) => {
    const before = filed.get(state.items[index]?.id ?? '') ?? {};
    const names = new Set([...Object.keys(before), ...Object.keys(row.values)]);
    return { ...row, differs: [...names].some((name) => plain(before[name]) !== plain(row.values[name])) };
  });
  return { ...submission, rows };
}

function unmasked(parts: TenantParts, recorded: Answers, given: Answers): Answers {
  return Object.fromEntries(
    Object.entries(given).map(([id, value]) => [id, standsFor(value, recorded[id]) ? openSealed(parts, recorded[id]) : value]),
  );
}

function standsFor(value: unknown, recorded: unknown): boolean {
  return isSealed(recorded) && typeof value === 'string' && value.trim() === maskSealed(recorded);
}

function plain(value: FactScalar | undefined): string {
  return value === undefined ? '' : isSealed(value) ? `key:${value.key}` : String(value);
}
