import type { OpenChildCase } from './command.js';
import type { FactScalar } from './values.js';

/** What must happen outside the case after a commit. `id` is unique and stable: the receiver makes it exactly-once. */
export type Effect = { readonly id: string } & EffectBody;

export type EffectBody =
  | {
      readonly kind: 'assign-number';
      readonly sequence: string;
      readonly area: string;
      readonly on: string;
      readonly for: 'case' | 'letter';
      readonly letter?: string;
    }
  | { readonly kind: 'claim'; readonly item: string; readonly claim: string; readonly key: string; readonly service: string }
  | { readonly kind: 'release-claim'; readonly item: string; readonly claim: string; readonly key: string }
  | {
      readonly kind: 'record-entitlement';
      readonly item: string;
      readonly register: string;
      /** Field values of the record; `subject` is the beneficiary. */
      readonly record: Readonly<Record<string, unknown>>;
      readonly subject: string;
    }
  | {
      /** A register record; the outcome is `record-written` or `record-refused` with the id `write`. */
      readonly kind: 'write-record';
      readonly write: string;
      readonly register: string;
      readonly mode: 'create' | 'update' | 'upsert';
      /** Of a sealed number its keyed hash. */
      readonly key: string;
      /** Changed fields only; sealed numbers stay sealed. */
      readonly values: Readonly<Record<string, FactScalar>>;
      /** Person or organisation concerned. */
      readonly subject: string;
      readonly on: string;
      readonly item?: string;
    }
  | { readonly kind: 'open-child'; readonly key: string; readonly command: Omit<OpenChildCase, 'type' | 'caseId'> }
  | { readonly kind: 'report-closed'; readonly parent: string }
  /** Message without legal effect, or a letter's copy, into the in-app inbox. */
  | {
      readonly kind: 'notify';
      readonly notice: string;
      readonly to: { readonly people: readonly string[] } | { readonly role: string; readonly area: string };
      readonly letter?: string;
    };
