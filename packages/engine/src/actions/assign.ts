import type { Journal } from '../decide/journal.js';
import { type CandidateInput, candidateRefusal, panelRefusal } from '../decide/seat-candidate.js';
import { refuse, stopWith } from '../decide/stop.js';
import { closeTasks, openStepTasks } from '../decide/tasks.js';
import { engineIssue } from '../issues/catalogue.js';
import { refusal } from '../issues/refusals.js';
import type { TakeAction } from '../types/command.js';
import type { Refusal } from '../types/context.js';
import { seatHolder } from '../votes/step-vote.js';
import { type ActionRun, recordTaken } from './action-run.js';
import { takePath } from './move.js';

type Assignments = NonNullable<TakeAction['assignments']>;

/** `assign`: names the people who take the seats of a step, all named at once or none. It moves the case only where it has a target. */
export function takeAssign(run: ActionRun): void {
  const { journal, action, command } = run;
  const named = command.assignments ?? [];
  const assign = action.definition.assign ?? { steps: [] };
  if (named.length === 0) stopWith([engineIssue('ASSIGNMENTS_REQUIRED', '/assignments')]);
  checkSeats(journal, assign.steps, named);
  const around = { compiled: journal.compiled, state: journal.state, ctx: journal.ctx, assign };
  for (const [index, { seat, person }] of named.entries()) {
    const problem = candidateRefusal(around, { id: seat }, person);
    if (problem) refuseAt(problem, `/assignments/${index}`);
  }
  checkOnePerson(journal, assign.steps, named);
  checkPanel(around, named);
  recordTaken(run);
  for (const step of assign.steps) seatPeople(journal, step, named);
  if (action.paths.length === 0) return;
  for (const step of assign.steps) checkFilled(journal, step);
  takePath(run);
}

/** The people take their seats; open tasks of those seats go to them. */
export function seatPeople(journal: Journal, step: string, named: Assignments): void {
  const compiled = journal.compiled.steps.get(step);
  const own = named.filter(({ seat }) => compiled?.vote?.seats.some(({ id }) => id === seat));
  if (!compiled || own.length === 0) return;
  journal.record('SeatsAssigned', { step, seats: own }, { step });
  if (!journal.state.position.includes(step)) return;
  const seats = new Set(own.map(({ seat }) => seat));
  const vacancy = (seat: string | undefined) => seat === undefined || seats.has(seat);
  closeTasks(journal, (task) => task.kind === 'step' && task.step === step && vacancy(task.seat), 'canceled');
  openStepTasks(journal, compiled);
}

function checkSeats({ compiled, state }: Journal, steps: readonly string[], named: Assignments): void {
  const seats = new Set(steps.flatMap((step) => compiled.steps.get(step)?.vote?.seats.map(({ id }) => id) ?? []));
  const unknown = named.flatMap(({ seat }, index) =>
    seats.has(seat) ? [] : [engineIssue('SEAT_UNKNOWN', `/assignments/${index}/seat`, { seat })],
  );
  if (unknown.length > 0) stopWith(unknown);
  const voted = named.findIndex(({ seat }) => state.votes.some((vote) => steps.includes(vote.step) && vote.seat === seat));
  if (voted < 0) return;
  const reason = { 'zh-CN': '这个席位已经提交了意见，要换人请先办回避', en: 'the seat has voted; recuse its holder first' };
  refuseAt(refusal('PERSON_NOT_ELIGIBLE', { words: { reason } }), `/assignments/${voted}`);
}

/** Nobody takes two seats of one step. */
function checkOnePerson({ state }: Journal, steps: readonly string[], named: Assignments): void {
  const renamed = new Set(named.map(({ seat }) => seat));
  const kept = steps.flatMap((step) => (state.seats ?? []).filter((known) => known.step === step && !renamed.has(known.seat)));
  const people = named.map(({ person }) => person);
  const twice = people.findIndex((person, index) => people.indexOf(person) !== index || kept.some((seat) => seat.person === person));
  if (twice < 0) return;
  const reason = { 'zh-CN': '同一个人不能占两个席位', en: 'one person cannot take two seats' };
  refuseAt(refusal('PERSON_NOT_ELIGIBLE', { words: { reason } }), `/assignments/${twice}`);
}

/** With those who keep their seats at a step, the people named fulfil what one of them must. */
function checkPanel(around: CandidateInput, named: Assignments): void {
  for (const step of around.assign.steps) {
    const kept = (around.state.seats ?? []).filter((known) => known.step === step && !named.some(({ seat }) => seat === known.seat));
    const problem = panelRefusal(
      around,
      [...named, ...kept].map(({ person }) => person),
    );
    if (problem) refuseAt(problem, '/assignments');
  }
}

/** Refused, with the place in the command at which the reason lies. */
function refuseAt(problem: Refusal, path: string): never {
  refuse(problem, [{ code: problem.code, severity: 'error', path, message: problem.message }]);
}

/** The case goes on only when every seat that must be named has somebody. */
function checkFilled({ compiled, state }: Journal, step: string): void {
  const seats = compiled.steps.get(step)?.vote?.seats ?? [];
  const empty = seats.filter(({ id, assigned }) => assigned === true && seatHolder(state, step, id) === undefined);
  if (empty.length > 0) stopWith(empty.map(({ id }) => engineIssue('SEAT_EMPTY', '/assignments', { seat: id })));
}
