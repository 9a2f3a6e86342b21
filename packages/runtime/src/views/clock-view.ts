import type { ClockDefinition } from '@careway/definition';
import { dayNumberOf, type ClockState, workingDaysBetween } from '@careway/engine';
import type { ClockView, WorklistRow } from '../views.js';
import type { RowData } from '../listing/listing-rows.js';
import { basisView } from './clause-view.js';
import { ownerLabel } from './person-view.js';
import type { ViewContext } from './view-context.js';

type Calendars = ViewContext['ctx']['calendars'];
type Unit = ClockView['unit'];

/** Days left until a last day, in working days where the limit counts those, else in calendar days; negative when it has passed. */
export function daysLeft(
  today: string,
  due: string,
  { unit, calendars }: { readonly unit: Unit; readonly calendars: Calendars },
): number | undefined {
  if (unit !== 'working-day') return dayNumberOf(due) - dayNumberOf(today);
  const late = due < today;
  const days = late ? workingDaysBetween(due, today, calendars) : workingDaysBetween(today, due, calendars);
  if (typeof days !== 'number') return undefined;
  return late ? -days : days;
}

/** What is left in the clock's own unit: whole hours, working days or calendar days; negative when it has passed. */
export function timeLeft(
  { due, dueAt }: { readonly due?: string | undefined; readonly dueAt?: string | undefined },
  now: string,
  { unit, calendars }: { readonly unit: Unit; readonly calendars: Calendars },
): number | undefined {
  if (unit === 'hour' && dueAt !== undefined) return Math.floor((Date.parse(dueAt) - Date.parse(now)) / 3_600_000);
  return due === undefined ? undefined : daysLeft(now.slice(0, 10), due, { unit, calendars });
}

export function clockLevel(
  clock: { readonly status: ClockState['status']; readonly breached: boolean },
  left: number | undefined,
  warnDays: number,
): ClockView['level'] {
  if (clock.status === 'ended' || clock.status === 'canceled') return 'ended';
  if (clock.status === 'paused') return 'paused';
  if (clock.status === 'undetermined') return 'undetermined';
  if (clock.breached || (left !== undefined && left < 0)) return 'overdue';
  return left !== undefined && left <= warnDays ? 'due-soon' : 'in-time';
}

/** The roles that were told of the breach. */
function escalatedTo(
  context: ViewContext,
  { escalated = 0 }: ClockState,
  definition: ClockDefinition | undefined,
): Pick<ClockView, 'escalated'> {
  const told = (definition?.escalation ?? []).slice(0, escalated);
  return told.length === 0 ? {} : { escalated: told.map(({ role }) => ownerLabel(context, { role })) };
}

/** A clock of a case with start, pauses, extension, days left and its basis. */
export function clockView(context: ViewContext, clock: ClockState): ClockView {
  const definition = context.workflow.clocks.find(({ id }) => id === clock.clock);
  const unit = definition?.unit ?? 'calendar-day';
  const left = clock.status === 'running' ? timeLeft(clock, context.ctx.now, { unit, calendars: context.ctx.calendars }) : undefined;
  const { id, status, startedOn, due, dueAt, amount, pauses, extendedBy, breachedOn, endedOn, missingYear } = clock;
  return {
    id,
    clock: clock.clock,
    label: definition?.label ?? { 'zh-CN': clock.clock, en: clock.clock },
    unit: unit === 'month' || unit === 'year' ? 'calendar-day' : unit,
    status,
    startedOn,
    ...(due === undefined ? {} : { due }),
    ...(unit === 'hour' && dueAt !== undefined ? { dueAt } : {}),
    ...(left === undefined ? {} : { daysLeft: left }),
    ...(amount === undefined ? {} : { amount }),
    pauses,
    extendedBy,
    ...(breachedOn === undefined ? {} : { breachedOn }),
    ...escalatedTo(context, clock, definition),
    ...(endedOn === undefined ? {} : { endedOn }),
    ...(missingYear === undefined ? {} : { missingYear }),
    owner: ownerLabel(context, { role: definition?.owner }),
    level: clockLevel({ status, breached: breachedOn !== undefined }, left, warnTime(unit, definition?.warnDays)),
    basis: basisView(context, definition?.basis),
  };
}

/** From how much on a limit is due soon, in its own unit. */
function warnTime(unit: Unit, warnDays = 3): number {
  return unit === 'hour' ? warnDays * 24 : warnDays;
}

/** The clock of a line in a list, with the days left today. */
export function rowClock(clock: NonNullable<RowData['clock']>, now: string, calendars: Calendars): NonNullable<WorklistRow['clock']> {
  const unit = clock.unit as Unit;
  const left = clock.status === 'running' ? timeLeft(clock, now, { unit, calendars }) : undefined;
  return {
    label: clock.label,
    ...(clock.due === undefined ? {} : { due: clock.due }),
    ...(left === undefined ? {} : { daysLeft: left }),
    unit: unit === 'month' || unit === 'year' ? 'calendar-day' : unit,
    level: clockLevel(clock, left, warnTime(unit, clock.warnDays)),
  };
}
