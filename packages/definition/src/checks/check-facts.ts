import type { FactDefinition, WorkflowDefinition } from '../schemas/workflow.js';
import { type DocumentCheck, exists } from './scope.js';

const needs = {
  submission: ['field'],
  register: ['register', 'field'],
  derived: ['expression'],
  system: ['name'],
  action: ['field'],
  sheets: ['step', 'field', 'function'],
  decision: ['decision', 'output'],
} as const;

/** Facts say where they come from; facts of the case and of its items never share an id. */
export function checkFacts(check: DocumentCheck, workflow: WorkflowDefinition): void {
  const ofCase = new Set(workflow.facts.map(({ id }) => id));
  const ofItems = new Set((workflow.items?.facts ?? []).map(({ id }) => id));
  for (const [index, fact] of workflow.facts.entries()) checkFact(check, fact, { path: `/facts/${index}`, keys: ofCase });
  const { items } = workflow;
  if (!items) return;
  const all = new Set([...ofCase, ...ofItems]);
  for (const [index, fact] of items.facts.entries()) {
    const path = `/items/facts/${index}`;
    checkFact(check, fact, { path, keys: all });
    if (ofCase.has(fact.id)) check.report('DUPLICATE_ID', `${path}/id`, { id: fact.id, what: 'facts of case and items' });
  }
  check.refer('fact', items.subject, '/items/subject', ofItems.has(items.subject));
  check.refer('fact', items.name, '/items/name', ofItems.has(items.name));
  for (const [index, id] of items.key.entries()) check.refer('fact', id, `/items/key/${index}`, all.has(id));
}

function checkFact(check: DocumentCheck, fact: FactDefinition, { path, keys }: { path: string; keys: ReadonlySet<string> }): void {
  const { from } = fact;
  for (const key of needs[from.kind]) {
    if (from[key] === undefined) check.report('FACT_SOURCE_INCOMPLETE', `${path}/from/${key}`, { key });
  }
  if (fact.minimum !== undefined && fact.maximum !== undefined && Number(fact.minimum) > Number(fact.maximum)) {
    check.report('OUT_OF_RANGE', `${path}/minimum`, { limit: `≤ ${fact.maximum}` });
  }
  if (from.kind === 'decision') checkDecisionFact(check, fact, path);
  if (from.kind !== 'register' || from.register === undefined) return;
  // One record by its key, or a function of all that match.
  if (from.match === undefined && from.key === undefined) check.report('FACT_SOURCE_INCOMPLETE', `${path}/from/key`, { key: 'key' });
  if (from.match !== undefined && from.function === undefined)
    check.report('FACT_SOURCE_INCOMPLETE', `${path}/from/function`, { key: 'function' });
  check.refer('register', from.register, `${path}/from/register`, exists.register(check.scope, from.register));
  if (from.key !== undefined) check.refer('fact', from.key, `${path}/from/key`, keys.has(from.key));
  const register = check.scope.content.registers.get(from.register);
  const fields = new Set(register?.fields.map(({ id }) => id));
  for (const [field, fact] of Object.entries(from.match ?? {})) {
    const at = `${path}/from/match/${field}`;
    if (register) check.refer('field', field, at, fields.has(field));
    if (typeof fact === 'string') check.refer('fact', fact, at, keys.has(fact));
  }
  if (register && from.field !== undefined) {
    check.refer('field', from.field, `${path}/from/field`, fields.has(from.field));
  }
}

/** A decision per case of the same workflow that gives the output. */
function checkDecisionFact(check: DocumentCheck, { from }: FactDefinition, path: string): void {
  const { decision: id, output } = from;
  if (id === undefined || output === undefined) return;
  check.refer('decision', id, `${path}/from/decision`, exists.decision(check.scope, id));
  const decision = check.scope.content.decisions.get(id);
  if (!decision) return;
  if (decision.per === 'item') check.report('FACT_OF_DECISION_PER_ITEM', `${path}/from/decision`, { id });
  const given = [decision.result.id, ...decision.tables.flatMap(({ outputs }) => outputs.map((column) => column.id))];
  check.refer('column', output, `${path}/from/output`, given.includes(output));
}
