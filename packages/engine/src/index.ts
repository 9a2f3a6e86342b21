export { slotCommitment, verifySlot } from './acts/slot.js';
export { dayNumberOf, isoOfDay } from './calendar/day-number.js';
export { scheduleDay, type SchedulePeriod, schedulePeriods } from './calendar/schedule-periods.js';
export { dayOfInstant, dueInstant, isReached } from './calendar/instant.js';
export {
  type AddDaysOptions,
  addDays,
  type Calendars,
  type DayUnit,
  type DueDay,
  isWorkingDay,
  nextWorkingDay,
  workingDaysBetween,
} from './calendar/working-days.js';
export {
  type CompiledAction,
  type CompiledStep,
  type CompiledWorkflow,
  compileWorkflow,
  WorkflowBroken,
} from './compile/compile-workflow.js';
export { claimKey } from './decide/claims.js';
export { decide } from './decide/decide.js';
export { declareOutputs } from './decide/record-writes.js';
export { areaOfRole } from './decide/roles.js';
export { assignmentOf, candidateFacts, candidateRefusal } from './decide/seat-candidate.js';
export { filerOf } from './decide/whose.js';
export { evolve, replay } from './evolve/evolve.js';
export { type BuiltinFact, builtinFacts, builtinItemFacts } from './facts/builtin-facts.js';
export { isLeftToAPerson } from './facts/row-verdict.js';
export { type DecisionReads } from './facts/item-decision.js';
export { groupMatches } from './letters/group-matches.js';
export { groupAmount } from './letters/group-amount.js';
export { caseFacts, itemFacts } from './facts/case-facts.js';
export { sumAmounts } from './facts/sum-amounts.js';
export type { LetterBlock, LetterClause, LetterData, LetterMatch, LetterRemedy, LetterRow, RenderedLetter } from './letters/letter-data.js';
export { stateAsIssued } from './letters/state-as-issued.js';
export { type LetterInput, renderLetter } from './letters/render-letter.js';
export { type Move, MoveRefused, PositionRefused } from './position/mover.js';
export { type AvailabilityContext, availableActions } from './views/available-actions.js';
export { actsOfItem, dueClocks, firesAt, nextDue, openTasks } from './views/case-views.js';
export { type EvaluatedItem, evaluateItems, explainItem } from './views/item-views.js';
export {
  matchKey,
  type NeededMatch,
  type NeededPerson,
  type NeededRecord,
  neededMatches,
  neededPeople,
  neededReads,
  neededRecords,
} from './views/needed-records.js';
export { possibleTargets } from './views/possible-targets.js';
export { returnTargets } from './views/return-targets.js';
export { namesParty } from './commands/correct-fact.js';
export { isRecused, seatHolder, voteOfStep } from './votes/step-vote.js';
export { type CastVote, type Seat, type Tally, tallyVotes, type VoteRule } from './votes/tally.js';
export type * from './types/index.js';
