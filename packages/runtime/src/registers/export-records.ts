import type { LocalizedText, RegisterDefinition, RegisterField } from '@careway/definition';
import { maskName } from '@careway/forms';
import { isSealed } from '../crypto/sealer.js';
import type { StoredRecord } from '../ports/register-store.js';
import type { ExportRow, RecordListQuery, RegisterReply } from '../runtime-registers.js';
import { plainText } from '../views/view-context.js';
import type { RecordReader } from './record-reader.js';
import { registerRefusal } from './register-messages.js';
import type { ShownValues } from './shown-values.js';

/** Records that are exported at a time; more are refused, never left out in silence. */
export const exportedAtMost = 5000;

/** All records that a query finds, with everything personal masked: numbers, names, birthdays, addresses. */
export async function exportRecords(
  reader: RecordReader,
  register: string,
  query: RecordListQuery,
): Promise<RegisterReply<readonly ExportRow[]>> {
  const found = await reader.found(register, query, exportedAtMost);
  if (!found) return { ok: false, kind: 'not-found' };
  const { definition, records, total } = found;
  if (total > exportedAtMost) {
    return { ok: false, kind: 'refused', refusal: registerRefusal('EXPORT_TOO_LARGE', { limit: exportedAtMost, count: total }) };
  }
  await reader.looked({ register }, { what: 'export' });
  const shown = reader.shown();
  const rows: ExportRow[] = [];
  for (const record of records) rows.push(await exportRow(shown, definition, record));
  return { ok: true, value: rows, replayed: false };
}

async function exportRow(shown: ShownValues, definition: RegisterDefinition, record: StoredRecord): Promise<ExportRow> {
  const words = definition.fields.map(async (field) => [field.id, await exportText(shown, { definition, record, field })] as const);
  return Object.fromEntries((await Promise.all(words)).flatMap(([id, text]) => (text ? [[id, text] as const] : [])));
}

interface Cell {
  readonly definition: RegisterDefinition;
  readonly record: StoredRecord;
  readonly field: RegisterField;
}

async function exportText(shown: ShownValues, { definition, record, field }: Cell): Promise<LocalizedText | undefined> {
  const value: unknown = record.values[field.id];
  const view = value === undefined ? undefined : await shown.one(record, field);
  if (!view || !field.sensitive || isSealed(value)) return view?.text;
  if (field.id === definition.name) return plainText(maskName(view.text['zh-CN']));
  if (field.type === 'date') return plainText(String(value).slice(0, 4));
  return field.type === 'text' ? undefined : view.text;
}
