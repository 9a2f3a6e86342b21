import type { LocalizedText, ProcedureDefinition } from '@careway/definition';
import { areaOfRole, assignmentOf, type CaseState } from '@careway/engine';
import type { ProcedureView, RequestableView, SeatView } from '../views.js';
import { ownerLabel, personView } from './person-view.js';
import { seatLabel, seatsOf } from './seat-view.js';
import { plainText, type ViewContext } from './view-context.js';

/** Side procedures that are under way, with whom or what they concern. */
export function procedureViews(context: ViewContext): readonly ProcedureView[] {
  const { state, compiled, scope } = context;
  return state.procedures.map((open) => {
    const definition = compiled.procedures.get(open.procedure);
    const seats = definition?.decide.seats ?? [];
    const mine = seats.filter(({ role }) => holdsRole(context, role));
    const me = scope.person?.id;
    const canVote =
      me !== open.requestedBy &&
      mine.some(({ id }) => !open.votes.some(({ seat }) => seat === id)) &&
      !open.votes.some(({ by }) => by === me);
    return {
      id: open.id,
      procedure: open.procedure,
      kind: definition?.kind ?? 'extend-clock',
      label: definition?.label ?? plainText(open.procedure),
      ...subjectOf(context, open),
      requestedBy: personView(context, open.requestedBy),
      votes: open.votes.map(({ seat, by, vote }) => ({ seat, by: personView(context, by), vote })),
      canVote,
      deciders: definition ? decidersOf(context, definition) : [],
      alone: definition?.decide.seats.length === 1,
    };
  });
}

function subjectOf(context: ViewContext, open: CaseState['procedures'][number]): Partial<ProcedureView> {
  const { clock, days, step, seat, person, substitute, batch, clause, reason } = open;
  const stepLabel = step === undefined ? undefined : context.workflow.steps.find(({ id }) => id === step)?.label;
  return {
    ...(clock === undefined ? {} : { clock }),
    ...(days === undefined ? {} : { days }),
    ...(stepLabel ? { stepLabel } : {}),
    ...(step === undefined || seat === undefined ? {} : { seatLabel: seatLabel(context, step, seat) }),
    ...(person === undefined ? {} : { person: personView(context, person) }),
    ...(substitute === undefined ? {} : { substitute: personView(context, substitute) }),
    ...(batch === undefined ? {} : { batch }),
    ...(clause === undefined ? {} : { clause }),
    ...(reason === undefined ? {} : { reason }),
  };
}

function decidersOf(context: ViewContext, { decide }: ProcedureDefinition): readonly LocalizedText[] {
  const roles = [...new Set(decide.seats.map(({ role }) => role))];
  return roles.map((role) => ownerLabel(context, { role, area: areaOfRole(context.ctx.organisation, context.state.areaPath, role) }));
}

function holdsRole({ scope, state, ctx }: ViewContext, role: string): boolean {
  const area = areaOfRole(ctx.organisation, state.areaPath, role);
  return scope.staffRoles.some((held) => held.role === role && held.area === area);
}

/** Side procedures that the viewer may ask for now: there is something that they could concern. */
export function requestableViews(context: ViewContext): readonly RequestableView[] {
  const { state, compiled } = context;
  return [...compiled.procedures.values()].flatMap((definition) => {
    const used = state.actionCounts[`procedure:${definition.id}`] ?? 0;
    if (state.procedures.some(({ procedure }) => procedure === definition.id)) return [];
    if (definition.times !== undefined && used >= definition.times) return [];
    const view = requestable(context, definition);
    return concerns(context, definition, view) ? [view] : [];
  });
}

function concerns(context: ViewContext, definition: ProcedureDefinition, { kind, clocks, seats, batches }: RequestableView): boolean {
  if (kind === 'revoke-decision') return batches.length > 0;
  if (context.state.status === 'closed') return false;
  if (kind === 'extend-clock') return clocks.length > 0;
  return kind === 'terminate' ? mayAsk(context, definition) : seats.length > 0;
}

function requestable(context: ViewContext, definition: ProcedureDefinition): RequestableView {
  const { compiled, ctx, state } = context;
  const own = ctx.services.get(state.service)?.params?.find(({ param }) => param === definition.param)?.value;
  const seats = definition.kind === 'recuse' ? recusable(context, definition) : [];
  const others = mayAsk(context, definition);
  return {
    procedure: definition.id,
    kind: definition.kind,
    label: definition.label,
    clocks: others && definition.kind === 'extend-clock' ? runningClocks(state, definition) : [],
    maximum: Number(own ?? compiled.params.get(definition.param ?? '')?.value ?? 0),
    seats: others ? seats : seats.filter(({ mine }) => mine),
    substitutes: seats.some(({ step }) => assignmentOf(compiled, step) !== undefined),
    batches: others && definition.kind === 'revoke-decision' ? (state.decisions ?? []).map(({ batch }) => ({ batch })) : [],
    deciders: decidersOf(context, definition),
  };
}

/** A holder of the role, or a party where the definition lets parties ask. */
function mayAsk(context: ViewContext, { request }: ProcedureDefinition): boolean {
  if (holdsRole(context, request.role)) return true;
  return request.parties === true && context.actor.kind === 'person' && context.actor.parties.length > 0;
}

function runningClocks(state: CaseState, definition: ProcedureDefinition): readonly string[] {
  return state.clocks
    .filter(({ clock, status }) => (definition.clocks ?? []).includes(clock) && (status === 'running' || status === 'paused'))
    .map(({ id }) => id);
}

/** Seats with somebody in them at steps that are not over. */
function recusable(context: ViewContext, definition: ProcedureDefinition): readonly SeatView[] {
  const steps = (definition.steps ?? []).flatMap((id) => context.compiled.steps.get(id) ?? []);
  const now = steps.filter(({ definition: { id } }) => context.state.position.includes(id));
  return (now.length > 0 ? now : steps)
    .flatMap((step) => seatsOf(context, step))
    .filter(({ person, state }) => person !== undefined && state !== 'dropped');
}
