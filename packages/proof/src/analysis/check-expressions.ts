import type { ComposedPack, Issue, ScheduleDefinition, ServiceDefinition, WorkflowDefinition } from '@careway/definition';
import { candidateFacts } from '@careway/engine';
import { checkExpression, declareFacts, factsOf, type FactDeclarations, parseExpression, type TypeKind } from '@careway/rules';
import { checkWrites } from './check-writes.js';
import { expressionScope, kindOf } from './expression-scope.js';
import { analysisIssue } from './pack-messages.js';

interface Place {
  readonly text: string | undefined;
  readonly path: string;
  readonly expected?: TypeKind | undefined;
  readonly declared: FactDeclarations;
  readonly itemDeclared?: FactDeclarations | undefined;
}

/** Whether every guard, path and derived fact of a workflow parses and type-checks, and no derived fact leads back to itself. */
export function checkWorkflowExpressions(composed: ComposedPack, workflow: WorkflowDefinition): Issue[] {
  const file = composed.files.get(`workflow:${workflow.id}`);
  const issues = [
    ...placesOf(workflow).flatMap(checkPlace),
    ...assignmentPlaces(composed, workflow).flatMap(checkPlace),
    ...checkWrites(composed, workflow),
    ...derivedCycles(workflow),
  ];
  return issues.map((issue) => (file === undefined ? issue : { ...issue, file }));
}

/** Whether the months of the entitlements that a service grants parse and type-check. */
export function checkEntitlementMonths(composed: ComposedPack, { id, workflow: of, entitlement }: ServiceDefinition): Issue[] {
  const workflow = composed.workflows.get(of);
  if (!entitlement || !workflow) return [];
  const { declared, itemDeclared } = expressionScope(workflow);
  const scope = { declared: new Map([...declared, ...(itemDeclared ?? [])]), expected: 'month' as const };
  const file = composed.files.get(`service:${id}`);
  const issues = [
    ...checkPlace({ text: entitlement.from, path: '/entitlement/from', ...scope }),
    ...checkPlace({ text: entitlement.to, path: '/entitlement/to', ...scope }),
  ];
  return issues.map((issue) => (file === undefined ? issue : { ...issue, file }));
}

/** Whether the condition of a schedule parses and type-checks: over the fields of the record and the day. */
export function checkScheduleCondition(composed: ComposedPack, { id, over }: ScheduleDefinition): Issue[] {
  const file = composed.files.get(`schedule:${id}`);
  const fields = composed.registers.get(over.register)?.fields ?? [];
  const declared = declareFacts([...fields, { id: 'today', type: 'date' }]);
  const issues = checkPlace({ text: over.where, path: '/over/where', expected: 'boolean', declared });
  return issues.map((issue) => (file === undefined ? issue : { ...issue, file }));
}

/** Conditions on the people who are named for seats: over their record, those it refers to, and the facts of the case. */
function assignmentPlaces({ registers }: ComposedPack, workflow: WorkflowDefinition): Place[] {
  const { declared } = expressionScope(workflow);
  return workflow.steps.flatMap((step, index) =>
    (step.actions ?? []).flatMap(({ assign }, at) => {
      if (!assign) return [];
      const place = {
        expected: 'boolean' as const,
        declared: new Map([...declared, ...candidateFacts(registers, assign.register ?? '')]),
      };
      const path = `/steps/${index}/actions/${at}/assign`;
      return [
        ...(assign.conditions ?? []).map(({ where }, one) => ({ ...place, text: where, path: `${path}/conditions/${one}/where` })),
        { ...place, text: assign.some, path: `${path}/some` },
      ];
    }),
  );
}

function placesOf(workflow: WorkflowDefinition): Place[] {
  const scope = expressionScope(workflow);
  const ofItem = { declared: new Map([...scope.declared, ...declareFacts(workflow.items?.facts ?? [])]) };
  return [
    ...workflow.steps.flatMap((step, index) =>
      (step.actions ?? []).flatMap((action, at) => {
        const path = `/steps/${index}/actions/${at}`;
        const paths = (action.paths ?? []).map(({ when }, one) => ({
          text: when,
          path: `${path}/paths/${one}/when`,
          expected: 'boolean' as const,
          ...scope,
        }));
        return [{ text: action.guard, path: `${path}/guard`, expected: 'boolean' as const, ...scope }, ...paths];
      }),
    ),
    ...workflow.clocks.map(({ when }, index) => ({ text: when, path: `/clocks/${index}/when`, expected: 'boolean' as const, ...scope })),
    ...workflow.facts.map(({ from, type }, index) => ({
      text: from.expression,
      path: `/facts/${index}/from/expression`,
      expected: kindOf(type),
      ...scope,
    })),
    ...(workflow.items?.facts ?? []).map(({ from, type }, index) => ({
      text: from.expression,
      path: `/items/facts/${index}/from/expression`,
      expected: kindOf(type),
      ...ofItem,
    })),
  ];
}

function checkPlace({ text, path, expected, declared, itemDeclared }: Place): Issue[] {
  if (text === undefined) return [];
  const { ast, issues } = parseExpression(text);
  const found = ast ? checkExpression(ast, { declared, itemDeclared, expected }).issues : issues;
  return (found ?? []).map((issue) => ({ ...issue, path }));
}

function derivedCycles(workflow: WorkflowDefinition): Issue[] {
  const facts = [...workflow.facts, ...(workflow.items?.facts ?? [])];
  const reads = new Map(facts.map(({ id, from }) => [id, readsOf(from.expression)]));
  return facts.flatMap(({ id }, index) => {
    const path = index < workflow.facts.length ? `/facts/${index}` : `/items/facts/${index - workflow.facts.length}`;
    return leadsTo(reads, id) ? [analysisIssue('DERIVED_CYCLE', `${path}/from/expression`, { fact: id })] : [];
  });
}

function readsOf(expression: string | undefined): readonly string[] {
  const { ast } = expression === undefined ? {} : parseExpression(expression);
  return ast ? factsOf(ast) : [];
}

function leadsTo(reads: ReadonlyMap<string, readonly string[]>, id: string): boolean {
  const seen = new Set<string>();
  const queue = [...(reads.get(id) ?? [])];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (next === id) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    queue.push(...(reads.get(next) ?? []));
  }
  return false;
}
