import type { RegisterDefinition } from '@careway/definition';
import type { StoredRecord } from '../ports/register-store.js';
import type { RecordView } from '../views.js';
import { recordRow } from './record-rows.js';
import { listColumns } from './register-view.js';
import type { ShownValues } from './shown-values.js';

/** Lines of one register beside a record; the rest is in the register's own list. */
const shownAtMost = 50;

type Related = RecordView['related'][number];

/** Records of other registers about the same person or organisation, and those that name this record, newest first. */
export async function relatedRecords(shown: ShownValues, record: StoredRecord): Promise<readonly Related[]> {
  const found = [...shown.registers.values()].map((definition) => ofRegister(shown, definition, record));
  return (await Promise.all(found)).filter(({ total }) => total > 0);
}

async function ofRegister(shown: ShownValues, definition: RegisterDefinition, record: StoredRecord): Promise<Related> {
  const { registers } = shown.parts.store;
  const paths = shown.scope.seenPaths(definition);
  const page = { ...(paths ? { paths } : {}), sort: 'changed', offset: 0, limit: shownAtMost } as const;
  const asked = [
    registers.find(definition.id, { subject: record.subject, ...page }),
    ...namingFields(definition, record.register).map(({ id, by }) =>
      registers.find(definition.id, { match: { [id]: by === 'subject' ? record.subject : record.key }, ...page }),
    ),
  ];
  const pages = await Promise.all(asked);
  const isSame = ({ register, key }: StoredRecord) => register === record.register && key === record.key;
  const records = new Map(pages.flatMap((answer) => answer.records.filter((other) => !isSame(other)).map((other) => [other.key, other])));
  const newest = byMonth(definition, [...records.values()]).slice(0, shownAtMost);
  const rows = await Promise.all(newest.map((other) => recordRow(shown, definition, other)));
  const own = definition.id === record.register ? 1 : 0;
  const total = Math.max(rows.length, ...pages.map((answer, index) => answer.total - (index === 0 ? own : 0)));
  const columns = listColumns(definition).map(({ id, label, type }) => ({ id, label, type }));
  return { register: definition.id, label: definition.label, columns, rows, total };
}

/** Indexed fields of a register that hold records of another one. */
function namingFields(
  { fields }: RegisterDefinition,
  register: string,
): readonly { readonly id: string; readonly by: 'key' | 'subject' }[] {
  return fields.flatMap(({ id, indexed, reference }) =>
    indexed && reference?.register === register ? [{ id, by: reference.by ?? ('key' as const) }] : [],
  );
}

/** Lines of a ledger by month, the last first; others as they come. */
function byMonth({ fields }: RegisterDefinition, records: readonly StoredRecord[]): readonly StoredRecord[] {
  const month = fields.find(({ type, indexed }) => type === 'month' && indexed)?.id;
  if (month === undefined) return records;
  const of = ({ indexed }: StoredRecord) => indexed[month] ?? '';
  return records.toSorted((a, b) => (of(a) < of(b) ? 1 : of(a) > of(b) ? -1 : 0));
}
