import type { ActionDefinition, LocalizedText } from '@careway/definition';
import { areaOfRole, availableActions, type AvailableAction } from '@careway/engine';
import type { ActionView, ProcedureView, TaskView } from '../views.js';
import { ownerLabel, personView } from './person-view.js';
import { plainText, type ViewContext } from './view-context.js';

/** What the viewer may do, and why not what one may not. */
export function actionViews(context: ViewContext): readonly ActionView[] {
  return availableActions(context.compiled, context.whole, context.actor, context.ctx)
    .filter((action) => shown(context, action))
    .map((available) => actionView(context, available));
}

/** An applicant's page shows the applicant's actions, a colleague's page the office's; the public one files on its own page. */
function shown(context: ViewContext, { step, action }: AvailableAction): boolean {
  const definition = definitionOf(context, step, action);
  if (context.shielded) return definition?.by === 'party' && context.state.position.includes(step);
  const by = definition?.by ?? (definition?.kind === 'withdraw' ? 'applicant' : 'assignee');
  if (by === 'applicant') return context.actor.kind === 'person' && context.actor.parties.length > 0;
  return context.asStaff;
}

function definitionOf(context: ViewContext, step: string, action: string): ActionDefinition | undefined {
  return context.compiled.steps.get(step)?.actions.get(action)?.definition;
}

function actionView(context: ViewContext, available: AvailableAction): ActionView {
  const { step, action, kind, refusal, requires, seat } = available;
  const definition = definitionOf(context, step, action);
  const target = definition?.to ?? definition?.paths?.[0]?.to;
  const leadsTo = target === undefined || target === step ? undefined : leadsToText(context, target);
  return {
    step,
    action,
    kind,
    label: definition?.label ?? plainText(action),
    available: available.available,
    ...(refusal ? { refusal } : {}),
    requires,
    ...(leadsTo ? { leadsTo } : {}),
    letters: (definition?.letters ?? []).map((id) => ({ id, label: context.pack.letters.get(id)?.label ?? plainText(id) })),
    ...(seat === undefined ? {} : { seat }),
  };
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
    const party = actor.kind === 'person' && task.party !== undefined && actor.parties.includes(task.party);
    return {
      id: task.id,
      kind: task.kind,
      step: task.step,
      ...(task.seat === undefined ? {} : { seat: task.seat }),
      owner: ownerLabel(context, task),
      ...(task.takenBy === undefined ? {} : { takenBy: personView(context, task.takenBy) }),
      mine: task.takenBy === undefined ? holds || party : task.takenBy === scope.person?.id,
    };
  });
}

export function procedureViews(context: ViewContext): readonly ProcedureView[] {
  const { state, compiled, scope, ctx } = context;
  return state.procedures.map((open) => {
    const definition = compiled.procedures.get(open.procedure);
    const seats = definition?.decide.seats ?? [];
    const mine = seats.filter(({ role }) => {
      const area = areaOfRole(ctx.organisation, state.areaPath, role);
      return scope.staffRoles.some((held) => held.role === role && held.area === area);
    });
    const me = scope.person?.id;
    const canVote =
      me !== open.requestedBy &&
      mine.some(({ id }) => !open.votes.some(({ seat }) => seat === id)) &&
      !open.votes.some(({ by }) => by === me);
    return {
      id: open.id,
      procedure: open.procedure,
      label: definition?.label ?? plainText(open.procedure),
      ...(open.clock === undefined ? {} : { clock: open.clock }),
      ...(open.days === undefined ? {} : { days: open.days }),
      ...(open.reason === undefined ? {} : { reason: open.reason }),
      requestedBy: personView(context, open.requestedBy),
      votes: open.votes.map(({ seat, by, vote }) => ({ seat, by: personView(context, by), vote })),
      canVote,
    };
  });
}

/** Side procedures that the viewer may ask for now: the clocks they concern run. */
export function requestableViews(context: ViewContext) {
  const { state, compiled, scope, ctx } = context;
  if (state.status === 'closed') return [];
  return [...compiled.procedures.values()].flatMap((definition) => {
    const { role } = definition.request;
    const area = areaOfRole(ctx.organisation, state.areaPath, role);
    const holds = scope.staffRoles.some((held) => held.role === role && held.area === area);
    const clocks = state.clocks
      .filter(({ clock, status }) => (definition.clocks ?? []).includes(clock) && (status === 'running' || status === 'paused'))
      .map(({ id }) => id);
    if (!holds || clocks.length === 0 || state.procedures.some(({ procedure }) => procedure === definition.id)) return [];
    const own = ctx.services.get(state.service)?.params?.find(({ param }) => param === definition.param)?.value;
    const maximum = Number(own ?? compiled.params.get(definition.param ?? '')?.value ?? 0);
    return [{ procedure: definition.id, label: definition.label, clocks, maximum }];
  });
}
