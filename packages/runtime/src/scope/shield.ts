import type { LocalizedText, WorkflowDefinition } from '@careway/definition';
import type { CaseState, FactValue, LetterState, PartyState } from '@careway/engine';

type Parties = WorkflowDefinition['parties'];

/** What stands where the name of a party is kept from the viewer. */
export function concealedName(label: LocalizedText): LocalizedText {
  return { 'zh-CN': `${label['zh-CN']}（保密）`, en: `${label.en} (confidential)` };
}

/**
 * The parties for which the viewer acts, where each of them sees only what is its own; otherwise `undefined`. It holds for staff too: who
 * acts for such a party learns nothing of the others by another role.
 */
export function shieldedParties(workflow: WorkflowDefinition, mine: readonly string[]): Parties | undefined {
  const parties = workflow.parties.filter(({ id }) => mine.includes(id));
  return parties.length > 0 && parties.every(({ sees }) => sees === 'own') ? parties : undefined;
}

/** Steps at which one of the parties acts. */
export function ownSteps(workflow: WorkflowDefinition, parties: Parties): ReadonlySet<string> {
  return new Set(workflow.steps.flatMap(({ id, party }) => (party !== undefined && parties.some((own) => own.id === party) ? [id] : [])));
}

/**
 * Whether the case has come to these parties: a step of theirs was reached or a letter to them issued. Until then it does not exist for
 * them; a home that is not to be told, or not yet, learns nothing of a complaint.
 */
export function isToldTo(state: CaseState, workflow: WorkflowDefinition, parties: Parties): boolean {
  const steps = ownSteps(workflow, parties);
  const reached = [...state.visited, ...state.position].some((id) => steps.has(id));
  return reached || state.letters.some(({ party }) => parties.some(({ id }) => id === party));
}

/**
 * The case as far as these parties may know of it: their own steps, letters to them, the facts named for them, files they brought. Names
 * of the other parties and of who acts for them, telephone and identity numbers are struck out of what is left.
 * @param nameOf name of somebody with an account; needed where free text is shown
 */
export function shieldedState(
  state: CaseState,
  workflow: WorkflowDefinition,
  { parties, nameOf }: { readonly parties: Parties; readonly nameOf?: (person: string) => string | undefined },
): CaseState {
  const own = new Set(parties.map(({ id }) => id));
  const steps = ownSteps(workflow, parties);
  const others = state.parties.filter(({ party }) => !own.has(party));
  const strike = striker(others.flatMap(({ name, agents }) => [name, ...agents.map((agent) => nameOf?.(agent))]));
  const agents = new Set(state.parties.flatMap((party) => (own.has(party.party) ? party.agents : [])));
  const named = new Set(parties.flatMap(({ facts }) => facts ?? []));
  const [only, ...more] = state.items;
  const known = { ...(only && more.length === 0 ? only.facts : {}), ...state.facts };
  const facts = Object.entries(known).filter(([id]) => named.has(id));
  const { parent: _parent, schedule: _schedule, supplement: _supplement, wholeObjection: _objection, keptVotes: _kept, ...rest } = state;
  return {
    ...rest,
    filedBy: '',
    position: state.position.filter((id) => steps.has(id)),
    visited: state.visited.filter((id) => steps.has(id)),
    performers: Object.fromEntries(Object.entries(state.performers).filter(([id]) => steps.has(id))),
    parties: state.parties.map((party) => (own.has(party.party) ? party : concealed(party, workflow))),
    facts: Object.fromEntries(facts.map(([id, fact]) => [id, struckFact(fact, strike)])),
    items: [],
    tasks: state.tasks.filter(({ party }) => party !== undefined && own.has(party)),
    votes: [],
    sheets: (state.sheets ?? []).filter(({ step, by }) => steps.has(step) && agents.has(by)),
    seats: [],
    recusals: [],
    recordWrites: [],
    factActs: {},
    decisions: [],
    clocks: state.clocks.filter(({ step }) => steps.has(step)),
    inheritedClocks: {},
    letters: state.letters.filter(({ party }) => own.has(party)).map((letter) => struckLetter(letter, strike, named)),
    procedures: [],
    publicity: [],
    children: [],
    answers: {},
    attachments: state.attachments.filter(({ uploadedBy }) => agents.has(uploadedBy)),
  };
}

/** The case with the names of these parties, telephone and identity numbers struck out of facts and letters. */
export function struckOut(state: CaseState, hidden: readonly PartyState[]): CaseState {
  const strike = striker(hidden.map(({ name }) => name));
  return {
    ...state,
    facts: Object.fromEntries(Object.entries(state.facts).map(([id, fact]) => [id, struckFact(fact, strike)])),
    letters: state.letters.map((letter) => struckLetter(letter, strike)),
  };
}

function concealed({ party }: PartyState, workflow: WorkflowDefinition): PartyState {
  const label = workflow.parties.find(({ id }) => id === party)?.label ?? { 'zh-CN': '当事人', en: 'Party' };
  return { party, kind: 'external', subject: '', name: concealedName(label)['zh-CN'], agents: [] };
}

type Strike = (text: string) => string;

const STRUCK = '＊＊';

/** Strikes out names of two characters and more, telephone and identity numbers. */
function striker(hidden: readonly (string | undefined)[]): Strike {
  const names = hidden.filter((name): name is string => name !== undefined && name.length >= 2);
  return (text) => names.reduce((left, name) => left.replaceAll(name, STRUCK), text).replace(/\d{17}[\dXx]|1\d{10}/g, STRUCK);
}

function struckFact(fact: FactValue, strike: Strike): FactValue {
  return typeof fact.value === 'string' ? { ...fact, value: strike(fact.value) } : fact;
}

/** Of the facts that the letter repeats only those named for the party are left, where some are named. */
function struckLetter({ rows: _rows, ...letter }: LetterState, strike: Strike, named?: ReadonlySet<string>): LetterState {
  const facts = Object.entries(letter.facts ?? {}).map(
    ([id, fact]) => [id, fact && (named?.has(id) ?? true) ? struckFact(fact, strike) : null] as const,
  );
  return {
    ...letter,
    ...(letter.facts ? { facts: Object.fromEntries(facts) } : {}),
    ...(letter.opinion === undefined ? {} : { opinion: strike(letter.opinion) }),
    ...(letter.reason === undefined ? {} : { reason: strike(letter.reason) }),
    ...(letter.list === undefined ? {} : { list: letter.list.map(({ what, why }) => ({ what: strike(what), why: strike(why) })) }),
  };
}
