import type { LetterDefinition } from '@careway/definition';
import { addDays } from '../calendar/working-days.js';
import type { ItemState, LetterState } from '../types/state.js';
import type { SlotContent } from '../acts/slot.js';
import type { TakeAction } from '../types/command.js';
import type { Json } from '../types/values.js';
import type { Journal } from './journal.js';

export interface LetterContent {
  readonly items?: readonly ItemState[];
  readonly batch?: number;
  readonly total?: string | undefined;
  readonly reason?: string | undefined;
  readonly opinion?: string | undefined;
  /** Clause cited by whoever acts. */
  readonly clause?: string | undefined;
  /** Letter that it replaces. */
  readonly supersedes?: string | undefined;
  readonly list?: LetterState['list'];
  readonly due?: string | undefined;
  /** Whose words it repeats, where that is not whom the rows or the case are about. */
  readonly subject?: string;
}

/** Issues the letters of an action. Returns their ids. A numbered letter waits for its number before it can be delivered. */
export function issueLetters(journal: Journal, letters: readonly string[], content: LetterContent): string[] {
  return letters.flatMap((id) => {
    const definition = journal.ctx.letters.get(id);
    return definition ? [issueLetter(journal, definition, content)] : [];
  });
}

function issueLetter(journal: Journal, definition: LetterDefinition, content: LetterContent): string {
  const id = `l${journal.nextSeq}`;
  const { items = [], batch, total, clause, supersedes, due } = content;
  const area = journal.actor.area ?? journal.state.areaPath.at(-1)?.id ?? '';
  const letter = {
    id,
    letter: definition.id,
    party: definition.to,
    status: definition.sequence === undefined ? ('issued' as const) : ('numbering' as const),
    issuedOn: journal.effectiveOn,
    area,
    items: items.map((item) => item.id),
    remedies: [],
    ...(batch === undefined || items.length === 0 ? {} : { batch }),
    ...(total === undefined ? {} : { total }),
    ...(clause === undefined ? {} : { clause }),
    ...(supersedes === undefined ? {} : { supersedes }),
    ...(due === undefined ? {} : { due }),
  };
  const facts = factsOf(definition, journal);
  journal.record('LetterIssued', { letter, ...(facts.length > 0 ? { facts } : {}) }, { slots: wordsOf(journal, definition, content) });
  if (definition.sequence !== undefined) {
    journal.effect({ kind: 'assign-number', sequence: definition.sequence, area, on: journal.today, for: 'letter', letter: id });
  } else issuedLetter(journal, { id, letter: definition.id, party: definition.to });
  return id;
}

/** Facts of the case that the text of a letter repeats. */
function factsOf({ body }: LetterDefinition, { compiled }: Journal): readonly string[] {
  const all = compiled.definition.facts.filter(({ from }) => from.kind !== 'system').map(({ id }) => id);
  const named = body.flatMap(({ kind, facts, text }) => [
    ...(kind === 'facts' ? (facts ?? all) : []),
    ...[...(text?.['zh-CN'] ?? '').matchAll(/\{fact:([^}]+)\}/g)].flatMap(([, id]) => id ?? []),
  ]);
  return [...new Set(named)];
}

/** An opinion is kept in a letter only where its text repeats it. */
function wordsOf(
  journal: Journal,
  { body }: LetterDefinition,
  { items = [], reason, opinion, list, ...content }: LetterContent,
): Record<string, SlotContent> {
  const subject = content.subject ?? journal.concerned(items.map(({ id }) => id));
  const repeated = body.some(({ text }) => text?.['zh-CN'].includes('{opinion}'));
  return {
    ...(reason === undefined ? {} : { reason: { subject, value: reason } }),
    ...(opinion === undefined || !repeated ? {} : { opinion: { subject, value: opinion } }),
    ...(list === undefined ? {} : { list: { subject, value: list as unknown as Json } }),
  };
}

/** What the person who acts says, as a letter repeats it. */
export function saidIn({ reason, opinion, clause }: TakeAction): Pick<LetterContent, 'reason' | 'opinion' | 'clause'> {
  return { reason, opinion, clause };
}

/** A letter for which the inbox is enough goes there once it has its number. */
export function issuedLetter(journal: Journal, letter: Pick<LetterState, 'id' | 'letter' | 'party'>): void {
  if (journal.ctx.letters.get(letter.letter)?.delivery === 'inbox') notifyParty(journal, letter.party, letter.id);
}

/** A copy of a letter into the inbox of everyone who may act for the party. */
export function notifyParty(journal: Journal, party: string, letter: string): void {
  const people = peopleOf(journal, party);
  if (people.length > 0) journal.effect({ kind: 'notify', notice: 'letter', to: { people }, letter });
}

export function peopleOf(journal: Journal, party: string): readonly string[] {
  const found = journal.state.parties.find((known) => known.party === party);
  if (!found) return [];
  return found.kind === 'person' ? [...new Set([found.subject, ...found.agents])] : found.agents;
}

/** Last days of a letter's remedies, counted from the delivery, by the versions valid on that day. */
export function remedyDays(journal: Journal, letter: string, deliveredOn: string): LetterState['remedies'] {
  const { remedies, letters, calendars } = journal.ctx;
  return (letters.get(letter)?.remedies ?? []).flatMap((id) => {
    const remedy = remedies.get(id);
    if (!remedy || remedy.validity.from > deliveredOn || (remedy.validity.to !== undefined && remedy.validity.to < deliveredOn)) return [];
    const last = addDays(deliveredOn, remedy.amount, remedy.unit, { rollover: remedy.rollover, calendars });
    return [{ remedy: id, ...last }];
  });
}
