import type { Act } from '../types/act.js';
import type { AttachmentRef, CaseState } from '../types/state.js';
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

/** Files that came with an act, without those that were erased. */
export function filesOf({ slots }: Pick<Act, 'slots'>): readonly AttachmentRef[] {
  return Object.entries(slots).flatMap(([name, { value }]) =>
    name.startsWith('attachment:') && value !== undefined ? [value as unknown as AttachmentRef] : [],
  );
}

/** The files of the case with those of an act. */
export function withFiles({ attachments }: CaseState, act: Pick<Act, 'slots'>): readonly AttachmentRef[] {
  const files = filesOf(act);
  return files.length === 0 ? attachments : [...attachments, ...files];
}
