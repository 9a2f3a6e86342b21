import type { RegisterDefinition } from '../schemas/register.js';
import type { ActionDefinition, StepDefinition, WorkflowDefinition } from '../schemas/workflow.js';
import { type DocumentCheck, exists } from './scope.js';

/** Seats that take only whom somebody names can be filled: an action names people for their step, from a register that can be looked up. */
export function checkAssignments(check: DocumentCheck, workflow: WorkflowDefinition): void {
  const steps = new Map(workflow.steps.map((step) => [step.id, step]));
  const named = new Set<string>();
  for (const [index, step] of workflow.steps.entries()) {
    for (const [at, action] of (step.actions ?? []).entries()) {
      const path = `/steps/${index}/actions/${at}/assign`;
      if ((action.kind === 'assign') !== (action.assign !== undefined)) check.report('ASSIGN_WRONG', path);
      if (action.assign) checkAssign(check, action.assign, { steps, path });
      for (const id of action.assign?.steps ?? []) named.add(id);
    }
  }
  for (const [index, { id, vote }] of workflow.steps.entries()) {
    for (const [at, seat] of (vote?.seats ?? []).entries()) {
      if (seat.assigned && !named.has(id)) check.report('SEAT_NEVER_ASSIGNED', `/steps/${index}/vote/seats/${at}`, { id: seat.id });
    }
    if (vote?.quorum !== undefined) checkQuorum(check, workflow, { vote, path: `/steps/${index}/vote/quorum` });
  }
}

/** A quorum, or the parameter that holds it, is no more than the seats. */
function checkQuorum(
  check: DocumentCheck,
  { params = [] }: WorkflowDefinition,
  { vote, path }: { readonly vote: NonNullable<StepDefinition['vote']>; readonly path: string },
): void {
  const { quorum, seats } = vote;
  const param = params.find(({ id }) => id === quorum);
  if (typeof quorum === 'string') check.refer('parameter', quorum, path, param !== undefined);
  const least = param?.value ?? quorum;
  const most = seats?.length ?? 1;
  if (typeof least === 'number' && least > most) check.report('OUT_OF_RANGE', path, { limit: `≤ ${most}` });
}

type Assign = NonNullable<ActionDefinition['assign']>;

interface AssignPlace {
  readonly steps: ReadonlyMap<string, StepDefinition>;
  readonly path: string;
}

function checkAssign(check: DocumentCheck, assign: Assign, { steps, path }: AssignPlace): void {
  for (const [index, id] of assign.steps.entries()) {
    const under = `${path}/steps/${index}`;
    check.refer('step', id, under, steps.has(id));
    const assigned = steps.get(id)?.vote?.seats?.some((seat) => seat.assigned) === true;
    if (steps.has(id) && !assigned) check.report('ASSIGN_STEP_WITHOUT_SEATS', under, { id });
  }
  for (const [index, id] of (assign.distinctFrom ?? []).entries()) check.refer('step', id, `${path}/distinctFrom/${index}`, steps.has(id));
  const { register: id, key } = assign;
  if ((id === undefined) !== (key === undefined)) {
    const missing = id === undefined ? 'register' : 'key';
    check.report('MISSING_KEY', `${path}/${missing}`, { key: missing });
  }
  if (id === undefined) return;
  check.refer('register', id, `${path}/register`, exists.register(check.scope, id));
  const fields = check.scope.content.registers.get(id)?.fields;
  const field = fields?.find((known) => known.id === key);
  if (fields && key !== undefined) check.refer('field', key, `${path}/key`, field !== undefined);
  // A person's record is found by this field.
  if (field && !field.indexed) check.report('FIELD_NOT_INDEXED', `${path}/key`, { id: field.id });
  if (fields) checkConditions(check, assign, { fields, path: `${path}/conditions` });
}

interface ConditionPlace {
  readonly fields: RegisterDefinition['fields'];
  readonly path: string;
}

/** A condition asks for fields that the register has, and its reason tells none that is kept sealed. */
function checkConditions(check: DocumentCheck, { conditions = [] }: Assign, { fields, path }: ConditionPlace): void {
  const own = new Set(fields.map(({ id }) => id));
  const told = new Set(
    fields.flatMap((field) => [field, ...referredFields(check, field)]).flatMap(({ id, sensitive }) => (sensitive ? [] : id)),
  );
  for (const [index, { given = [], reason }] of conditions.entries()) {
    for (const [at, id] of given.entries()) check.refer('field', id, `${path}/${index}/given/${at}`, own.has(id));
    for (const locale of ['zh-CN', 'en'] as const) {
      for (const [, name = ''] of reason[locale].matchAll(/\{(\w+)\}/g)) {
        check.refer('field', name, `${path}/${index}/reason/${locale}`, told.has(name));
      }
    }
  }
}

function referredFields({ scope }: DocumentCheck, { id, reference }: RegisterDefinition['fields'][number]): RegisterDefinition['fields'] {
  const others = reference ? (scope.content.registers.get(reference.register)?.fields ?? []) : [];
  return others.map((other) => ({ ...other, id: `${id}_${other.id}` }));
}
