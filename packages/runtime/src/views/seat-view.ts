import type { LocalizedText, StepDefinition } from '@careway/definition';
import { type CompiledStep, seatHolder } from '@careway/engine';
import { maskSealed } from '../filing/seal-submission.js';
import type { RecusalView, SeatView, SheetView } from '../views.js';
import { personView, roleLabel } from './person-view.js';
import { plainText, type ViewContext } from './view-context.js';

/** Seats of the steps where the case stands, and of those for which somebody was named. */
export function seatViews(context: ViewContext): readonly SeatView[] {
  const { state, compiled } = context;
  const named = new Set((state.seats ?? []).map(({ step }) => step));
  return [...compiled.steps.values()]
    .filter(({ definition, vote }) => vote && (state.position.includes(definition.id) || named.has(definition.id)))
    .flatMap((step) => seatsOf(context, step));
}

export function seatsOf(context: ViewContext, step: CompiledStep): readonly SeatView[] {
  return (step.vote?.seats ?? []).map((seat) => seatView(context, step, seat));
}

type Seat = NonNullable<CompiledStep['vote']>['seats'][number];

function seatView(context: ViewContext, { definition: step }: CompiledStep, seat: Seat): SeatView {
  const { state, scope, underWay } = context;
  const vote = state.votes.find((known) => known.step === step.id && known.seat === seat.id);
  const person = vote?.by ?? seatHolder(state, step.id, seat.id);
  const dropped = state.recusals?.some((known) => known.step === step.id && known.seat === seat.id && known.dropped) ?? false;
  const assigned = seat.assigned === true;
  const open = assigned && person === undefined ? 'vacant' : 'waiting';
  return {
    step: step.id,
    stepLabel: step.label,
    seat: seat.id,
    label: seatLabel(context, step.id, seat.id),
    assigned,
    ...(person === undefined ? {} : { person: personView(context, person) }),
    state: dropped ? 'dropped' : vote ? 'voted' : open,
    ...(vote && !underWay.has(step.id) && !filesSheet(step, vote.action) ? { vote: vote.vote } : {}),
    mine: person !== undefined && person === scope.person?.id,
  };
}

/** The action hands in a form: nobody votes for or against anything by it. */
export function filesSheet({ actions }: StepDefinition, id: string): boolean {
  return actions?.some((action) => action.id === id && action.form !== undefined) ?? false;
}

/** The seat's own label, else its role with a number where several have it. */
export function seatLabel(context: ViewContext, step: string, id: string): LocalizedText {
  const definition = context.workflow.steps.find((known) => known.id === step);
  const seats = definition?.vote?.seats ?? [];
  const seat = seats.find((known) => known.id === id);
  if (seat?.label) return seat.label;
  const role = (seat && roleLabel(context, seat.role)) ?? plainText(id);
  const alike = seats.filter((known) => known.role === seat?.role);
  if (!seat || alike.length < 2) return role;
  const place = alike.indexOf(seat) + 1;
  return { 'zh-CN': `${role['zh-CN']}${place}`, en: `${role.en} ${place}` };
}

/** Forms filed with actions, in the order of steps and seats. */
export function sheetViews(context: ViewContext): readonly SheetView[] {
  const { state, workflow, scope } = context;
  const order = new Map(workflow.steps.map(({ id }, index) => [id, index]));
  const seatOrder = (step: string, seat: string | undefined) =>
    workflow.steps.find(({ id }) => id === step)?.vote?.seats?.findIndex(({ id }) => id === seat) ?? 0;
  return [...(state.sheets ?? [])]
    .sort((a, b) => (order.get(a.step) ?? 0) - (order.get(b.step) ?? 0) || seatOrder(a.step, a.seat) - seatOrder(b.step, b.seat))
    .map(({ step, action, seat, by, on, form, answers, erased }): SheetView => {
      const definition = workflow.steps.find(({ id }) => id === step);
      return {
        step,
        stepLabel: definition?.label ?? plainText(step),
        action: definition?.actions?.find(({ id }) => id === action)?.label ?? plainText(action),
        ...(seat === undefined ? {} : { seat, seatLabel: seatLabel(context, step, seat) }),
        by: personView(context, by),
        on,
        form,
        answers: maskSealed(answers) as SheetView['answers'],
        ...(erased ? { erased } : {}),
        mine: by === scope.person?.id,
      };
    });
}

export function recusalViews(context: ViewContext): readonly RecusalView[] {
  return (context.state.recusals ?? []).map(({ step, seat, person, dropped }) => ({
    step,
    stepLabel: context.workflow.steps.find(({ id }) => id === step)?.label ?? plainText(step),
    ...(seat === undefined ? {} : { seat, seatLabel: seatLabel(context, step, seat) }),
    person: personView(context, person),
    dropped: dropped === true,
  }));
}
