import type { StepDefinition, WorkflowDefinition } from '../schemas/workflow.js';
import { checkVote } from './check-vote.js';
import { type DocumentCheck, exists } from './scope.js';

/** Every step has somebody or something that moves it on, and names only what exists. */
export function checkSteps(check: DocumentCheck, workflow: WorkflowDefinition): void {
  const steps = new Set(workflow.steps.map(({ id }) => id));
  const clocks = new Map(workflow.clocks.map((clock) => [clock.id, clock]));
  for (const [index, step] of workflow.steps.entries()) {
    const path = `/steps/${index}`;
    checkKind(check, step, path);
    if (step.assignee) check.refer('role', step.assignee.role, `${path}/assignee/role`, exists.role(check.scope, step.assignee.role));
    if (step.vote) checkVote(check, step.vote, `${path}/vote`);
    for (const [at, id] of (step.distinctFrom ?? []).entries()) check.refer('step', id, `${path}/distinctFrom/${at}`, steps.has(id));
    for (const [at, id] of (step.clocks ?? []).entries()) {
      check.refer('clock', id, `${path}/clocks/${at}`, clocks.has(id));
      const acts = (step.actions ?? []).some(({ kind }) => kind === 'period-ended' || kind === 'deemed');
      if (clocks.get(id)?.onDue === 'act' && !acts) check.report('CLOCK_WITHOUT_ACTION', `${path}/clocks/${at}`, { id });
    }
    checkStepForm(check, step, path);
  }
}

function checkKind(check: DocumentCheck, step: StepDefinition, path: string): void {
  const actions = step.actions ?? [];
  if (step.kind === 'end') {
    const acts = actions.some(({ kind }) => kind !== 'reopen');
    if (step.ending === undefined || acts || (step.clocks ?? []).length > 0 || step.vote) check.report('END_STEP_WRONG', path);
    const ofStaff = actions.some(({ by }) => by === undefined || by === 'assignee');
    if (ofStaff && !step.assignee) check.report('TASK_WITHOUT_ASSIGNEE', path);
    return;
  }
  if (step.ending !== undefined) check.report('ENDING_UNEXPECTED', `${path}/ending`);
  if (step.kind !== 'task') return;
  if (actions.length === 0) check.report('STEP_WITHOUT_ACTIONS', path);
  const someoneActs = actions.length > 0 && actions.every(({ by }) => by !== undefined && by !== 'assignee');
  if (!step.assignee && step.party === undefined && !someoneActs && !step.vote?.seats) check.report('TASK_WITHOUT_ASSIGNEE', path);
}

function checkStepForm(check: DocumentCheck, step: StepDefinition, path: string): void {
  if (!step.form) return;
  check.refer('form', step.form.id, `${path}/form/id`, exists.form(check.scope, step.form.id));
  const form = check.scope.content.forms.get(step.form.id);
  if (!form) return;
  for (const [at, { field }] of (step.form.access ?? []).entries()) {
    check.refer(
      'field',
      field,
      `${path}/form/access/${at}/field`,
      [...form.fields, ...(form.computed ?? [])].some(({ id }) => id === field),
    );
  }
}
