import type { LocalizedText, RegisterDefinition, RegisterField } from '@careway/definition';
import { isSealed } from '../crypto/sealer.js';
import type { StoredRecord } from '../ports/register-store.js';
import type { PersonRecord } from '../runtime.js';
import type { RecordCauseView, RecordValueView, RecordVersionView } from '../views.js';
import { stateOf } from '../loop/command-loop.js';
import type { ShownValues } from './shown-values.js';

/** Versions that a history shows, the newest. */
const versionsShown = 200;

export interface HistoryContext {
  readonly shown: ShownValues;
  readonly definition: RegisterDefinition;
  readonly people: ReadonlyMap<string, PersonRecord>;
  /** All versions, oldest first. */
  readonly versions: readonly StoredRecord[];
}

/** What happened to a record, newest first. */
export async function recordHistory(context: HistoryContext): Promise<readonly RecordVersionView[]> {
  const { versions } = context;
  const first = Math.max(0, versions.length - versionsShown);
  const views = versions.slice(first).map(async (version, index): Promise<RecordVersionView> => {
    const before = versions[first + index - 1];
    return {
      version: version.version,
      validOn: version.validOn,
      cause: await causeView(context, version),
      changes: await changesBetween(context, before, version),
    };
  });
  return (await Promise.all(views)).reverse();
}

/** The values of a record as it is, each with what wrote it and since when it holds. */
export async function recordValues(context: HistoryContext): Promise<readonly RecordValueView[]> {
  const { definition, shown, versions } = context;
  const record = versions.at(-1);
  if (!record) return [];
  const values = definition.fields.map(async (field): Promise<readonly RecordValueView[]> => {
    const value = await shown.one(record, field);
    if (!value) return [];
    const written = writerOf(versions, field.id);
    return [{ field: field.id, shown: value, validOn: written.validOn, cause: await causeView(context, written) }];
  });
  return (await Promise.all(values)).flat();
}

/** Whether two stored values say the same: sealed ones are equal when their numbers are. */
export function sameValue(a: unknown, b: unknown): boolean {
  return isSealed(a) && isSealed(b) ? a.key === b.key : a === b;
}

/** The version that gave a field the value that it has now. */
function writerOf(versions: readonly StoredRecord[], field: string): StoredRecord {
  let index = versions.length - 1;
  while (index > 0 && sameValue(versions[index]?.values[field], versions[index - 1]?.values[field])) index -= 1;
  return versions[index] as StoredRecord;
}

export async function changesBetween(
  { shown, definition }: Pick<HistoryContext, 'shown' | 'definition'>,
  before: StoredRecord | undefined,
  after: StoredRecord,
): Promise<RecordVersionView['changes']> {
  const changed = definition.fields.filter(({ id }) => !sameValue(before?.values[id], after.values[id]));
  const changes = changed.map(async (field) => {
    const from = before && (await textOf(shown, before, field));
    const to = await textOf(shown, after, field);
    return from || to ? [{ field: field.id, label: field.label, ...(from ? { from } : {}), ...(to ? { to } : {}) }] : [];
  });
  const moved = before && before.path !== after.path ? [areaChange(shown, before, after)] : [];
  return [...moved, ...(await Promise.all(changes)).flat()];
}

async function textOf(shown: ShownValues, record: StoredRecord, field: RegisterField): Promise<LocalizedText | undefined> {
  return (await shown.one(record, field))?.text;
}

function areaChange({ parts }: ShownValues, before: StoredRecord, after: StoredRecord): RecordVersionView['changes'][number] {
  const label = ({ path }: StoredRecord) => parts.areas.label(path.split('/').filter(Boolean).at(-1) ?? '');
  return { field: '$area', label: areaLabel, from: label(before), to: label(after) };
}

const areaLabel: LocalizedText = { 'zh-CN': '所属区域', en: 'Area of the record' };

async function causeView({ shown, people }: HistoryContext, { cause }: StoredRecord): Promise<RecordCauseView> {
  const { source, at, by, reason, caseId } = cause;
  const person = by === undefined ? undefined : people.get(by);
  const state = caseId === undefined ? undefined : stateOf(await shown.parts.store.cases.load(caseId));
  return {
    source,
    at,
    ...(person ? { by: { id: person.id, name: person.name } } : {}),
    ...(reason === undefined ? {} : { reason }),
    ...(state && shown.scope.scope.sees(state) ? { caseId: state.caseId } : {}),
    ...(state?.number === undefined ? {} : { number: state.number }),
  };
}
