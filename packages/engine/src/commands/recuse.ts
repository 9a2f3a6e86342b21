import type { ProcedureDefinition } from '@careway/definition';
import { seatPeople } from '../actions/assign.js';
import { settleVote } from '../actions/settle-vote.js';
import type { Journal } from '../decide/journal.js';
import { recordSheetFacts } from '../decide/record-sheets.js';
import { assignmentOf, candidateRefusal, panelRefusal } from '../decide/seat-candidate.js';
import { refuse, stopWith } from '../decide/stop.js';
import { closeTasks, openStepTasks } from '../decide/tasks.js';
import { paramValue } from '../facts/case-facts.js';
import { engineIssue } from '../issues/catalogue.js';
import { refusal } from '../issues/refusals.js';
import type { RequestProcedure } from '../types/command.js';
import { seatHolder, voteOfStep } from '../votes/step-vote.js';
import type { ProcedureKind } from './procedures.js';

/**
 * `recuse` (回避): what the person contributed at the steps concerned is void. The seat goes to the substitute named; without one the others go
 * on where they are a quorum, else the seat waits for somebody to be named.
 */
export const recusal: ProcedureKind = {
  forOneself: true,

  subject({ journal, definition, command }) {
    const step = stepOf(journal, definition, command);
    const person = personOf(journal, step, command);
    if (person === undefined) stopWith([engineIssue('PERSON_REQUIRED', '/seat')]);
    // who was recused elsewhere may still hold a seat here
    if (journal.state.recusals?.some((known) => known.step === step && known.person === person)) refuse(refusal('PERSON_RECUSED'));
    const { seat, substitute } = command;
    if (substitute !== undefined) checkSubstitute(journal, { step, seat, substitute, person });
    else if (seat !== undefined) checkQuorum(journal, step);
    return {
      step,
      person,
      ...(seat === undefined ? {} : { seat }),
      ...(substitute === undefined ? {} : { substitute }),
    };
  },

  grant({ journal, definition, procedure }) {
    const { person = '', seat, substitute } = procedure;
    const steps = (definition.steps ?? []).filter((step) => step === procedure.step || holdsSeat(journal, step, { seat, person }));
    for (const step of steps) recuseFrom(journal, step, { person, seat, substitute });
    recordSheetFacts(journal);
    for (const step of steps) settleVote(journal, step);
  },
};

function stepOf({ state }: Journal, { steps = [] }: ProcedureDefinition, command: RequestProcedure): string {
  const step = command.step ?? steps.find((known) => state.position.includes(known)) ?? steps[0];
  if (step === undefined || !steps.includes(step)) refuse(refusal('ACTION_NOT_AVAILABLE'));
  return step;
}

/** Who holds the seat, voted in it or took its task. */
function personOf({ state }: Journal, step: string, { seat }: RequestProcedure): string | undefined {
  const ofSeat = (known: string | undefined) => known === seat;
  const voter = state.votes.find((vote) => vote.step === step && ofSeat(vote.seat))?.by;
  const taker = state.tasks.find((task) => task.step === step && task.kind === 'step' && ofSeat(task.seat))?.takenBy;
  return (seat === undefined ? undefined : seatHolder(state, step, seat)) ?? voter ?? taker;
}

function holdsSeat(
  { state }: Journal,
  step: string,
  { seat, person }: { readonly seat: string | undefined; readonly person: string },
): boolean {
  return seat !== undefined && seatHolder(state, step, seat) === person;
}

interface Substitution {
  readonly step: string;
  readonly seat: string | undefined;
  readonly substitute: string;
  readonly person: string;
}

function checkSubstitute(journal: Journal, { step, seat, substitute, person }: Substitution): void {
  const { compiled, state, ctx } = journal;
  const assign = assignmentOf(compiled, step);
  if (seat === undefined || !assign) refuse(refusal('ACTION_NOT_AVAILABLE'));
  const taken = (state.seats ?? []).some((known) => known.step === step && known.person === substitute);
  if (substitute === person || taken) {
    const reason = { 'zh-CN': '已经占有席位', en: 'holds a seat already' };
    refuse(refusal('PERSON_NOT_ELIGIBLE', { words: { reason } }));
  }
  const around = { compiled, state, ctx, assign };
  const others = (state.seats ?? []).filter((known) => known.step === step && known.person !== person);
  const problem =
    candidateRefusal(around, { id: seat }, substitute) ?? panelRefusal(around, [substitute, ...others.map((known) => known.person)]);
  if (problem) refuse(problem);
}

/** As the definition states it, or the parameter that it names. */
function quorumOf({ compiled, state, ctx }: Journal, step: string): number | undefined {
  const stated = compiled.steps.get(step)?.definition.vote?.quorum;
  if (typeof stated !== 'string') return stated;
  const value = paramValue(compiled, ctx.services.get(state.service), stated);
  return typeof value === 'number' ? value : undefined;
}

/** Without a substitute the others must be a quorum, where the definition states one. */
function checkQuorum(journal: Journal, step: string): void {
  const compiled = journal.compiled.steps.get(step);
  const quorum = quorumOf(journal, step);
  const rule = compiled && voteOfStep(compiled, journal.state);
  if (quorum === undefined || !rule || rule.seats.length - 1 >= quorum) return;
  refuse(refusal('QUORUM_LOST', { params: { quorum } }));
}

interface Recusal {
  readonly person: string;
  readonly seat: string | undefined;
  readonly substitute: string | undefined;
}

function recuseFrom(journal: Journal, step: string, { person, seat, substitute }: Recusal): void {
  const compiled = journal.compiled.steps.get(step);
  const rule = compiled && voteOfStep(compiled, journal.state);
  const quorum = quorumOf(journal, step);
  const dropped = substitute === undefined && seat !== undefined && quorum !== undefined && (rule?.seats.length ?? 0) - 1 >= quorum;
  journal.record(
    'PersonRecused',
    { step, ...(seat === undefined ? {} : { seat }), person, how: dropped ? 'quorum' : 'substitute' },
    { step },
  );
  const theirs = (task: { readonly seat?: string; readonly takenBy?: string }) =>
    (seat !== undefined && task.seat === seat) || task.takenBy === person;
  closeTasks(journal, (task) => task.kind === 'step' && task.step === step && theirs(task), 'canceled');
  if (substitute !== undefined && seat !== undefined) seatPeople(journal, step, [{ seat, person: substitute }]);
  if (compiled && journal.state.position.includes(step)) openMissing(journal, step);
}

/** A task for whoever acts now: a seat's, the lead's who names somebody, or the step's own. */
function openMissing(journal: Journal, step: string): void {
  const compiled = journal.compiled.steps.get(step);
  const open = journal.state.tasks.some((task) => task.kind === 'step' && task.step === step);
  if (compiled && (compiled.vote || !open)) openStepTasks(journal, compiled);
}
