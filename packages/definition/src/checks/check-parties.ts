import type { WorkflowDefinition } from '../schemas/workflow.js';
import { type DocumentCheck, exists } from './scope.js';

/** Parties are named by facts of the form, shielded ones read facts that exist, and a step of a party is one that it can act at. */
export function checkParties(check: DocumentCheck, workflow: WorkflowDefinition): void {
  const facts = new Set(workflow.facts.map(({ id }) => id));
  const both = [...workflow.facts, ...(workflow.items?.facts ?? [])];
  const all = new Set(both.map(({ id }) => id));
  const filed = new Set(both.flatMap(({ id, from }) => (from.kind === 'submission' ? [id] : [])));
  for (const [index, { from, name, facts: readable = [] }] of workflow.parties.entries()) {
    const path = `/parties/${index}`;
    if (from) {
      check.refer('register', from.register, `${path}/from/register`, exists.register(check.scope, from.register));
      check.refer('fact', from.key, `${path}/from/key`, facts.has(from.key));
      // The first party is who files.
      if (index === 0) check.report('FIRST_PARTY_NAMED', `${path}/from`);
    }
    if (name !== undefined) check.refer('fact', name, `${path}/name`, filed.has(name));
    for (const [at, id] of readable.entries()) check.refer('fact', id, `${path}/facts/${at}`, all.has(id));
  }
  const parties = new Set(workflow.parties.map(({ id }) => id));
  for (const [index, { party, actions = [] }] of workflow.steps.entries()) {
    const path = `/steps/${index}`;
    if (party !== undefined) check.refer('party', party, `${path}/party`, parties.has(party));
    for (const [at, { by }] of actions.entries()) {
      if (by === 'party' && party === undefined) check.report('MISSING_KEY', `${path}/actions/${at}/by`, { key: 'party' });
    }
  }
}
