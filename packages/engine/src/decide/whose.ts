import { jsonOf } from '../acts/json-of.js';
import type { SlotContent } from '../acts/slot.js';
import type { AttachmentRef, PartyState } from '../types/state.js';
import type { ValidatedSubmission } from '../types/command.js';

/**
 * Whom values belong to, so that they can be erased for one person without taking them from another. A case of one row is about the person of
 * that row, whoever filed it; one of several rows, or of none, belongs as a whole to whoever filed it.
 */
export interface Whose {
  readonly filer: string;
  /** Whom the case is about. */
  readonly concerned: string;
}

/** Who filed: the person with an account who did it for somebody else, else the first party itself. An organisation files by its agents. */
export function filerOf(party: Pick<PartyState, 'kind' | 'subject' | 'agents'>, filedBy: string | undefined): string {
  const forAnother = party.kind === 'person' && filedBy !== undefined && party.agents.includes(filedBy);
  return forAnother ? filedBy : party.subject;
}

/** The one person that rows are about; of several people, or of no row, who filed. */
export function concernedBy(rows: readonly { readonly subject: string }[], filer: string): string {
  const [first] = rows;
  return first && rows.every(({ subject }) => subject === first.subject) ? first.subject : filer;
}

type OfFiler = ValidatedSubmission['ofFiler'];

/** Whether an answer tells about whoever files, where that is not whom the case is about. */
export function isOfFiler(ofFiler: OfFiler, field: string, { filer, concerned }: Whose): boolean {
  return filer !== concerned && (ofFiler === 'all' || (ofFiler ?? []).includes(field));
}

/** Case-level answers: `answers`, and beside it `answers:filer` where some of them tell about whoever files. */
export function answerSlots({ answers, ofFiler }: ValidatedSubmission, whose: Whose): Record<string, SlotContent> {
  const entries = Object.entries(answers);
  const own = entries.filter(([field]) => !isOfFiler(ofFiler, field, whose));
  if (own.length === entries.length) return { answers: { subject: whose.concerned, value: jsonOf(answers) } };
  const theirs = { subject: whose.filer, value: jsonOf(Object.fromEntries(entries.filter((entry) => !own.includes(entry)))) };
  if (own.length === 0) return { answers: theirs };
  return { answers: { subject: whose.concerned, value: jsonOf(Object.fromEntries(own)) }, 'answers:filer': theirs };
}

/** One slot for each file: the name of one may tell of a person whom the others do not concern. */
export function fileSlots(files: readonly AttachmentRef[], subject: string): Record<string, SlotContent> {
  return Object.fromEntries(files.map((file) => [`attachment:${file.id}`, { subject, value: jsonOf(file) }]));
}
