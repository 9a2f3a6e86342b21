import { paramValue } from '../facts/case-facts.js';
import { authoriseProcedure } from '../decide/authorise-procedure.js';
import { recordedActor } from '../decide/authorise.js';
import { extendClock } from '../decide/clocks.js';
import type { Journal } from '../decide/journal.js';
import { closeProcedure, openProcedureTasks } from '../decide/procedure-tasks.js';
import { heldRole } from '../decide/roles.js';
import { refuse, stopWith } from '../decide/stop.js';
import { closeTasks } from '../decide/tasks.js';
import { engineIssue } from '../issues/catalogue.js';
import { refusal } from '../issues/refusals.js';
import type { RequestProcedure, VoteProcedure } from '../types/command.js';
import { tallyVotes } from '../votes/tally.js';

/** Asks for a side procedure: tasks open for its seats, the case goes on meanwhile. */
export function requestProcedure(journal: Journal, command: RequestProcedure): void {
  const { compiled, state, ctx } = journal;
  if (state.status === 'closed') refuse(refusal('CASE_CLOSED'));
  const definition = compiled.procedures.get(command.procedure);
  if (!definition) refuse(refusal('NOT_FOUND'));
  const live = state.clocks.filter((clock) => clock.status === 'running' || clock.status === 'paused');
  const clock = live.find((known) => known.id === command.clock || known.clock === command.clock);
  if (!clock || !(definition.clocks ?? []).includes(clock.clock)) refuse(refusal('ACTION_NOT_AVAILABLE'));
  const area = heldRole(ctx.organisation, state.areaPath, ctx.actor, definition.request.role);
  if (area === undefined || ctx.actor.kind !== 'person') refuse(refusal('NOT_YOUR_TASK'));
  if (clock.breachedOn !== undefined) {
    const message = { 'zh-CN': '已经超期，不能再延长', en: 'The limit has passed and cannot be extended' };
    refuse(refusal('ACTION_NOT_AVAILABLE', { message }));
  }
  const { times } = definition;
  if (times !== undefined && (state.actionCounts[`procedure:${definition.id}`] ?? 0) >= times) {
    refuse(refusal('TIMES_EXHAUSTED', { params: { times } }));
  }
  const maximum = Number(paramValue(compiled, ctx.services.get(state.service), definition.param ?? '') ?? Number.MAX_SAFE_INTEGER);
  const days = command.days ?? 0;
  if (!Number.isInteger(days) || days < 1 || days > maximum) {
    stopWith([engineIssue('DAYS_INVALID', '/days', { maximum })]);
  }
  if (!command.reason.trim()) stopWith([engineIssue('REASON_REQUIRED', '/reason')]);
  journal.actor = recordedActor(ctx.actor, definition.request.role, area);
  const id = `p${journal.nextSeq}`;
  const slots = { reason: { subject: journal.applicant, value: command.reason } };
  journal.record('ProcedureRequested', { id, procedure: definition.id, clock: clock.id, days }, { step: clock.step, slots });
  const requested = journal.state.procedures.find((known) => known.id === id);
  if (requested) openProcedureTasks(journal, requested, clock.step);
}

/** A seat votes; a decided vote closes the procedure, a granted one extends the clock. */
export function voteProcedure(journal: Journal, command: VoteProcedure): void {
  const { compiled, state, ctx } = journal;
  if (state.status === 'closed') refuse(refusal('CASE_CLOSED'));
  const procedure = state.procedures.find((known) => known.id === command.id);
  const definition = procedure && compiled.procedures.get(procedure.procedure);
  const clock = state.clocks.find((known) => known.id === procedure?.clock);
  if (!procedure || !definition || !clock) refuse(refusal('NOT_FOUND'));
  const allowed = authoriseProcedure({ compiled, state, actor: ctx.actor, ctx }, { procedure, definition, seat: command.seat });
  if (allowed.refusal) refuse(allowed.refusal);
  journal.actor = allowed.as;
  const { seat } = allowed;
  journal.record('ProcedureVoted', { id: procedure.id, seat, vote: command.vote }, { step: clock.step });
  closeTasks(journal, (task) => task.procedure === procedure.id && task.seat === seat, 'done');
  const votes = journal.state.procedures.find((known) => known.id === procedure.id)?.votes ?? [];
  const { outcome } = tallyVotes(definition.decide, votes);
  if (outcome === 'open') openProcedureTasks(journal, { ...procedure, votes }, clock.step);
  if (outcome === 'passed') extendClock(journal, clock, procedure.days ?? 0);
  if (outcome !== 'open') closeProcedure(journal, procedure.id, outcome === 'passed' ? 'granted' : 'refused');
}
