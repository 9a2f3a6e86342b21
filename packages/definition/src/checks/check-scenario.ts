import { paramValueIssue } from '../param-value.js';
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
  const person = (id: string | undefined, path: string) => {
    if (id !== undefined) check.refer('person', id, path, people.has(id));
  };
  person(scenario.by, '/by');
  for (const [index, { by, assign, person: concerned, substitute }] of scenario.script.entries()) {
    const path = `/script/${index}`;
    person(by, `${path}/by`);
    person(concerned, `${path}/person`);
    person(substitute, `${path}/substitute`);
    for (const [at, named] of (assign ?? []).entries()) person(named.person, `${path}/assign/${at}/person`);
  }
  const cases = new Map<string, WorkflowDefinition | undefined>();
  cases.set('main', checkFiling(check, scenario, ''));
  const main = cases.get('main');
  for (const [id, value] of Object.entries(scenario.params ?? {})) {
    const param = main?.params?.find((known) => known.id === id);
    check.refer('parameter', id, `/params/${id}`, main === undefined || param !== undefined);
    const wrong = param && paramValueIssue(param, value, `/params/${id}`);
    if (wrong) check.report(wrong.code as 'PARAM_TYPE' | 'PARAM_RANGE', wrong.path, wrong.params);
  }
  if (main && scenario.expect) checkExpectation(check, main, { expect: scenario.expect, path: '/expect' });
  for (const [index, step] of scenario.script.entries()) {
    const path = `/script/${index}`;
    const filed = step.service === undefined ? undefined : checkFiling(check, { ...step, service: step.service }, path);
    const workflow = filed ?? cases.get(step.case ?? 'main');
    if (step.opens !== undefined) cases.set(step.opens, workflow);
    if (workflow) checkScriptStep(check, workflow, { step, path });
  }
}

interface Filing {
  readonly service: string;
  readonly entry?: string;
  readonly schedule?: string;
}

/** The workflow that a filed case runs, where it is known. */
function checkFiling(check: DocumentCheck, { service, entry, schedule }: Filing, path: string): WorkflowDefinition | undefined {
  const { scope } = check;
  if (path !== '') check.refer('service', service, `${path}/service`, exists.service(scope, service));
  if (schedule !== undefined) check.refer('schedule', schedule, `${path}/schedule`, exists.schedule(scope, schedule));
  const workflow = scope.content.workflows.get(scope.content.services.get(service)?.workflow ?? '');
  if (entry !== undefined && workflow) {
    const known = workflow.entries.some(({ id }) => id === entry);
    check.refer('entry', entry, `${path}/entry`, known);
  }
  return workflow;
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
  const { procedure, clock, letter, to } = step;
  if (to !== undefined)
    check.refer(
      'step',
      to,
      `${path}/to`,
      workflow.steps.some(({ id }) => id === to),
    );
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
  if (step.correct) {
    const { fact, row } = step.correct;
    const facts = row === undefined ? workflow.facts : (workflow.items?.facts ?? []);
    const known = facts.some(({ id }) => id === fact);
    check.refer('fact', fact, `${path}/correct/fact`, known);
  }
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
    check.refer('role', role, here, workflow.parties.some(({ id }) => id === role) || exists.role(check.scope, role));
    check.refer('step', step, here, places.has(step));
  }
  for (const [index, id] of (expect.position ?? []).entries()) check.refer('step', id, `${path}/position/${index}`, places.has(id));
  for (const [index, id] of (expect.letters ?? []).entries()) {
    check.refer('letter', id, `${path}/letters/${index}`, exists.letter(check.scope, id));
  }
  for (const id of Object.keys(expect.escalated ?? {})) check.refer('clock', id, `${path}/escalated/${id}`, clocks.has(id));
  for (const [index, { register }] of (expect.records ?? []).entries()) {
    check.refer('register', register, `${path}/records/${index}/register`, exists.register(check.scope, register));
  }
  for (const id of Object.keys(expect.remedies ?? {})) check.refer('remedy', id, `${path}/remedies/${id}`, exists.remedy(check.scope, id));
}
