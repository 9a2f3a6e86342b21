import type {
  ActionDefinition,
  ClockDefinition,
  ParamDefinition,
  ProcedureDefinition,
  StepDefinition,
  WorkflowDefinition,
} from '@careway/definition';
import { declareFacts, type Expression, type FactDeclarations, parseExpression } from '@careway/rules';
import { builtinFacts, builtinItemFacts } from '../facts/builtin-facts.js';
import { type CompiledWrite, compileWrites } from '../facts/compiled-write.js';
import { createMover, type Mover } from '../position/mover.js';
import { buildRegionTree, type RegionTree } from '../position/region-tree.js';
import type { Seat, VoteRule } from '../votes/tally.js';

export interface CompiledAction {
  readonly definition: ActionDefinition;
  /** `step.ACTION` */
  readonly key: string;
  readonly guard: Expression | undefined;
  /** In order; a path without `when` always holds. */
  readonly paths: readonly { readonly to: string; readonly when: Expression | undefined }[];
  /** Register records written once it is taken. */
  readonly writes: readonly CompiledWrite[];
}

export interface CompiledStep {
  readonly definition: StepDefinition;
  readonly actions: ReadonlyMap<string, CompiledAction>;
  /** Present where the step has a vote: seats are never empty. */
  readonly vote: VoteRule | undefined;
}

/** A workflow ready to run. Immutable but for the moves it remembers; make it once per definition hash and share it. */
export interface CompiledWorkflow {
  readonly hash: string;
  readonly definition: WorkflowDefinition;
  readonly steps: ReadonlyMap<string, CompiledStep>;
  readonly entries: ReadonlyMap<string, string>;
  readonly clocks: ReadonlyMap<string, ClockDefinition>;
  readonly params: ReadonlyMap<string, ParamDefinition>;
  readonly procedures: ReadonlyMap<string, ProcedureDefinition>;
  /** Register records written when a side procedure is granted. */
  readonly procedureWrites: ReadonlyMap<string, readonly CompiledWrite[]>;
  /** Declared facts, parameters and built-in facts, as expressions see them. */
  readonly declared: FactDeclarations;
  readonly itemDeclared: FactDeclarations;
  /** Expressions of derived facts by id; item facts as `item:<id>`. */
  readonly derived: ReadonlyMap<string, Expression>;
  /** Conditions of clocks that do not always start, by clock. */
  readonly clockConditions: ReadonlyMap<string, Expression>;
  readonly supplementKeys: ReadonlySet<string>;
  /** Facts that are read from the case as it is now: the day of the command, the case's number. */
  readonly liveFacts: ReadonlyMap<string, 'today' | 'case-number'>;
  readonly tree: RegionTree;
  readonly mover: Mover;
}

/** A workflow that was never checked: its pack's check would have told. */
export class WorkflowBroken extends Error {
  readonly code = 'WORKFLOW_BROKEN';
}

/**
 * Compiles a checked workflow. `hash` is the content hash of the document: moves are remembered under it.
 * @throws WorkflowBroken when an expression does not parse; the pack's check reports that with its place.
 */
export function compileWorkflow(definition: WorkflowDefinition, { hash }: { readonly hash: string }): CompiledWorkflow {
  const tree = buildRegionTree(definition);
  const steps = new Map(definition.steps.map((step) => [step.id, compileStep(step)]));
  const actions = [...steps.values()].flatMap((step) => [...step.actions.values()]);
  return {
    hash,
    definition,
    steps,
    entries: new Map(definition.entries.map((entry) => [entry.id, entry.to])),
    clocks: byId(definition.clocks),
    params: byId(definition.params ?? []),
    procedures: byId(definition.procedures ?? []),
    procedureWrites: new Map((definition.procedures ?? []).map(({ id, writes }) => [id, compileWrites(writes, parse)])),
    declared: declareFacts([...builtinFacts, ...paramFacts(definition.params ?? []), ...definition.facts]),
    itemDeclared: declareFacts([...builtinItemFacts, ...(definition.items?.facts ?? [])]),
    derived: derivedFacts(definition),
    clockConditions: new Map(definition.clocks.flatMap(({ id, when }) => (when === undefined ? [] : [[id, parse(when)] as const]))),
    supplementKeys: new Set(actions.filter((action) => action.definition.kind === 'supplement').map((action) => action.key)),
    liveFacts: new Map(
      definition.facts.flatMap(({ id, from: { name } }) => (name === 'today' || name === 'case-number' ? [[id, name] as const] : [])),
    ),
    tree,
    mover: createMover(definition, tree),
  };
}

function byId<T extends { readonly id: string }>(list: readonly T[]): ReadonlyMap<string, T> {
  return new Map(list.map((entry) => [entry.id, entry]));
}

function compileStep(step: StepDefinition): CompiledStep {
  const actions = new Map((step.actions ?? []).map((action) => [action.id, compileAction(step.id, action)]));
  return { definition: step, actions, vote: voteRule(step) };
}

function compileAction(step: string, action: ActionDefinition): CompiledAction {
  const paths = action.paths ?? (action.to === undefined ? [] : [{ to: action.to }]);
  return {
    definition: action,
    key: `${step}.${action.id}`,
    guard: action.guard === undefined ? undefined : parse(action.guard),
    paths: paths.map((path) => ({ to: path.to, when: 'when' in path && path.when !== undefined ? parse(path.when) : undefined })),
    writes: compileWrites(action.writes, parse),
  };
}

function voteRule(step: StepDefinition): VoteRule | undefined {
  if (!step.vote) return undefined;
  const alone: Seat[] = step.assignee ? [{ id: 'assignee', role: step.assignee.role }] : [];
  return { rule: step.vote.rule, seats: step.vote.seats ?? alone, ratio: step.vote.ratio };
}

function parse(text: string): Expression {
  const { ast } = parseExpression(text);
  if (!ast) throw new WorkflowBroken(`the expression “${text}” cannot be read`);
  return ast;
}

function paramFacts(params: readonly ParamDefinition[]) {
  return params.map((param) => ({ id: param.id, type: param.type, label: param.label, values: param.values }));
}

function derivedFacts(definition: WorkflowDefinition): ReadonlyMap<string, Expression> {
  const derived = new Map<string, Expression>();
  for (const fact of definition.facts) if (fact.from.expression) derived.set(fact.id, parse(fact.from.expression));
  for (const fact of definition.items?.facts ?? []) {
    if (fact.from.expression) derived.set(`item:${fact.id}`, parse(fact.from.expression));
  }
  return derived;
}
