import { refuse, stopWith } from '../decide/stop.js';
import { engineIssue } from '../issues/catalogue.js';
import { refusal } from '../issues/refusals.js';
import { type ActionRun, recordTaken } from './action-run.js';
import { takePath } from './move.js';

/** `assign`: names the people who take the seats of a step, all named at once or none. */
export function takeAssign(run: ActionRun): void {
  const { journal, action, command } = run;
  const named = command.assignments ?? [];
  if (named.length === 0) stopWith([engineIssue('ASSIGNMENTS_REQUIRED', '/assignments')]);
  const people = named.map(({ person }) => person);
  const twice = people.find((person, index) => people.indexOf(person) !== index);
  if (twice !== undefined) {
    const reason = { 'zh-CN': '同一个人不能占两个席位', en: 'one person cannot take two seats' };
    refuse(refusal('PERSON_NOT_ELIGIBLE', { words: { reason } }));
  }
  recordTaken(run);
  for (const step of action.definition.assign?.steps ?? []) {
    const seats = journal.compiled.steps.get(step)?.vote?.seats ?? [];
    const own = named.filter(({ seat }) => seats.some(({ id }) => id === seat));
    if (own.length > 0) journal.record('SeatsAssigned', { step, seats: own }, { step });
  }
  takePath(run);
}
