import type { ComposedPack, FactDefinition, ServiceDefinition, WorkflowDefinition } from '@careway/definition';
import { compileDecision, factsOf, factsOfDecision, outsideFacts, parseExpression } from '@careway/rules';
import { writesOf } from './check-writes.js';

/**
 * Facts without which a service cannot run: what its decision, claim, entitlement and rows read, and what guards and paths of its workflow
 * read; with the facts from which those are derived or looked up. Facts with a default are never wanting.
 */
export function factsNeededBy(composed: ComposedPack, workflow: WorkflowDefinition, service: ServiceDefinition): ReadonlySet<string> {
  const facts = new Map([...workflow.facts, ...(workflow.items?.facts ?? [])].map((fact) => [fact.id, fact]));
  const needed = new Set<string>();
  const queue = [...readByDecision(composed, workflow, service), ...readByService(composed, workflow, service), ...readByActions(workflow)];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    const fact = facts.get(id);
    if (!fact || fact.default !== undefined || needed.has(id)) continue;
    needed.add(id);
    queue.push(...sourcesOf(fact), ...readByNamed(composed, workflow, fact.from.decision));
  }
  return needed;
}

function readByDecision(composed: ComposedPack, workflow: WorkflowDefinition, service: ServiceDefinition): readonly string[] {
  return readByNamed(composed, workflow, service.decision);
}

function readByNamed(composed: ComposedPack, workflow: WorkflowDefinition, id: string | undefined): readonly string[] {
  const decision = composed.decisions.get(id ?? '');
  return decision ? outsideFacts(compileDecision(decision, factsOfDecision(decision, workflow))) : [];
}

/** Rows of a table are told apart by their key; a form that is one row is about its applicant where it names nobody. */
function readByService(
  { forms }: ComposedPack,
  { items }: WorkflowDefinition,
  { form, claim, entitlement }: ServiceDefinition,
): readonly string[] {
  const table = forms.get(form)?.fields.some(({ id }) => id === items?.field);
  return [
    ...(claim?.key ?? []),
    ...[entitlement?.from, entitlement?.to].flatMap(factsIn),
    ...(items && table ? [items.subject, items.name, ...items.key] : []),
  ];
}

function readByActions(workflow: WorkflowDefinition): readonly string[] {
  const actions = workflow.steps.flatMap((step) => step.actions ?? []);
  const read = actions.flatMap(({ guard, paths = [] }) => [guard, ...paths.map(({ when }) => when)]);
  // A value that is unknown is not written; without its key nothing is.
  const written = writesOf(workflow).flatMap(({ write: { key, when } }) => [typeof key === 'string' ? key : undefined, when]);
  return [...read, ...written, ...workflow.clocks.map(({ when }) => when)].flatMap(factsIn);
}

function sourcesOf({ from }: FactDefinition): readonly string[] {
  return [
    ...factsIn(from.expression),
    ...(from.key === undefined ? [] : [from.key]),
    ...Object.values(from.match ?? {}).filter((fact) => typeof fact === 'string'),
  ];
}

function factsIn(text: string | undefined): readonly string[] {
  const { ast } = text === undefined ? {} : parseExpression(text);
  return ast ? factsOf(ast) : [];
}
