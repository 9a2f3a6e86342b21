import { isDateText, normalizeDateText } from '@careway/forms';
import type { ProposalView } from '../../api/index.js';
import type { Answers } from '../../portal/apply/draft-saver.js';

/** One figure as typed, against the content that was seen. */
export interface TypedChange {
  readonly value: string;
  readonly expects: string;
  readonly clause?: string;
}

const prefix = 'change:';

/** Key under which the draft keeps a change. */
export const changeKey = (parameter: string): string => `${prefix}${parameter}`;

/** A proposal as the draft that is typed into. */
export function answersOf(proposal: ProposalView | undefined): Answers {
  if (!proposal) return { from: '', note: '' };
  const changes = proposal.changes.map(({ parameter, value, expects, clause }) => {
    const typed: TypedChange = { value, expects, ...(clause ? { clause: clause.id } : {}) };
    return [changeKey(parameter), typed] as const;
  });
  return { from: proposal.effectiveFrom, note: proposal.note, ...Object.fromEntries(changes) };
}

/** The changes of a draft by parameter, in the order in which they were begun. */
export function changesOf(answers: Answers): ReadonlyMap<string, TypedChange> {
  const entries = Object.entries(answers).filter(([key]) => key.startsWith(prefix));
  return new Map(entries.map(([key, typed]) => [key.slice(prefix.length), typed as TypedChange]));
}

export function textOf(answers: Answers, key: 'from' | 'note'): string {
  const value = answers[key];
  return typeof value === 'string' ? value : '';
}

/** The day typed, as ISO; '' while it is none. */
export function dayOf(answers: Answers): string {
  const day = normalizeDateText(textOf(answers, 'from'));
  return isDateText(day) ? day : '';
}

/** What the server keeps of a draft. */
export function editOf(answers: Answers): {
  readonly effectiveFrom: string;
  readonly note: string;
  readonly changes: readonly (TypedChange & { readonly parameter: string })[];
} {
  const changes = [...changesOf(answers)].map(([parameter, typed]) => ({ parameter, ...typed }));
  return { effectiveFrom: dayOf(answers), note: textOf(answers, 'note'), changes };
}
