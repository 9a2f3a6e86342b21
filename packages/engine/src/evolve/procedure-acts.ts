import type { ActHandlers } from './evolve.js';
import { slotValue } from './read-slot.js';

export const procedureHandlers: ActHandlers<'ProcedureRequested' | 'ProcedureVoted' | 'ProcedureClosed'> = {
  ProcedureRequested(state, act) {
    const { procedure } = act.data;
    const reason = slotValue<string>(act, 'reason');
    const key = `procedure:${procedure}`;
    const requested = {
      ...act.data,
      requestedBy: act.actor.id ?? '',
      votes: [],
      ...(reason === undefined ? {} : { reason }),
    };
    return {
      ...state,
      procedures: [...state.procedures, requested],
      actionCounts: { ...state.actionCounts, [key]: (state.actionCounts[key] ?? 0) + 1 },
    };
  },

  ProcedureVoted(state, act) {
    const { id, seat, vote } = act.data;
    const procedures = state.procedures.map((procedure) =>
      procedure.id === id ? { ...procedure, votes: [...procedure.votes, { seat, by: act.actor.id ?? '', vote }] } : procedure,
    );
    return { ...state, procedures };
  },

  ProcedureClosed(state, act) {
    return { ...state, procedures: state.procedures.filter((procedure) => procedure.id !== act.data.id) };
  },
};
