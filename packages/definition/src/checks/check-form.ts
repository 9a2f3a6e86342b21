import type { ComputedDefinition, FormDefinition, FormField } from '../schemas/form.js';
import { type DocumentCheck, exists } from './scope.js';

/** Fields are properties of the form's schema and lie on a page; what a widget needs is there. */
export function checkForm(check: DocumentCheck, form: FormDefinition): void {
  const properties = propertiesOf(form);
  const fields = new Set(form.fields.map(({ id }) => id));
  const placed = new Set<string>();
  for (const [page, { fields: ids }] of form.pages.entries()) {
    for (const [index, id] of ids.entries()) {
      const path = `/pages/${page}/fields/${index}`;
      check.refer('field', id, path, fields.has(id));
      if (placed.has(id)) check.report('DUPLICATE_ID', path, { id, what: 'fields of pages' });
      placed.add(id);
    }
  }
  for (const [index, field] of form.fields.entries()) {
    const path = `/fields/${index}`;
    if (!placed.has(field.id)) check.report('FIELD_NOT_ON_PAGE', `${path}/id`, { id: field.id });
    if (field.widget !== 'note') check.refer('field', field.id, `${path}/id`, properties === undefined || properties.has(field.id));
    checkWidget(check, field, path);
    checkPrefill(check, field, path);
  }
  checkComputed(check, form, fields);
}

/** Computed values share the names of fields, come from one source each, and pages show only those that exist. */
function checkComputed(check: DocumentCheck, form: FormDefinition, fields: ReadonlySet<string>): void {
  const computed = new Set((form.computed ?? []).map(({ id }) => id));
  for (const [index, value] of (form.computed ?? []).entries()) {
    const path = `/computed/${index}`;
    if (fields.has(value.id)) check.report('DUPLICATE_ID', `${path}/id`, { id: value.id, what: 'fields and computed values' });
    if ((value.expression === undefined) === (value.decision === undefined)) check.report('COMPUTED_SOURCE', path, { id: value.id });
    if (value.on !== undefined) check.refer('field', value.on, `${path}/on`, fields.has(value.on));
    if (value.decision !== undefined) checkDecisionOf(check, value, path);
  }
  for (const [page, { shows = [] }] of form.pages.entries()) {
    for (const [index, id] of shows.entries()) check.refer('computed value', id, `/pages/${page}/shows/${index}`, computed.has(id));
  }
}

function checkDecisionOf(check: DocumentCheck, { decision: id = '', output }: ComputedDefinition, path: string): void {
  const { content } = check.scope;
  const decision = content.decisions.get(id);
  check.refer('decision', id, `${path}/decision`, exists.decision(check.scope, id));
  if (!decision) return;
  if (decision.per !== 'case') check.report('COMPUTED_DECISION_PER_ITEM', `${path}/decision`, { decision: id });
  if (output === undefined || output === decision.result.id) return;
  const outputs = decision.tables.flatMap((table) => table.outputs.map((column) => column.id));
  check.refer('column', output, `${path}/output`, outputs.includes(output));
}

function propertiesOf(form: FormDefinition): ReadonlySet<string> | undefined {
  const { properties } = form.schema as { readonly properties?: unknown };
  return typeof properties === 'object' && properties !== null ? new Set(Object.keys(properties)) : undefined;
}

function checkWidget(check: DocumentCheck, field: FormField, path: string): void {
  const { widget } = field;
  if (widget === 'table' && !field.columns) check.report('FIELD_INCOMPLETE', `${path}/columns`, { widget, key: 'columns' });
  if ((widget === 'radio' || widget === 'select' || widget === 'score') && !field.values)
    check.report('FIELD_INCOMPLETE', `${path}/values`, { widget, key: 'values' });
  for (const [index, column] of (field.columns ?? []).entries()) {
    if ((column.widget === 'radio' || column.widget === 'select') && !column.values) {
      check.report('FIELD_INCOMPLETE', `${path}/columns/${index}/values`, { widget: column.widget, key: 'values' });
    }
  }
}

function checkPrefill(check: DocumentCheck, { prefill }: FormField, path: string): void {
  if (!prefill) return;
  check.refer('register', prefill.register, `${path}/prefill/register`, exists.register(check.scope, prefill.register));
  const register = check.scope.content.registers.get(prefill.register);
  if (register)
    check.refer(
      'field',
      prefill.field,
      `${path}/prefill/field`,
      register.fields.some(({ id }) => id === prefill.field),
    );
}
