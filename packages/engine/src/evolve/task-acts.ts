import type { ActHandlers } from './evolve.js';

type TaskActs = 'TaskOpened' | 'TaskTaken' | 'TaskReleased' | 'TaskClosed' | 'VoteCast' | 'VotesVoided' | 'VotesRestored';

export const taskHandlers: ActHandlers<TaskActs> = {
  TaskOpened(state, act) {
    return { ...state, tasks: [...state.tasks, act.data.task] };
  },

  TaskTaken(state, act) {
    const takenBy = act.actor.id ?? '';
    return { ...state, tasks: state.tasks.map((task) => (task.id === act.data.task ? { ...task, takenBy } : task)) };
  },

  TaskReleased(state, act) {
    const tasks = state.tasks.map((task) => {
      if (task.id !== act.data.task) return task;
      const { takenBy: _released, ...free } = task;
      return free;
    });
    return { ...state, tasks };
  },

  TaskClosed(state, act) {
    const closed = state.tasks.find((task) => task.id === act.data.task);
    const tasks = state.tasks.filter((task) => task !== closed);
    if (closed?.kind !== 'supplement' || act.data.why === 'done') return { ...state, tasks };
    const { supplement: _canceled, ...rest } = state;
    return { ...rest, tasks };
  },

  VoteCast(state, act) {
    const { seat, action, vote, readHash } = act.data;
    const cast = { step: act.step ?? '', seat, by: act.actor.id ?? '', action, vote, readHash };
    return { ...state, votes: [...state.votes, cast] };
  },

  VotesVoided(state, act) {
    const { step } = act.data;
    const kept = state.votes.filter((vote) => vote.step !== step);
    const voided = state.votes.filter((vote) => vote.step === step);
    const others = (state.keptVotes ?? []).filter((vote) => vote.step !== step);
    return { ...state, votes: kept, keptVotes: [...others, ...voided] };
  },

  VotesRestored(state, act) {
    const { step, seats } = act.data;
    const named = (seat: string) => seats === undefined || seats.includes(seat);
    const restored = (state.keptVotes ?? []).filter((vote) => vote.step === step && named(vote.seat));
    const sheets = state.sheets?.map((sheet) => {
      const { earlier: _earlier, ...again } = sheet;
      return restored.some((vote) => vote.step === sheet.step && vote.seat === sheet.seat) ? again : sheet;
    });
    return {
      ...state,
      ...(sheets ? { sheets } : {}),
      votes: [...state.votes, ...restored],
      keptVotes: (state.keptVotes ?? []).filter((vote) => vote.step !== step),
    };
  },
};
