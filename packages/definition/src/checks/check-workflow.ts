import { paramValueIssue } from '../param-value.js';
import type { WorkflowDefinition } from '../schemas/workflow.js';
import { checkActionForms } from './check-action-forms.js';
import { checkActions } from './check-actions.js';
import { checkAssignments } from './check-assign.js';
import { checkBlocks } from './check-blocks.js';
import { checkClocks } from './check-clocks.js';
import { checkFacts } from './check-facts.js';
import { checkParties } from './check-parties.js';
import { checkCorrections, checkProcedures } from './check-procedures.js';
import { checkQuotedParam } from './check-quoted-param.js';
import { checkSteps } from './check-steps.js';
import { type DocumentCheck, exists } from './scope.js';
import { describeWorkflow } from './workflow-regions.js';

/** Everything inside a workflow that names something else in it, or in the pack. */
export function checkWorkflow(check: DocumentCheck, workflow: WorkflowDefinition): void {
  const map = describeWorkflow(workflow);
  for (const [index, param] of (workflow.params ?? []).entries()) {
    const wrong = paramValueIssue(param, param.value, `/params/${index}/value`);
    if (wrong) check.report(wrong.code as 'PARAM_TYPE' | 'PARAM_RANGE', wrong.path, wrong.params);
    else checkQuotedParam(check, param, `/params/${index}/value`);
  }
  for (const [index, { to }] of workflow.entries.entries()) {
    const path = `/entries/${index}/to`;
    check.refer('step or block', to, path, map.places.has(to));
    if (map.regionOf.has(to)) check.report('TARGET_INSIDE_BLOCK', path, { to });
  }
  for (const [index, { id }] of (workflow.blocks ?? []).entries()) {
    if (workflow.steps.some((step) => step.id === id))
      check.report('DUPLICATE_ID', `/blocks/${index}/id`, { id, what: 'steps and blocks' });
  }
  checkFacts(check, workflow);
  checkClocks(check, workflow);
  checkBlocks(check, workflow, map);
  checkSteps(check, workflow);
  checkActions(check, workflow, map);
  checkActionForms(check, workflow);
  checkAssignments(check, workflow);
  checkParties(check, workflow);
  checkProcedures(check, workflow, map);
  checkCorrections(check, workflow);
  checkNotices(check, workflow);
}

function checkNotices(check: DocumentCheck, workflow: WorkflowDefinition): void {
  const steps = new Set([...workflow.steps, ...(workflow.blocks ?? [])].map(({ id }) => id));
  for (const [index, { on, to }] of (workflow.notices ?? []).entries()) {
    const path = `/notices/${index}`;
    if (on.startsWith('step:')) check.refer('step', on.slice('step:'.length), `${path}/on`, steps.has(on.slice('step:'.length)));
    else if (!/^[A-Z][A-Za-z]*$/.test(on))
      check.report('WRONG_PATTERN', `${path}/on`, { rule: 'step:<id> or a type of act', ruleZh: 'step:<环节> 或行为类型' });
    const known = to === 'applicant' || workflow.parties.some(({ id }) => id === to) || exists.role(check.scope, to);
    check.refer('role', to, `${path}/to`, known);
  }
}
