import type { ActionDefinition, LocalizedText } from '@careway/definition';
import { areaOfRole, availableActions, type AvailableAction, possibleTargets } from '@careway/engine';
import type { ActionView, SeatView, TaskView } from '../views.js';
import { ownerLabel, personView } from './person-view.js';
import { seatsOf } from './seat-view.js';
import { clauseOf } from './clause-view.js';
import { plainText, type ViewContext } from './view-context.js';

/** What the viewer may do, and why not what one may not. */
export function actionViews(context: ViewContext): readonly ActionView[] {
  const { compiled, whole, actor, ctx } = context;
  const own = availableActions(compiled, whole, actor, ctx)
    .filter((action) => shown(context, action))
    .map((available) => actionView(context, available));
  return [...own, ...onBehalfViews(context)];
}

function takenBy(definition: ActionDefinition | undefined): NonNullable<ActionDefinition['by']> {
  return definition?.by ?? (definition?.kind === 'withdraw' ? 'applicant' : 'assignee');
}

/** A party's page shows what that party may do, a colleague's page the office's; the public one files on its own page. */
function shown(context: ViewContext, { step, action }: AvailableAction): boolean {
  const definition = definitionOf(context, step, action);
  const by = takenBy(definition);
  if (context.shielded) return by === 'party' && context.state.position.includes(step);
  if (by !== 'applicant' && by !== 'party') return context.asStaff;
  const { actor, state, workflow } = context;
  const party = (by === 'party' ? workflow.steps.find(({ id }) => id === step)?.party : undefined) ?? state.parties[0]?.party;
  return actor.kind !== 'system' && party !== undefined && (actor.parties ?? []).includes(party);
}

/** What a colleague may enter for a party that came to the counter or wrote. */
function onBehalfViews(context: ViewContext): readonly ActionView[] {
  const { compiled, whole, scope, ctx, actor } = context;
  if (!context.asStaff || (actor.kind === 'person' && actor.parties.length > 0)) return [];
  return availableActions(compiled, whole, scope.actor(whole, 'counter'), ctx)
    .filter(({ step, action, available }) => available && ['applicant', 'party'].includes(takenBy(definitionOf(context, step, action))))
    .map((available) => ({ ...actionView(context, available), onBehalf: true as const }));
}

function definitionOf(context: ViewContext, step: string, action: string): ActionDefinition | undefined {
  return context.compiled.steps.get(step)?.actions.get(action)?.definition;
}

function actionView(context: ViewContext, available: AvailableAction): ActionView {
  const { step, action, kind, refusal, requires, seat } = available;
  const definition = definitionOf(context, step, action);
  const leadsTo = leadsToTexts(context, step, definition);
  const clause = clauseOf(context, definition?.basis?.clause);
  return {
    step,
    action,
    kind,
    label: definition?.label ?? plainText(action),
    available: available.available,
    ...(refusal ? { refusal } : {}),
    requires,
    ...(leadsTo ? { leadsTo } : {}),
    ...(clause ? { clause } : {}),
    letters: (definition?.letters ?? []).map((id) => ({ id, label: context.pack.letters.get(id)?.label ?? plainText(id) })),
    ...(seat === undefined ? {} : { seat }),
    ...formOf(context, definition),
    ...assignOf(context, definition),
  };
}

function formOf({ pack }: ViewContext, definition: ActionDefinition | undefined): Pick<ActionView, 'form'> {
  const id = definition?.form;
  const hash = id === undefined ? undefined : pack.documentHashes.get(`form:${id}`);
  return id === undefined || hash === undefined ? {} : { form: { id, hash } };
}

/** A seat id names the same person at each of the steps: it is shown once. */
function assignOf(context: ViewContext, definition: ActionDefinition | undefined): Pick<ActionView, 'assign'> {
  const { assign } = definition ?? {};
  if (!assign) return {};
  const register = assign.register === undefined ? undefined : context.pack.registers.get(assign.register)?.label;
  return { assign: { seats: assignedSeats(context, assign.steps), ...(register ? { register } : {}) } };
}

/** Seats of these steps that somebody must be named for. */
export function assignedSeats(context: ViewContext, steps: readonly string[]): readonly SeatView[] {
  const seats = steps
    .flatMap((id) => context.compiled.steps.get(id) ?? [])
    .flatMap((step) => seatsOf(context, step))
    .filter(({ assigned, state }) => assigned && state !== 'dropped');
  return [...new Map(seats.map((seat) => [seat.seat, seat])).values()];
}

/** Where it may lead; which way the facts decide is judged when it is taken. */
function leadsToTexts(context: ViewContext, step: string, definition: ActionDefinition | undefined): LocalizedText | undefined {
  const { compiled, whole, ctx } = context;
  const targets = definition ? possibleTargets(compiled, whole, ctx, { step, action: definition.id }) : [];
  const texts = [...new Set(targets)].filter((target) => target !== step).flatMap((target) => leadsToText(context, target) ?? []);
  if (texts.length === 0) return undefined;
  return { 'zh-CN': texts.map((text) => text['zh-CN']).join('，或者'), en: texts.map(({ en }) => en).join(', or ') };
}

function leadsToText(context: ViewContext, target: string): LocalizedText | undefined {
  const step = context.workflow.steps.find(({ id }) => id === target);
  if (!step) return undefined;
  if (!step.assignee) return step.label;
  const area = areaOfRole(context.ctx.organisation, context.state.areaPath, step.assignee.role);
  const owner = ownerLabel(context, { role: step.assignee.role, area });
  return { 'zh-CN': `${step.label['zh-CN']}（${owner['zh-CN']}）`, en: `${step.label.en} (${owner.en})` };
}

export function taskViews(context: ViewContext): readonly TaskView[] {
  const { state, scope, actor } = context;
  return state.tasks.map((task) => {
    const holds = scope.staffRoles.some(({ role, area }) => role === task.role && area === task.area);
    const holder = task.takenBy ?? task.person;
    const party = actor.kind === 'person' && task.party !== undefined && actor.parties.includes(task.party);
    return {
      id: task.id,
      kind: task.kind,
      step: task.step,
      ...(task.seat === undefined ? {} : { seat: task.seat }),
      owner: ownerLabel(context, task),
      ...(task.takenBy === undefined ? {} : { takenBy: personView(context, task.takenBy) }),
      ...(task.person === undefined ? {} : { named: personView(context, task.person) }),
      mine: holder === undefined ? holds || party : holder === scope.person?.id,
    };
  });
}
