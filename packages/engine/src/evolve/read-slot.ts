import type { Act } from '../types/act.js';
import type { Json, Slot } from '../types/values.js';

/** The value of a slot; `undefined` when the act has none or it was erased. */
export function slotValue<T = Json>(act: Pick<Act, 'slots'>, name: string): T | undefined {
  return act.slots[name]?.value as T | undefined;
}

/** Whether the slot exists and its value is gone. */
export function isErased(act: Pick<Act, 'slots'>, name: string): boolean {
  const slot: Slot | undefined = act.slots[name];
  return slot !== undefined && slot.value === undefined;
}
