import type { RegisterDefinition } from '@careway/definition';
import { isSealed } from '../crypto/sealer.js';
import type { TenantParts } from '../loop/tenant-parts.js';
import type { RecordQuery, StoredRecord } from '../ports/register-store.js';
import type { RecordListQuery } from '../runtime-registers.js';
import type { RecordRow } from '../views.js';
import { recordId } from './record-id.js';
import { dayBefore, listColumns } from './register-view.js';
import type { ShownValues } from './shown-values.js';

/** Days before its last one in which a record is said to expire soon. */
const soonDays = 30;

/** A record as a line of a list: what is sensitive and no column stays out. */
export async function recordRow(shown: ShownValues, definition: RegisterDefinition, record: StoredRecord): Promise<RecordRow> {
  const columns = listColumns(definition);
  const fields = definition.fields.filter((field) => columns.includes(field) || !field.sensitive);
  return { ...rowHead(shown.parts, definition, record), values: await shown.of(record, fields) };
}

/** What a row and the page of a record have in common. */
export function rowHead(parts: TenantParts, definition: RegisterDefinition, record: StoredRecord): Omit<RecordRow, 'values'> {
  const area = areaOfPath(record.path);
  const today = parts.time.now().slice(0, 10);
  const level =
    record.until === ''
      ? undefined
      : record.until < today
        ? 'expired'
        : record.until <= later(today, soonDays)
          ? 'expires-soon'
          : undefined;
  return {
    id: recordId(record.key),
    version: record.version,
    name: record.name,
    ...(definition.scope === 'area' && area !== undefined ? { area: parts.areas.label(area) } : {}),
    ...(record.until === '' ? {} : { until: record.until }),
    ...(level ? { level } : {}),
  };
}

/** The narrowest area of a path. */
export function areaOfPath(path: string): string | undefined {
  return path.split('/').filter(Boolean).at(-1);
}

/** What a viewer asks for as the store takes it: numbers by their keyed hash. */
export function storeQuery(
  parts: TenantParts,
  definition: RegisterDefinition,
  query: Omit<RecordListQuery, 'cursor' | 'limit'>,
): Omit<RecordQuery, 'offset' | 'limit' | 'paths'> {
  const text = query.text?.trim();
  const today = parts.time.now().slice(0, 10);
  const { status, expires, sort } = query;
  const until = expires === 'past' ? { to: dayBefore(today) } : expires ? { from: today, to: later(today, Number(expires)) } : undefined;
  return {
    ...(text ? { text, keys: [parts.sealer.searchKey(text), text] } : {}),
    ...(query.match ? { match: matchTexts(parts, definition, query.match) } : {}),
    ...(status === undefined ? {} : { status }),
    ...(until ? { until } : {}),
    ...(sort === undefined ? {} : { sort }),
  };
}

function matchTexts(
  { sealer }: TenantParts,
  definition: RegisterDefinition,
  match: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const types = new Map(definition.fields.map(({ id, type }) => [id, type]));
  return Object.fromEntries(
    Object.entries(match).map(([id, value]) => {
      const type = types.get(id);
      return [id, type === 'identity' || type === 'phone' ? sealer.searchKey(value) : value];
    }),
  );
}

function later(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Sealed fields of a record, which can be shown whole for a reason. */
export function hiddenFields(definition: RegisterDefinition, record: StoredRecord): readonly string[] {
  return definition.fields.flatMap(({ id }) => (isSealed(record.values[id]) ? [id] : []));
}
