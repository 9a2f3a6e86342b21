import type { FactDefinition } from '@careway/definition';
import { identityFacts } from './identity-number.js';

/**
 * Birth dates that facts of the engine (`birth-date`, `age-on-filing`) are computed from: `<field>_birth_date` for the identity number
 * that each of them names, or for any where it names none. Read before the numbers are sealed; nothing where no fact asks.
 */
export function birthDates(facts: readonly FactDefinition[], answers: Readonly<Record<string, unknown>>): Record<string, string> {
  const dates: Record<string, string> = {};
  for (const { from } of facts) {
    if (from.name !== 'birth-date' && from.name !== 'age-on-filing') continue;
    const named = from.field ?? from.key;
    for (const id of named === undefined ? Object.keys(answers) : [named]) {
      const value = answers[id];
      const known = typeof value === 'string' ? identityFacts(value) : undefined;
      if (known) dates[`${id}_birth_date`] = known.birthDate;
    }
  }
  return dates;
}
