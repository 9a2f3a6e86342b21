import type { DecisionDefinition, LetterDefinition, LocalizedText, Locale } from '@careway/definition';
import { amountInWords } from '@careway/rules';
import type { CaseState, LetterState, PartyState } from '../types/state.js';
import { groupAmount } from './group-amount.js';
import type { LetterData } from './letter-data.js';
import { dayInWords, type Valued, valueInWords } from './value-in-words.js';

export interface PlaceholderInput {
  readonly template: LetterDefinition;
  readonly letter: LetterState;
  readonly state: CaseState;
  readonly data: LetterData;
}

type Reading = PlaceholderInput & { readonly locale: Locale };

const pattern = /\{([A-Za-z]+)(?::([^}]+))?\}/g;

/** Stands where a known placeholder has no value. */
const ABSENT = '—';

/** Fills `{name}` in both languages; a value that is not there becomes a dash, a name that is unknown stays. */
export function fillPlaceholders(text: LocalizedText, input: PlaceholderInput): LocalizedText {
  const fill = (locale: Locale) =>
    text[locale].replace(pattern, (whole, name: string, id?: string) => valueOf(name, id, { ...input, locale }) ?? whole);
  return { 'zh-CN': fill('zh-CN'), en: fill('en') };
}

/** Whether a placeholder of the text has no value. */
export function lacksValue(text: LocalizedText, input: PlaceholderInput): boolean {
  return [...text['zh-CN'].matchAll(pattern)].some(([, name = '', id]) => valueOf(name, id, { ...input, locale: 'zh-CN' }) === ABSENT);
}

/** `undefined` for a name that is unknown. */
function valueOf(name: string, id: string | undefined, input: Reading): string | undefined {
  if (id === undefined) return Object.hasOwn(plain, name) ? plain[name]?.(input) : undefined;
  return Object.hasOwn(addressed, name) ? (addressed[name]?.(id, input) ?? ABSENT) : undefined;
}

const day = (date: string | undefined, locale: Locale) => (date === undefined ? ABSENT : dayInWords(date, locale));

const plain: Readonly<Record<string, (input: Reading) => string>> = {
  number: ({ letter }) => letter.number ?? ABSENT,
  case: ({ state }) => state.number ?? ABSENT,
  service: ({ data, locale }) => data.service.label[locale],
  applicant: (input) => addressee(input.letter.party, input) ?? ABSENT,
  date: ({ letter, locale }) => dayInWords(letter.issuedOn, locale),
  filed: ({ state, locale }) => dayInWords(state.filedOn, locale),
  due: ({ letter, state, locale }) => day(letter.due ?? state.publicity.findLast(({ batch }) => batch === letter.batch)?.until, locale),
  decided: ({ letter, state, locale }) => dayInWords((replaced(letter, state) ?? letter).issuedOn, locale),
  supersedes: ({ letter, state }) => replaced(letter, state)?.number ?? ABSENT,
  total: ({ letter }) => (letter.total === undefined ? ABSENT : groupAmount(letter.total)),
  totalInWords: ({ letter }) => (letter.total === undefined ? ABSENT : (amountInWords(letter.total) ?? ABSENT)),
  reason: ({ letter }) => letter.reason ?? ABSENT,
  opinion: ({ letter }) => letter.opinion ?? ABSENT,
  clause: ({ letter, data, locale }) => {
    const found = letter.clause === undefined ? undefined : data.clause(letter.clause);
    return found ? `${found.document.title[locale]} ${found.clause.article}` : ABSENT;
  },
  list: ({ letter }) => letter.list?.map((entry, index) => `${index + 1}. ${entry.what}（${entry.why}）`).join('；') ?? ABSENT,
  office: ({ data, locale }) => (data.office ?? data.service.contact.office)[locale],
};

const addressed: Readonly<Record<string, (id: string, input: Reading) => string | undefined>> = {
  area: (level, { data, locale }) => data.areas?.get(level)?.[locale],
  party: addressee,
  fact: (id, { state, data, locale }) =>
    valueInWords(
      state.facts[id]?.value,
      data.facts.find((fact) => fact.id === id),
      locale,
    ),
  result: (output, { letter, state, data, locale }) =>
    valueInWords(resultOf(letter, state)?.[output], data.decision && outputOf(data.decision, output), locale),
};

function replaced(letter: LetterState, state: CaseState): LetterState | undefined {
  return state.letters.find(({ id }) => id === letter.supersedes);
}

/** Whom a letter speaks to: by name; who gave none, or whose name was erased, as what they are in the case. */
function addressee(party: string, input: Reading): string | undefined {
  return partyName(party, input) ?? input.data.parties.find(({ id }) => id === party)?.label[input.locale];
}

/** Persons are masked in what is shown in public. */
function partyName(id: string, { template, state, data }: PlaceholderInput): string | undefined {
  const party: PartyState | undefined = state.parties.find((known) => known.party === id);
  if (party?.name === undefined) return undefined;
  return template.delivery === 'public' && party.kind === 'person' ? data.maskName(party.name) : party.name;
}

/** Outputs of the one row that the letter is about. */
function resultOf(letter: LetterState, state: CaseState) {
  const [row, ...others] = state.items.filter(({ id }) => letter.items.includes(id));
  return others.length === 0 ? row?.result?.outputs : undefined;
}

function outputOf({ tables, result }: DecisionDefinition, id: string): Valued | undefined {
  return result.id === id ? { type: result.type } : tables.flatMap(({ outputs }) => outputs).find((column) => column.id === id);
}
