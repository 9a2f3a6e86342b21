import type { FactDefinition } from '@careway/definition';
import { type Expression, outsideFacts, parseExpression } from '@careway/rules';
import type { CompiledWorkflow } from '../compile/compile-workflow.js';
import type { CaseState } from '../types/state.js';
import { decisionNamed, type DecisionReads } from './item-decision.js';

interface Place {
  readonly compiled: CompiledWorkflow;
  readonly state: CaseState;
  readonly ctx: DecisionReads;
}

/**
 * Facts on which the outcome of a case rests: what its decision, guards, paths, conditions of clocks, claim and entitlement read, with the
 * facts from which those are derived or looked up. An error in one of them is not clerical once something was decided with it.
 */
export function decidingFacts(place: Place): ReadonlySet<string> {
  const { compiled, state, ctx } = place;
  const { facts, items } = compiled.definition;
  const definitions = new Map([...facts, ...(items?.facts ?? [])].map((fact) => [fact.id, fact]));
  const { decision, claim, entitlement } = ctx.services.get(state.service) ?? {};
  const queue = [...readByDecision(place, decision), ...readByProcedure(compiled), ...(claim?.key ?? [])];
  if (entitlement) queue.push(entitlement.amount, ...[entitlement.from, entitlement.to].flatMap(factsIn));
  const deciding = new Set<string>();
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    const fact = definitions.get(id);
    if (!fact || deciding.has(id)) continue;
    deciding.add(id);
    queue.push(...sourcesOf(place, fact));
  }
  return deciding;
}

function readByDecision({ compiled, state, ctx }: Place, id: string | undefined): readonly string[] {
  const decision = id === undefined ? undefined : decisionNamed({ compiled, state, ctx }, id);
  return decision ? outsideFacts(decision.compiled) : [];
}

function readByProcedure({ steps, clockConditions }: CompiledWorkflow): readonly string[] {
  const actions = [...steps.values()].flatMap((step) => [...step.actions.values()]);
  const expressions = actions.flatMap(({ guard, paths }) => [guard, ...paths.map(({ when }) => when)]);
  return [...expressions, ...clockConditions.values()].flatMap((expression) => (expression ? everyFact(expression) : []));
}

function sourcesOf(place: Place, { from }: FactDefinition): readonly string[] {
  return [
    ...factsIn(from.expression),
    ...(from.key === undefined ? [] : [from.key]),
    ...Object.values(from.match ?? {}).filter((value) => typeof value === 'string'),
    ...(from.kind === 'decision' ? readByDecision(place, from.decision) : []),
  ];
}

function factsIn(text: string | undefined): readonly string[] {
  const { ast } = text === undefined ? {} : parseExpression(text);
  return ast ? everyFact(ast) : [];
}

/** Every fact that an expression names, those of the rows that it aggregates too. */
function everyFact(expression: Expression): readonly string[] {
  const found = new Set<string>();
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    if ('kind' in node && node.kind === 'fact' && 'id' in node) found.add(String(node.id));
    if ('kind' in node && node.kind === 'items' && 'field' in node) found.add(String(node.field));
    Object.values(node).forEach(visit);
  };
  visit(expression);
  return [...found];
}
