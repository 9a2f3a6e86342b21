import { canonicalJson, sha256Hex } from '@careway/definition';
import type { Json, Slot } from '../types/values.js';

/** SHA-256 of the salt's text followed by the value's RFC 8785 text, hex. */
export function slotCommitment(salt: string, value: Json): string {
  return sha256Hex(salt + canonicalJson(value));
}

export interface SlotContent {
  /** Opaque id of the person or organisation concerned. */
  readonly subject: string;
  readonly value: Json;
}

/** Salts of one command's slots derive from its fresh randomness, the act's number and the slot's name. */
export function makeSlot(randomness: string, seq: number, name: string, content: SlotContent): Slot {
  const salt = sha256Hex(`${randomness}:${seq}:${name}`).slice(0, 32);
  return { subject: content.subject, salt, value: content.value, commitment: slotCommitment(salt, content.value) };
}

/** Whether a slot's value is the one committed to; an erased slot verifies. */
export function verifySlot(slot: Slot): boolean {
  return slot.value === undefined || slotCommitment(slot.salt, slot.value) === slot.commitment;
}
