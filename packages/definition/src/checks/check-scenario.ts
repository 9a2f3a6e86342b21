import type { Scenario, ScenarioStep } from '../schemas/scenario.js';
import type { WorkflowDefinition } from '../schemas/workflow.js';
import { type DocumentCheck, exists } from './scope.js';

type Expectation = NonNullable<ScenarioStep['expect']>;

/** A scenario names a service, people, steps, actions, clocks and letters that exist. */
export function checkScenario(check: DocumentCheck, scenario: Scenario): void {
  const { scope } = check;
  check.refer('service', scenario.service, '/service', exists.service(scope, scenario.service));
  const people = new Set(scenario.people.map(({ id }) => id));
  checkPeople(check, scenario);
  for (const register of Object.keys(scenario.registers ?? {})) {
    check.refer('register', register, `/registers/${register}`, exists.register(scope, register));
  }
  if (scenario.by !== undefined) check.refer('person', scenario.by, '/by', people.has(scenario.by));
  for (const [index, { by }] of scenario.script.entries())
    if (by !== undefined) check.refer('person', by, `/script/${index}/by`, people.has(by));
  const service = scope.content.services.get(scenario.service);
  const workflow = service && scope.content.workflows.get(service.workflow);
  if (!workflow) return;
  if (scenario.entry !== undefined)
    check.refer(
      'entry',
      scenario.entry,
      '/entry',
      workflow.entries.some(({ id }) => id === scenario.entry),
    );
  if (scenario.expect) checkExpectation(check, workflow, { expect: scenario.expect, path: '/expect' });
  for (const [index, step] of scenario.script.entries()) checkScriptStep(check, workflow, { step, path: `/script/${index}` });
}

/** A person may hold several roles, each listed once. */
function checkPeople(check: DocumentCheck, { people }: Scenario): void {
  const seen = new Set<string>();
  for (const [index, { id, role }] of people.entries()) {
    check.refer('role', role, `/people/${index}/role`, exists.role(check.scope, role));
    if (seen.has(`${id}@${role}`)) check.report('DUPLICATE_ID', `/people/${index}/id`, { id, what: 'people' });
    seen.add(`${id}@${role}`);
  }
}

function checkScriptStep(check: DocumentCheck, workflow: WorkflowDefinition, { step, path }: { step: ScenarioStep; path: string }): void {
  const place = workflow.steps.find(({ id }) => id === step.step);
  if (step.step !== undefined) check.refer('step', step.step, `${path}/step`, place !== undefined);
  if (step.action !== undefined) {
    const places = place ? [place] : workflow.steps;
    const known = places.some(({ actions }) => (actions ?? []).some(({ id }) => id === step.action));
    check.refer('action', step.action, `${path}/action`, known);
  }
  const { procedure, clock, letter } = step;
  if (procedure !== undefined)
    check.refer(
      'procedure',
      procedure,
      `${path}/procedure`,
      (workflow.procedures ?? []).some(({ id }) => id === procedure),
    );
  if (clock !== undefined)
    check.refer(
      'clock',
      clock,
      `${path}/clock`,
      workflow.clocks.some(({ id }) => id === clock),
    );
  if (letter !== undefined) check.refer('letter', letter, `${path}/letter`, exists.letter(check.scope, letter));
  if (step.expect) checkExpectation(check, workflow, { expect: step.expect, path: `${path}/expect` });
}

function checkExpectation(
  check: DocumentCheck,
  workflow: WorkflowDefinition,
  { expect, path }: { expect: Expectation; path: string },
): void {
  const clocks = new Set(workflow.clocks.map(({ id }) => id));
  const places = new Set([...workflow.steps, ...(workflow.blocks ?? [])].map(({ id }) => id));
  for (const id of Object.keys(expect.clocks ?? {})) check.refer('clock', id, `${path}/clocks/${id}`, clocks.has(id));
  for (const [index, id] of (expect.breached ?? []).entries()) check.refer('clock', id, `${path}/breached/${index}`, clocks.has(id));
  for (const [index, task] of (expect.tasks ?? []).entries()) {
    const [role = '', step = ''] = task.split('@');
    const here = `${path}/tasks/${index}`;
    check.refer('role', role, here, role === 'applicant' || exists.role(check.scope, role));
    check.refer('step', step, here, places.has(step));
  }
  for (const [index, id] of (expect.position ?? []).entries()) check.refer('step', id, `${path}/position/${index}`, places.has(id));
  for (const [index, id] of (expect.letters ?? []).entries()) {
    check.refer('letter', id, `${path}/letters/${index}`, exists.letter(check.scope, id));
  }
  for (const id of Object.keys(expect.remedies ?? {})) check.refer('remedy', id, `${path}/remedies/${id}`, exists.remedy(check.scope, id));
}
