import type { CaseState, ClockState } from '../types/state.js';
import type { ActHandlers } from './evolve.js';

type ClockActs =
  | 'ClockStarted'
  | 'ClockPaused'
  | 'ClockResumed'
  | 'ClockDetermined'
  | 'ClockExtended'
  | 'ClockBreached'
  | 'ClockEscalated'
  | 'ClockEnded';

interface DueFields {
  readonly due?: string;
  readonly dueAt?: string;
  readonly missingYear?: number;
}

function changeClock(state: CaseState, id: string, change: (clock: ClockState) => ClockState): CaseState {
  return { ...state, clocks: state.clocks.map((clock) => (clock.id === id ? change(clock) : clock)) };
}

/** A clock with its last day, running; without one, undetermined. */
function withDue(clock: ClockState, { due, dueAt, missingYear }: DueFields): ClockState {
  const { due: _due, dueAt: _dueAt, missingYear: _year, ...rest } = clock;
  return {
    ...rest,
    status: due === undefined ? 'undetermined' : 'running',
    ...(due === undefined ? {} : { due }),
    ...(dueAt === undefined ? {} : { dueAt }),
    ...(missingYear === undefined ? {} : { missingYear }),
  };
}

export const clockHandlers: ActHandlers<ClockActs> = {
  ClockStarted(state, act) {
    const { clock, id, startedOn, startedAt, amount } = act.data;
    const base: ClockState = {
      id,
      clock,
      step: act.step ?? '',
      status: 'running',
      startedOn,
      ...(startedAt === undefined ? {} : { startedAt }),
      ...(amount === undefined ? {} : { amount }),
      pauses: [],
      extendedBy: 0,
    };
    // A clock that starts again replaces the ended one: the state stays bounded, the acts remember.
    const others = state.clocks.filter((known) => known.clock !== clock || (known.status !== 'ended' && known.status !== 'canceled'));
    return { ...state, clocks: [...others, withDue(base, act.data)] };
  },

  ClockPaused(state, act) {
    return changeClock(state, act.data.id, ({ due: _due, dueAt: _dueAt, missingYear: _year, ...clock }) => ({
      ...clock,
      status: 'paused',
      pauses: [...clock.pauses, { from: act.effectiveOn, why: act.data.why }],
    }));
  },

  ClockResumed(state, act) {
    return changeClock(state, act.data.id, (clock) => {
      const pauses = clock.pauses.map((pause) => (pause.to === undefined ? { ...pause, to: act.effectiveOn } : pause));
      return withDue({ ...clock, pauses }, act.data);
    });
  },

  ClockDetermined(state, act) {
    return changeClock(state, act.data.id, (clock) => withDue(clock, act.data));
  },

  ClockExtended(state, act) {
    return changeClock(state, act.data.id, (clock) => {
      const extended = { ...clock, extendedBy: clock.extendedBy + act.data.days };
      return clock.status === 'paused' ? extended : withDue(extended, act.data);
    });
  },

  ClockBreached(state, act) {
    const { id, escalateAt } = act.data;
    return changeClock(state, id, (clock) => ({
      ...clock,
      breachedOn: act.effectiveOn,
      ...(escalateAt === undefined ? {} : { escalateAt }),
    }));
  },

  ClockEscalated(state, act) {
    const { id, level, escalateAt } = act.data;
    return changeClock(state, id, ({ escalateAt: _told, ...clock }) => ({
      ...clock,
      escalated: level,
      ...(escalateAt === undefined ? {} : { escalateAt }),
    }));
  },

  ClockEnded(state, act) {
    const { id, how } = act.data;
    return changeClock(state, id, (clock) => ({
      ...clock,
      status: how === 'canceled' ? 'canceled' : 'ended',
      endedOn: act.effectiveOn,
    }));
  },
};
