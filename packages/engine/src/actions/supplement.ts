import { issueLetters, saidIn } from '../decide/letters.js';
import { endClock, pauseForSupplement, startClock } from '../decide/clocks.js';
import { refuse, stopWith } from '../decide/stop.js';
import { openTask } from '../decide/tasks.js';
import { engineIssue } from '../issues/catalogue.js';
import { refusal } from '../issues/refusals.js';
import type { Json } from '../types/values.js';
import { type ActionRun, recordTaken } from './action-run.js';

/** The clock of a supplement where the action names none. */
const SUPPLEMENT_CLOCK = 'supplement';

/** `supplement`: tells the applicant once, with the full list, what is missing; clocks stop, the position stays. */
export function takeSupplement(run: ActionRun): void {
  const { journal, step, action, command } = run;
  if (journal.state.supplement) refuse(refusal('SUPPLEMENT_OPEN'));
  const list = command.list ?? [];
  if (list.length === 0 || list.some((entry) => !entry.what.trim() || !entry.why.trim())) stopWith([engineIssue('LIST_REQUIRED', '/list')]);
  const id = step.definition.id;
  recordTaken(run);
  pauseForSupplement(journal);
  const clock = action.definition.clock ?? SUPPLEMENT_CLOCK;
  for (const old of journal.state.clocks) if (old.clock === clock) endClock(journal, old, 'canceled');
  startClock(journal, clock, id);
  const due = journal.state.clocks.find((known) => known.clock === clock && known.status === 'running')?.due;
  const [letter] = issueLetters(journal, action.definition.letters ?? [], { list, due, ...saidIn(command) });
  const slots = { list: { subject: journal.concerned(), value: list as unknown as Json } };
  journal.record('SupplementRequested', letter === undefined ? {} : { letter }, { step: id, slots });
  openTask(journal, { kind: 'supplement', step: id, party: journal.state.parties[0]?.party ?? 'applicant' });
}
