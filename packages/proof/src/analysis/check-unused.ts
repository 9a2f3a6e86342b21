import type { ComposedPack, Issue, WorkflowDefinition, WrittenValue } from '@careway/definition';
import { expressionsOfWrite, writesOf } from './check-writes.js';
import { analysisIssue } from './pack-messages.js';

/** Parameters and clocks that nothing reads: whoever sets them believes to change something. Warnings. */
export function checkUnused(composed: ComposedPack, workflow: WorkflowDefinition): Issue[] {
  const file = composed.files.get(`workflow:${workflow.id}`);
  const more = { severity: 'warning' as const, ...(file === undefined ? {} : { file }) };
  const started = new Set(
    workflow.steps.flatMap((step) => [...(step.clocks ?? []), ...(step.actions ?? []).flatMap(({ clock }) => clock ?? [])]),
  );
  const clocks = workflow.clocks.flatMap((clock, index) =>
    started.has(clock.id) ? [] : [analysisIssue('CLOCK_UNUSED', `/clocks/${index}`, { label: clock.label }, more)],
  );
  const writes = writesOf(workflow).map(({ write }) => write);
  const dated = writes.flatMap(({ key, set }) => [key, ...Object.values(set)].flatMap((value) => paramOf(value) ?? []));
  const quorums = workflow.steps.flatMap(({ vote }) => (typeof vote?.quorum === 'string' ? [vote.quorum] : []));
  const named = new Set([...[...workflow.clocks, ...(workflow.procedures ?? [])].map(({ param }) => param), ...dated, ...quorums]);
  const decisions = [...composed.decisions.values()].filter((decision) => decision.workflow === workflow.id);
  const text = [...expressionsOf(workflow), ...decisions.map((decision) => JSON.stringify(decision))].join('\n');
  const params = (workflow.params ?? []).flatMap((param, index) => {
    const read = named.has(param.id) || new RegExp(`(?<![\\p{L}\\p{N}_])${param.id}(?![\\p{L}\\p{N}_])`, 'u').test(text);
    return read ? [] : [analysisIssue('PARAM_UNUSED', `/params/${index}`, { label: param.label }, more)];
  });
  return [...clocks, ...params];
}

/** Parameter by which a date is written. */
function paramOf(value: WrittenValue): string | undefined {
  return typeof value === 'object' && 'param' in value ? value.param : undefined;
}

function expressionsOf(workflow: WorkflowDefinition): string[] {
  const actions = workflow.steps.flatMap((step) => step.actions ?? []);
  const facts = [...workflow.facts, ...(workflow.items?.facts ?? [])];
  const texts = [
    ...actions.flatMap((action) => [action.guard, ...(action.paths ?? []).map(({ when }) => when)]),
    ...actions.flatMap(({ assign }) => [...(assign?.conditions ?? []).map(({ where }) => where), assign?.some]),
    ...workflow.clocks.map(({ when }) => when),
    ...facts.map(({ from }) => from.expression),
    ...writesOf(workflow).flatMap(({ write }) => expressionsOfWrite(write)),
  ];
  return texts.filter((text) => text !== undefined);
}
