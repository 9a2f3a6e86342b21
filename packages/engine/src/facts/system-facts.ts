import type { FactDefinition } from '@careway/definition';
import type { Journal } from '../decide/journal.js';
import type { FactScalar } from '../types/values.js';

/**
 * Facts that the engine gives. Birth date and age come from the answers `<field>_birth_date`, which whoever sealed the identity number
 * adds beside it; without them they are unknown.
 */
export function systemFact(journal: Journal, fact: FactDefinition, answers: Readonly<Record<string, unknown>>): FactScalar | undefined {
  const { state } = journal;
  switch (fact.from.name) {
    case 'filed-on':
      return state.filedOn;
    case 'today':
      return journal.effectiveOn;
    case 'entry':
      return state.entry;
    case 'channel':
      return journal.actor.channel;
    case 'case-number':
      return state.number;
    case 'service':
      return state.service;
    case 'applicant-kind':
      return state.parties[0]?.kind;
    case 'birth-date':
      return birthDate(fact, answers);
    case 'age-on-filing': {
      const born = birthDate(fact, answers);
      return born === undefined ? undefined : String(ageOn(born, state.filedOn));
    }
    default:
      return undefined;
  }
}

function birthDate(fact: FactDefinition, answers: Readonly<Record<string, unknown>>): string | undefined {
  const named = fact.from.field ?? fact.from.key;
  const id = named === undefined ? Object.keys(answers).find((key) => key.endsWith('_birth_date')) : `${named}_birth_date`;
  const value = id === undefined ? undefined : answers[id];
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : undefined;
}

/** Full years on a day; born on 29 February, one becomes older on 1 March of other years. */
export function ageOn(birth: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birth.slice(0, 4));
  return day.slice(5) < birth.slice(5) ? years - 1 : years;
}
