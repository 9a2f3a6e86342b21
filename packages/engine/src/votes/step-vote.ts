import type { CompiledStep } from '../compile/compile-workflow.js';
import type { CaseState } from '../types/state.js';
import type { Seat, VoteRule } from './tally.js';

/** The vote of a step as it stands in a case: seats dropped by a recusal are not counted. */
export function voteOfStep(step: CompiledStep, state: CaseState): VoteRule | undefined {
  if (!step.vote) return undefined;
  const dropped = new Set(
    (state.recusals ?? []).filter(({ step: where, dropped: gone }) => where === step.definition.id && gone).map(({ seat }) => seat),
  );
  if (dropped.size === 0) return step.vote;
  return { ...step.vote, seats: step.vote.seats.filter(({ id }) => !dropped.has(id)) };
}

/** Person named for a seat. */
export function seatHolder(state: CaseState, step: string, seat: string): string | undefined {
  return state.seats?.find((known) => known.step === step && known.seat === seat)?.person;
}

/** Whether the seat may be taken by this person: anybody of its role, or only the one named for it. */
export function maySit(state: CaseState, step: string, { seat, person }: { readonly seat: Seat; readonly person: string }): boolean {
  return seat.assigned !== true || seatHolder(state, step, seat.id) === person;
}

/** Whoever was recused at one step of a case has no part in any other of it either. */
export function isRecused(state: CaseState, person: string): boolean {
  return (state.recusals ?? []).some((recusal) => recusal.person === person);
}
