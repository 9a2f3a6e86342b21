import type { FormDefinition } from '@careway/definition';
import { evaluate, type FactDeclaration, factsOf, type ParsedExpression, parseExpression } from '@careway/rules';
import { type FieldAccess, fieldMode } from './access.js';
import { computedDeclarations, evaluateExpressed, type ExpressedValue, expressedValues } from './computed-plan.js';
import { fieldDeclarations } from './field-declarations.js';

interface Parsed {
  readonly fields: ReadonlySet<string>;
  readonly declared: ReadonlyMap<string, FactDeclaration>;
  readonly conditions: ReadonlyMap<string, ParsedExpression>;
  /** Computed values that conditions may read. */
  readonly expressed: ReadonlyMap<string, ExpressedValue>;
}
const parsedForms = new WeakMap<FormDefinition, Parsed>();

/**
 * Ids of the fields that are asked, in the order of the form. A `visibleWhen` sees only answers of earlier, visible fields and what
 * expressions compute from them; one that cannot be decided yet hides its field. Fields hidden at a step (`access`) are left out,
 * their answers count all the same.
 */
export function visibleFields(form: FormDefinition, data: Readonly<Record<string, unknown>>, access?: FieldAccess): string[] {
  const known = parsed(form);
  const facts: Record<string, unknown> = {};
  const shown: string[] = [];
  for (const field of form.fields) {
    const condition = known.conditions.get(field.id);
    if (condition && !holds(condition, facts, known)) continue;
    if (known.fields.has(field.id) && Object.hasOwn(data, field.id)) facts[field.id] = data[field.id];
    if (fieldMode(access, field.id) !== 'hidden') shown.push(field.id);
  }
  return shown;
}

function parsed(form: FormDefinition): Parsed {
  const known = parsedForms.get(form);
  if (known) return known;
  const conditions = form.fields.flatMap(({ id, visibleWhen }) =>
    visibleWhen === undefined ? [] : [[id, parseExpression(visibleWhen)] as const],
  );
  const fields = fieldDeclarations(form);
  const fresh: Parsed = {
    fields: new Set(fields.keys()),
    declared: new Map([...fields, ...computedDeclarations(form)]),
    conditions: new Map(conditions),
    expressed: expressedValues(form),
  };
  parsedForms.set(form, fresh);
  return fresh;
}

function holds(condition: ParsedExpression, answers: Readonly<Record<string, unknown>>, { declared, expressed }: Parsed): boolean {
  if (!condition.ast) return false;
  const facts = { ...answers };
  for (const id of factsOf(condition.ast)) provide(id);
  return evaluate(condition.ast, { facts, declared }).value === true;

  function provide(id: string): void {
    const known = expressed.get(id);
    if (!known || Object.hasOwn(facts, id)) return;
    for (const read of factsOf(known.expression)) provide(read);
    const { value } = evaluateExpressed(known, { facts, declared });
    if (value !== undefined) facts[id] = value;
  }
}
