import type { RegisterDefinition, RegisterField } from '../schemas/register.js';
import { type DocumentCheck, exists } from './scope.js';

type FieldType = RegisterField['type'];

const valued: ReadonlySet<FieldType> = new Set(['code', 'text']);

/** Fields that a register names exist and have the type that their use needs; references and roles exist. */
export function checkRegister(check: DocumentCheck, register: RegisterDefinition): void {
  const fields = new Map(register.fields.map((field) => [field.id, field]));
  const named = (id: string | undefined, path: string, types?: readonly FieldType[]): void => {
    if (id === undefined) return;
    const field = fields.get(id);
    check.refer('field', id, path, field !== undefined);
    if (field && types && !types.includes(field.type)) check.report('FIELD_TYPE_WRONG', path, { id, expected: types.join(' / ') });
  };
  named(register.key, '/key', ['text', 'code', 'identity']);
  named(register.name, '/name', ['text', 'code', 'identity']);
  named(register.statusField, '/statusField', ['code']);
  named(register.validUntilField, '/validUntilField', ['date', 'month']);
  named(register.subject, '/subject');
  if (register.subject !== undefined && fields.get(register.subject) && !fields.get(register.subject)?.reference) {
    check.report('FIELD_INCOMPLETE', '/subject', { widget: 'subject', key: 'reference' });
  }
  const status = fields.get(register.statusField ?? '');
  if (status?.type === 'code' && !status.values) check.report('FIELD_INCOMPLETE', '/statusField', { widget: 'code', key: 'values' });
  if (register.import && !register.editable) check.report('MISSING_KEY', '/editable', { key: 'editable' });
  for (const [index, role] of (register.editable?.roles ?? []).entries()) {
    check.refer('role', role, `/editable/roles/${index}`, exists.role(check.scope, role));
  }
  const groups = new Set((register.groups ?? []).map(({ id }) => id));
  for (const [index, field] of register.fields.entries()) checkField(check, field, { path: `/fields/${index}`, groups });
}

function checkField(check: DocumentCheck, field: RegisterField, place: { readonly path: string; readonly groups: ReadonlySet<string> }) {
  const { path, groups } = place;
  if (field.group !== undefined) check.refer('group', field.group, `${path}/group`, groups.has(field.group));
  if (field.values && !valued.has(field.type)) wrongType(check, field, `${path}/values`, 'code');
  for (const key of ['format', 'holds'] as const) {
    if (field[key] && field.type !== 'text') wrongType(check, field, `${path}/${key}`, 'text');
  }
  const { reference } = field;
  if (!reference) return;
  check.refer('register', reference.register, `${path}/reference/register`, exists.register(check.scope, reference.register));
  const target = check.scope.content.registers.get(reference.register);
  const wanted = reference.by === 'subject' ? 'text' : target?.fields.find(({ id }) => id === target.key)?.type;
  if (wanted !== undefined && field.type !== wanted) wrongType(check, field, `${path}/reference`, wanted);
}

function wrongType(check: DocumentCheck, { id }: RegisterField, path: string, expected: string): void {
  check.report('FIELD_TYPE_WRONG', path, { id, expected });
}
