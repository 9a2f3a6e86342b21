import type { ComputedDefinition, FormDefinition, Issue } from '@careway/definition';
import { type CompiledDecision, type DecisionResult, evaluateDecision, outsideFacts } from '@careway/rules';
import { type ComputedPlan, computedPlan, type ExpressedValue, evaluateExpressed, type PlannedValue } from './computed-plan.js';
import type { FormRules } from './form-rules.js';
import { propertySchema } from './form-schema.js';
import { formIssue } from './messages.js';
import { normalizeAnswer } from './normalize-answer.js';
import { validateSchema } from './validate-schema.js';
import { visibleFields } from './visibility.js';

export interface ComputeOptions {
  /** Decisions and parameters that the form names; see `formRules`. */
  readonly rules?: FormRules | undefined;
  /** Legal date of decisions that name no date field, ISO. */
  readonly today: string;
}

/**
 * What is known of one computed value. `known`: integers as numbers, decimals and amounts as text · `waiting`: for the answers of these
 * fields · `undetermined`: everything is answered, and the rules still give no value (a person decides, no row applies, not in force).
 */
export type ComputedValue = { readonly id: string } & (
  | { readonly status: 'known'; readonly value: number | string | boolean }
  | { readonly status: 'waiting'; readonly missing: readonly string[] }
  | { readonly status: 'undetermined'; readonly issue: Issue }
);

/**
 * The computed values of a form for answers as they are now, in the order of the form. An answer that breaks its own rules counts as
 * missing; nothing is ever taken as 0 or by default. Works on drafts as typed.
 */
export function computeAnswers(
  form: FormDefinition,
  answers: Readonly<Record<string, unknown>>,
  options: ComputeOptions,
): readonly ComputedValue[] {
  if (!form.computed?.length) return [];
  const plan = computedPlan(form, options.rules);
  const run = new ComputeRun(form, plan, { today: options.today, answers: usableAnswers(form, answers) });
  return plan.values.map((planned) => run.value(planned));
}

/** Values by id of those that are known. */
export function knownValues(values: readonly ComputedValue[]): Record<string, number | string | boolean> {
  return Object.fromEntries(values.flatMap((each) => (each.status === 'known' ? [[each.id, each.value]] : [])));
}

/** Normalised answers of visible fields that keep to their own rules. */
function usableAnswers(form: FormDefinition, answers: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const visible = new Set(visibleFields(form, answers));
  const usable: Record<string, unknown> = {};
  for (const field of form.fields) {
    if (!visible.has(field.id) || !Object.hasOwn(answers, field.id) || ['table', 'files', 'note'].includes(field.widget)) continue;
    const schema = propertySchema(form.schema, field.id);
    const value = normalizeAnswer(field, schema, answers[field.id]);
    if (value !== undefined && schema && validateSchema(schema, value).length === 0) usable[field.id] = value;
  }
  return usable;
}

class ComputeRun {
  private readonly facts: Record<string, unknown>;
  private readonly done = new Map<string, ComputedValue>();
  /** What the decision that was asked last says: several values come from one decision. */
  private asked: { readonly key: string; readonly result: DecisionResult } | undefined;

  constructor(
    private readonly form: FormDefinition,
    private readonly plan: ComputedPlan,
    private readonly input: { readonly today: string; readonly answers: Readonly<Record<string, unknown>> },
  ) {
    this.facts = { ...plan.params, ...input.answers };
  }

  value(planned: PlannedValue): ComputedValue {
    const { definition, expression, decision } = planned;
    const outcome = expression
      ? this.expressed({ definition, expression })
      : decision
        ? this.decided(definition, decision)
        : this.undetermined(definition, formIssue('COMPUTED_RULES_MISSING', pathOf(definition), { label: definition.label }));
    this.done.set(definition.id, outcome);
    if (outcome.status === 'known') this.facts[definition.id] = outcome.value;
    return outcome;
  }

  private expressed(value: ExpressedValue): ComputedValue {
    const { definition } = value;
    this.asked = undefined;
    const outcome = evaluateExpressed(value, { facts: this.facts, declared: this.plan.declared });
    if (outcome.undecided) return this.waiting(definition, outcome.undecided);
    if (outcome.issues) return this.undetermined(definition, outcome.issues[0] as Issue);
    return this.known(definition, outcome.value);
  }

  private decided(definition: ComputedDefinition, decision: CompiledDecision): ComputedValue {
    const dated = definition.on === undefined ? this.input.today : this.input.answers[definition.on];
    if (typeof dated !== 'string') return this.waiting(definition, [definition.on ?? '', ...this.unknownFacts(definition, decision)]);
    const result = this.ask(decision, dated);
    // What an earlier table says stands, whatever comes of the later ones.
    const value = result.outputs[definition.output ?? decision.definition.result.id];
    if (value !== undefined) return this.known(definition, value);
    const said = result.issues.find(({ severity }) => severity === 'error') ?? result.issues[0];
    if (said?.code === 'FACT_MISSING') return this.waiting(definition, this.unknownFacts(definition, decision));
    if (said?.code === 'DECISION_NOT_IN_FORCE' && definition.on !== undefined)
      return { id: definition.id, status: 'undetermined', issue: { ...said, path: `/${definition.on}` } };
    return this.undetermined(definition, said ?? formIssue('COMPUTED_NOTHING', pathOf(definition), { label: definition.label }));
  }

  /** Everything that is not known yet of what the tables up to the wanted output read: not only what the first of them lacks. */
  private unknownFacts({ output }: ComputedDefinition, decision: CompiledDecision): string[] {
    const last = decision.tables.findIndex((table) => table.definition.outputs.some(({ id }) => id === output));
    const part = last < 0 ? decision : { ...decision, tables: decision.tables.slice(0, last + 1), result: undefined };
    return outsideFacts(part).filter((id) => this.facts[id] === undefined);
  }

  private ask(decision: CompiledDecision, on: string): DecisionResult {
    const key = `${decision.definition.id} ${on}`;
    if (this.asked?.key !== key) this.asked = { key, result: evaluateDecision(decision, this.facts, { on, trace: false }) };
    return this.asked.result;
  }

  private known(definition: ComputedDefinition, value: string | boolean): ComputedValue {
    const { id, type } = definition;
    if (type !== 'integer' || typeof value !== 'string') return { id, status: 'known', value };
    if (!/^-?\d{1,15}$/.test(value))
      return this.undetermined(definition, formIssue('COMPUTED_NOT_WHOLE', pathOf(definition), { label: definition.label }));
    return { id, status: 'known', value: Number(value) };
  }

  /** Facts that are themselves computed stand for the answers that they wait for. */
  private waiting({ id }: ComputedDefinition, facts: readonly string[]): ComputedValue {
    const missing = new Set<string>();
    let issue: Issue | undefined;
    for (const fact of facts) {
      const before = this.done.get(fact);
      if (before?.status === 'undetermined') issue ??= before.issue;
      else for (const field of before?.status === 'waiting' ? before.missing : [fact]) missing.add(field);
    }
    if (issue && missing.size === 0) return { id, status: 'undetermined', issue };
    const order = this.form.fields.map((field) => field.id);
    return { id, status: 'waiting', missing: [...missing].sort((a, b) => order.indexOf(a) - order.indexOf(b)) };
  }

  private undetermined(definition: ComputedDefinition, issue: Issue): ComputedValue {
    return { id: definition.id, status: 'undetermined', issue: { ...issue, path: pathOf(definition) } };
  }
}

function pathOf({ id }: ComputedDefinition): string {
  return `/${id}`;
}
