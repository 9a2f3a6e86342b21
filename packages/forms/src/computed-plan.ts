import type { ComputedDefinition, FormDefinition } from '@careway/definition';
import {
  type CompiledDecision,
  compileDecision,
  evaluate,
  type Evaluation,
  type Expression,
  type FactDeclaration,
  type Facts,
  factsOf,
  formatResult,
  parseExpression,
  type Value,
} from '@careway/rules';
import { fieldDeclarations } from './field-declarations.js';
import type { FormRules } from './form-rules.js';

/** One computed value ready to run. */
export interface PlannedValue {
  readonly definition: ComputedDefinition;
  /** Absent when the expression cannot be read. */
  readonly expression?: Expression | undefined;
  /** Absent when the decision is not at hand. */
  readonly decision?: CompiledDecision | undefined;
}

export interface ComputedPlan {
  /** Answers, parameters and computed values by id. */
  readonly declared: ReadonlyMap<string, FactDeclaration>;
  readonly values: readonly PlannedValue[];
  /** Values of the parameters, as facts. */
  readonly params: Readonly<Record<string, unknown>>;
}

const NO_RULES: FormRules = { decisions: [], params: [] };
const plans = new WeakMap<FormDefinition, WeakMap<FormRules, ComputedPlan>>();

/** A form's computed values, parsed and compiled once for each form and rules. */
export function computedPlan(form: FormDefinition, rules: FormRules = NO_RULES): ComputedPlan {
  const ofForm = plans.get(form) ?? new WeakMap<FormRules, ComputedPlan>();
  plans.set(form, ofForm);
  const known = ofForm.get(rules);
  if (known) return known;
  const plan = makePlan(form, rules);
  ofForm.set(rules, plan);
  return plan;
}

function makePlan(form: FormDefinition, rules: FormRules): ComputedPlan {
  const declared = formDeclarations(form, rules);
  const values = (form.computed ?? []).map((definition): PlannedValue => {
    if (definition.expression !== undefined) return { definition, expression: parseExpression(definition.expression).ast };
    const decision = rules.decisions.find(({ id }) => id === definition.decision);
    return { definition, decision: decision && compileDecision(decision, { facts: declared }) };
  });
  const params = rules.params.map(({ id, value }) => [id, typeof value === 'number' ? String(value) : value] as const);
  return { declared, values, params: Object.fromEntries(params) };
}

/** Everything that expressions and decisions of a form may read. Answers come before parameters of the same name. */
export function formDeclarations(form: FormDefinition, rules: FormRules): Map<string, FactDeclaration> {
  const params = rules.params.map(({ id, type, label, values }) => [id, { type, label, values }] as const);
  return new Map<string, FactDeclaration>([...params, ...fieldDeclarations(form), ...computedDeclarations(form)]);
}

/** A form's computed values as facts. */
export function computedDeclarations(form: FormDefinition): Map<string, FactDeclaration> {
  return new Map((form.computed ?? []).map(({ id, type, label, values }) => [id, { type, label, values }]));
}

/** Computed values that expressions alone give, down to the answers: what a condition of visibility may read. */
export function expressedValues(form: FormDefinition): ReadonlyMap<string, ExpressedValue> {
  const found = new Map<string, ExpressedValue>();
  const computed = new Set((form.computed ?? []).map(({ id }) => id));
  for (const { definition, expression } of computedPlan(form).values) {
    if (!expression) continue;
    const known = factsOf(expression).every((id) => !computed.has(id) || found.has(id));
    if (known) found.set(definition.id, { definition, expression });
  }
  return found;
}

export interface ExpressedValue {
  readonly definition: ComputedDefinition;
  readonly expression: Expression;
}

/** Exactly one of the three, as `evaluate` gives it; the value at its rounding, numbers as text. */
export type ExpressedOutcome =
  | Exclude<Evaluation, { readonly value: Value }>
  | { readonly value: string | boolean; readonly undecided?: undefined; readonly issues?: undefined };

export function evaluateExpressed(
  { definition, expression }: ExpressedValue,
  scope: { readonly facts: Facts; readonly declared: ComputedPlan['declared'] },
): ExpressedOutcome {
  const outcome = evaluate(expression, scope);
  return outcome.value === undefined ? outcome : { value: formatResult(definition, outcome.value) };
}
