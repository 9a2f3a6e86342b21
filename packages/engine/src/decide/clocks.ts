import type { ClockDefinition } from '@careway/definition';
import { GuardScope, paramValue } from '../facts/case-facts.js';
import type { ClockState } from '../types/state.js';
import { clockDue, type DueFields } from './clock-due.js';
import type { Journal } from './journal.js';
import { cancelProcedures } from './procedure-tasks.js';
import { areaOfRole } from './roles.js';
import { stopWith } from './stop.js';
import { closeTasks, openTask } from './tasks.js';

function isLive(clock: ClockState): boolean {
  return clock.status !== 'ended' && clock.status !== 'canceled';
}

/** Starts a clock of the workflow at a step, from the day the command took effect; one with a condition only where that holds. */
export function startClock(journal: Journal, id: string, step: string): void {
  const definition = journal.compiled.clocks.get(id);
  if (!definition || !applies(journal, id)) return;
  const amount = amountOf(journal, definition);
  // What was entered later than it happened counts its hours from the start of that day.
  const instant = definition.unit === 'hour' && journal.effectiveOn === journal.today ? { startedAt: journal.ctx.now } : {};
  const clock = { startedOn: journal.effectiveOn, ...instant, ...(amount === undefined ? {} : { amount }), pauses: [], extendedBy: 0 };
  const due = dueOf(journal, definition, clock);
  const clockId = `c${journal.nextSeq}`;
  const started = { clock: id, id: clockId, startedOn: clock.startedOn, ...instant, ...(amount === undefined ? {} : { amount }), ...due };
  journal.record('ClockStarted', started, { step });
  if (due.due === undefined) openOwnerTask(journal, definition, clockId, step);
}

function applies({ compiled, state, ctx }: Journal, id: string): boolean {
  const condition = compiled.clockConditions.get(id);
  if (!condition) return true;
  const result = new GuardScope(compiled, state, ctx).holds(condition, `/clocks/${id}`);
  return 'issue' in result ? stopWith([result.issue]) : result.holds;
}

function amountOf(journal: Journal, definition: ClockDefinition): number | undefined {
  if (definition.param === undefined) return undefined;
  const value = paramValue(journal.compiled, journal.ctx.services.get(journal.state.service), definition.param);
  const amount = Number(value);
  return value === undefined || !Number.isFinite(amount) ? undefined : amount;
}

function dueOf(
  journal: Journal,
  definition: ClockDefinition,
  clock: Pick<ClockState, 'startedOn' | 'startedAt' | 'amount' | 'pauses' | 'extendedBy'>,
): DueFields {
  const { state, ctx } = journal;
  return clockDue({ definition, clock, state, calendars: ctx.calendars, now: ctx.now });
}

/** Nothing is ever without an owner: late or undetermined clocks are a task of the role that answers for them. */
export function openOwnerTask(journal: Journal, definition: ClockDefinition, clock: string, step: string): void {
  const area = areaOfRole(journal.ctx.organisation, journal.state.areaPath, definition.owner);
  openTask(journal, { kind: 'overdue', step, role: definition.owner, area, clock });
}

export function endClock(journal: Journal, clock: ClockState, how: 'done' | 'fired' | 'canceled'): void {
  if (!isLive(clock)) return;
  journal.record('ClockEnded', { id: clock.id, how }, { step: clock.step });
  closeTasks(journal, (task) => task.kind === 'overdue' && task.clock === clock.id, how === 'canceled' ? 'canceled' : 'done');
  cancelProcedures(journal, clock.id);
}

export function endClocksOfStep(journal: Journal, step: string, how: 'done' | 'canceled'): void {
  for (const clock of journal.state.clocks) if (clock.step === step) endClock(journal, clock, how);
}

/** Stops every running clock of the case that stops for a supplement. */
export function pauseForSupplement(journal: Journal): void {
  for (const clock of journal.state.clocks) {
    const stops = journal.compiled.clocks.get(clock.clock)?.pausesForSupplement === true;
    if (!stops || (clock.status !== 'running' && clock.status !== 'undetermined')) continue;
    if (clock.status === 'undetermined') closeTasks(journal, (task) => task.kind === 'overdue' && task.clock === clock.id, 'canceled');
    journal.record('ClockPaused', { id: clock.id, why: 'supplement' }, { step: clock.step });
  }
}

/** Lets paused clocks run on from the day the command took effect. */
export function resumePaused(journal: Journal): void {
  for (const clock of journal.state.clocks) {
    const definition = journal.compiled.clocks.get(clock.clock);
    if (clock.status !== 'paused' || !definition) continue;
    const pauses = clock.pauses.map((pause) => ({ ...pause, to: pause.to ?? journal.effectiveOn }));
    const due = dueOf(journal, definition, { ...clock, pauses });
    journal.record('ClockResumed', { id: clock.id, ...due }, { step: clock.step });
    if (due.due === undefined) openOwnerTask(journal, definition, clock.id, clock.step);
  }
}

export function extendClock(journal: Journal, clock: ClockState, days: number): void {
  const definition = journal.compiled.clocks.get(clock.clock);
  if (!definition) return;
  const due = clock.status === 'paused' ? {} : dueOf(journal, definition, { ...clock, extendedBy: clock.extendedBy + days });
  journal.record('ClockExtended', { id: clock.id, days, ...due }, { step: clock.step });
  if (clock.status === 'running' && due.due === undefined) openOwnerTask(journal, definition, clock.id, clock.step);
}

/** Computes what calendars now allow; silent about the rest. */
export function determineClocks(journal: Journal): void {
  for (const clock of journal.state.clocks) {
    const definition = journal.compiled.clocks.get(clock.clock);
    if (clock.status !== 'undetermined' || !definition) continue;
    const { due, dueAt } = dueOf(journal, definition, clock);
    if (due === undefined || dueAt === undefined) continue;
    journal.record('ClockDetermined', { id: clock.id, due, dueAt }, { step: clock.step });
    closeTasks(journal, (task) => task.kind === 'overdue' && task.clock === clock.id, 'done');
  }
}
