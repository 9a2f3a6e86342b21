import type { Act, ActOf, ActType } from '../types/act.js';
import type { CaseState } from '../types/state.js';
import { caseHandlers, openedCase } from './case-acts.js';
import { clockHandlers } from './clock-acts.js';
import { itemHandlers } from './item-acts.js';
import { letterHandlers } from './letter-acts.js';
import { procedureHandlers } from './procedure-acts.js';
import { recordHandlers } from './record-acts.js';
import { seatHandlers } from './seat-acts.js';
import { taskHandlers } from './task-acts.js';

export type ActHandler<T extends ActType> = (state: CaseState, act: ActOf<T>) => CaseState;
export type ActHandlers<T extends ActType> = { readonly [K in T]: ActHandler<K> };

const handlers: ActHandlers<Exclude<ActType, 'CaseOpened'>> = {
  ...caseHandlers,
  ...itemHandlers,
  ...taskHandlers,
  ...clockHandlers,
  ...letterHandlers,
  ...procedureHandlers,
  ...recordHandlers,
  ...seatHandlers,
};

/**
 * The state after one more act. Needs no definition and no machine; a slot that was erased gives an erased value.
 * @throws RangeError when the act is not the next one of this case: an act is missing or was changed in order.
 */
export function evolve(state: CaseState | undefined, act: Act): CaseState {
  if (act.seq !== (state?.seq ?? 0) + 1) throw new RangeError(`act ${act.seq} does not follow act ${state?.seq ?? 0}`);
  if (act.type === 'CaseOpened') return openedCase(act);
  if (!state) throw new RangeError('the first act of a case is CaseOpened');
  const handler = handlers[act.type] as ActHandler<ActType> | undefined;
  if (!handler) throw new RangeError(`unknown act ${String(act.type)}`);
  const next = handler(state, act as ActOf<ActType>);
  return next === state ? { ...state, seq: act.seq } : Object.assign(next, { seq: act.seq });
}

/** The state of a case from all its acts: equal to the live state after every command. */
export function replay(acts: readonly Act[]): CaseState {
  let state: CaseState | undefined;
  for (const act of acts) state = evolve(state, act);
  if (!state) throw new RangeError('a case has at least one act');
  return state;
}
