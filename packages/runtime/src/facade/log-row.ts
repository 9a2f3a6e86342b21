import type { TenantParts } from '../loop/tenant-parts.js';
import { livePack } from '../loop/tenant-parts.js';
import type { AccessEntry } from '../ports/inbox-store.js';
import { recordId } from '../registers/record-id.js';
import type { LogRow } from '../views.js';

/** A line of the access log, with the register named and the record as it stands in addresses. */
export function logRow(parts: TenantParts, { record, ...entry }: AccessEntry, person: string): LogRow {
  if (!record) return { ...entry, person };
  const { registers } = livePack(parts, parts.areas.areas[0]?.id ?? '');
  const label = registers.get(record.register)?.label ?? { 'zh-CN': record.register, en: record.register };
  const id = record.key === undefined ? {} : { id: recordId(record.key) };
  return { ...entry, person, record: { register: record.register, label, ...id } };
}
