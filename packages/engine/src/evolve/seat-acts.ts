import type { CaseState } from '../types/state.js';
import type { ActHandlers } from './evolve.js';

/** Who sits where: assignments and recusals. A recused person's vote and sheet are gone from the state; the acts remember. */
export const seatHandlers: ActHandlers<'SeatsAssigned' | 'PersonRecused'> = {
  SeatsAssigned(state, act) {
    const { step, seats } = act.data;
    const named = new Set(seats.map(({ seat }) => seat));
    const others = (state.seats ?? []).filter((known) => known.step !== step || !named.has(known.seat));
    const taken = seats.map(({ seat, person }) => ({ step, seat, person, on: act.effectiveOn }));
    return { ...state, seats: [...others, ...taken] };
  },

  PersonRecused(state, act) {
    const { step, seat, person, how } = act.data;
    const recusal = { step, ...(seat === undefined ? {} : { seat }), person, ...(how === 'quorum' ? { dropped: true as const } : {}) };
    return {
      ...withoutPerson(state, step, person),
      recusals: [...(state.recusals ?? []), recusal],
    };
  },
};

function withoutPerson(state: CaseState, step: string, person: string): CaseState {
  const votes = state.votes.filter((vote) => vote.step !== step || vote.by !== person);
  const keptVotes = (state.keptVotes ?? []).filter((vote) => vote.step !== step || vote.by !== person);
  const seats = (state.seats ?? []).filter((known) => known.step !== step || known.person !== person);
  const sheets = (state.sheets ?? []).filter((sheet) => sheet.step !== step || sheet.by !== person);
  return { ...state, votes, ...(state.keptVotes ? { keptVotes } : {}), seats, sheets };
}
