import type { RegisterDefinition, RegisterField } from '@careway/definition';
import type { TenantParts } from '../loop/tenant-parts.js';
import type { RegisterFieldView, RegisterView } from '../views.js';
import type { RegisterScope } from './register-scope.js';

/** Columns of a list at most: more do not fit a desk. */
const columnsAtMost = 8;

/** Fields that a list shows: name and key first, then what a record is found or judged by. */
export function listColumns(definition: RegisterDefinition): readonly RegisterField[] {
  const { key, name, statusField, validUntilField, fields } = definition;
  const first = [name, key].flatMap((id) => fields.find((field) => field.id === id) ?? []);
  const telling = fields.filter(
    ({ id, type, indexed, holds }) =>
      holds !== 'row' && holds !== 'case' && (indexed || type === 'money' || id === statusField || id === validUntilField),
  );
  const columns = [...new Set([...first, ...telling.filter((field) => !first.includes(field))])].slice(0, columnsAtMost);
  const until = fields.find(({ id }) => id === validUntilField);
  return until && !columns.includes(until) ? [...columns.slice(0, columnsAtMost - 1), until] : columns;
}

/** A register as one viewer may use it, with how many records there are. */
export async function registerView(parts: TenantParts, scope: RegisterScope, definition: RegisterDefinition): Promise<RegisterView> {
  const paths = scope.seenPaths(definition);
  const area = paths ? { paths } : {};
  const { total, byStatus } = await parts.store.registers.counts(definition.id, area);
  const statuses = definition.fields.find(({ id }) => id === definition.statusField)?.values ?? [];
  const mayEdit = scope.keeps(definition);
  const editors = scope.editors(definition);
  const { statusField, validUntilField } = definition;
  return {
    id: definition.id,
    label: definition.label,
    key: definition.key,
    name: definition.name,
    scope: definition.scope,
    ...(statusField === undefined ? {} : { statusField }),
    ...(validUntilField === undefined ? {} : { validUntilField }),
    groups: definition.groups ?? [],
    fields: definition.fields.filter(({ holds }) => holds !== 'row').map((field) => fieldView(definition, field)),
    columns: listColumns(definition).map(({ id }) => id),
    total,
    byStatus: statuses.map(({ value, label }) => ({ value, label, count: byStatus[value] ?? 0 })),
    expired: validUntilField === undefined ? 0 : await expiredCount(parts, definition, area),
    mayEdit,
    mayImport: mayEdit && definition.import === true,
    ...(editors ? { editors } : {}),
    areas: mayEdit ? scope.editAreas(definition) : [],
  };
}

async function expiredCount(parts: TenantParts, { id }: RegisterDefinition, area: { readonly paths?: readonly string[] }): Promise<number> {
  const until = { to: dayBefore(parts.time.now().slice(0, 10)) };
  return (await parts.store.registers.find(id, { ...area, until, offset: 0, limit: 0 })).total;
}

/** The day before an ISO date. */
export function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}

function fieldView(definition: RegisterDefinition, field: RegisterField): RegisterFieldView {
  const { id, label, type, values, required, sensitive, indexed, group, reference, format, holds } = field;
  return {
    id,
    label,
    type,
    ...(values ? { values } : {}),
    required: required === true || id === definition.key || id === definition.name,
    sensitive: sensitive === true,
    indexed: indexed === true,
    fixed: id === definition.key || id === definition.subject,
    typed: holds !== 'case' && reference?.by !== 'subject',
    ...(group === undefined ? {} : { group }),
    ...(reference ? { reference: { register: reference.register, by: reference.by ?? 'key' } } : {}),
    ...(format ? { format } : {}),
  };
}
