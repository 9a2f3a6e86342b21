import type { FormDefinition, FormField } from '@careway/definition';
import { evaluate, type FactDeclaration, type ParsedExpression, parseExpression } from '@careway/rules';
import { type FieldAccess, fieldMode } from './access.js';
import { propertySchema } from './form-schema.js';

type Parsed = { readonly declarations: ReadonlyMap<string, FactDeclaration>; readonly conditions: ReadonlyMap<string, ParsedExpression> };
const parsedForms = new WeakMap<FormDefinition, Parsed>();

/**
 * Ids of the fields that are asked, in the order of the form. A `visibleWhen` sees only answers of earlier, visible fields; one that
 * cannot be decided yet hides its field. Fields hidden at a step (`access`) are left out, their answers count all the same.
 */
export function visibleFields(form: FormDefinition, data: Readonly<Record<string, unknown>>, access?: FieldAccess): string[] {
  const { declarations, conditions } = parsed(form);
  const facts: Record<string, unknown> = {};
  const shown: string[] = [];
  for (const field of form.fields) {
    const condition = conditions.get(field.id);
    if (condition && !holds(condition, facts, declarations)) continue;
    if (declarations.has(field.id) && Object.hasOwn(data, field.id)) facts[field.id] = data[field.id];
    if (fieldMode(access, field.id) !== 'hidden') shown.push(field.id);
  }
  return shown;
}

/** The fields of a form as facts of its own expressions; tables and files are none. */
export function fieldDeclarations(form: FormDefinition): Map<string, FactDeclaration> {
  return new Map(
    form.fields.flatMap((field) => {
      const type = factTypeOf(field, form);
      return type ? [[field.id, { type, values: type === 'code' ? field.values : undefined, label: field.label }]] : [];
    }),
  );
}

function factTypeOf(field: FormField, form: FormDefinition): FactDeclaration['type'] | undefined {
  if (field.widget === 'table' || field.widget === 'files' || field.widget === 'note') return undefined;
  const schema = propertySchema(form.schema, field.id);
  if (schema?.type === 'boolean' || schema?.type === 'integer') return schema.type;
  if (field.values || schema?.enum) return 'code';
  if (schema?.format === 'decimal') return 'decimal';
  return schema?.format === 'date' || schema?.format === 'month' ? schema.format : 'text';
}

function parsed(form: FormDefinition): Parsed {
  const known = parsedForms.get(form);
  if (known) return known;
  const conditions = form.fields.flatMap(({ id, visibleWhen }) =>
    visibleWhen === undefined ? [] : [[id, parseExpression(visibleWhen)] as const],
  );
  const fresh = { declarations: fieldDeclarations(form), conditions: new Map(conditions) };
  parsedForms.set(form, fresh);
  return fresh;
}

function holds(condition: ParsedExpression, facts: Readonly<Record<string, unknown>>, declarations: Parsed['declarations']): boolean {
  if (!condition.ast) return false;
  return evaluate(condition.ast, { facts, declared: declarations }).value === true;
}
