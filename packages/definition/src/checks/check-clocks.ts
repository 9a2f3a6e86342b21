import type { ClockDefinition, WorkflowDefinition } from '../schemas/workflow.js';
import { type DocumentCheck, exists } from './scope.js';

/** Each clock has one length, from a parameter that counts or from another clock, and an owner. */
export function checkClocks(check: DocumentCheck, workflow: WorkflowDefinition): void {
  const clocks = new Map(workflow.clocks.map((clock) => [clock.id, clock]));
  for (const [index, clock] of workflow.clocks.entries()) {
    const path = `/clocks/${index}`;
    if ((clock.param === undefined) === (clock.until === undefined)) check.report('CLOCK_LENGTH', path);
    if (clock.param !== undefined) checkLength(check, workflow, { id: clock.param, path: `${path}/param` });
    if (clock.until !== undefined) {
      check.refer('clock', clock.until, `${path}/until`, clocks.has(clock.until));
      if (runsUntilItself(clock, clocks)) check.report('CLOCK_CYCLE', `${path}/until`, { id: clock.id });
    }
    check.refer('role', clock.owner, `${path}/owner`, exists.role(check.scope, clock.owner));
    checkEscalation(check, clock, path);
  }
}

/** Levels are told one after another, by roles that exist; a clock that acts is not late. */
function checkEscalation(check: DocumentCheck, { escalation = [] }: ClockDefinition, path: string): void {
  for (const [index, { afterDays, role }] of escalation.entries()) {
    const under = `${path}/escalation/${index}`;
    check.refer('role', role, `${under}/role`, exists.role(check.scope, role));
    const before = escalation[index - 1];
    if (before && before.afterDays >= afterDays) check.report('ESCALATION_ORDER', `${under}/afterDays`, { days: afterDays });
  }
}

function checkLength(check: DocumentCheck, workflow: WorkflowDefinition, { id, path }: { id: string; path: string }): void {
  const param = (workflow.params ?? []).find((known) => known.id === id);
  check.refer('parameter', id, path, param !== undefined);
  if (param && param.type !== 'integer') check.report('PARAM_TYPE', path, { param: id, value: param.value, expected: 'integer' });
}

function runsUntilItself(clock: ClockDefinition, clocks: ReadonlyMap<string, ClockDefinition>): boolean {
  const seen = new Set<string>();
  for (let next = clock.until; next !== undefined && !seen.has(next); next = clocks.get(next)?.until) {
    if (next === clock.id) return true;
    seen.add(next);
  }
  return false;
}
