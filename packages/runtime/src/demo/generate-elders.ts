import type { DemoElders } from '@careway/definition';
import { checkCharacter } from '@careway/forms';
import { type SeededRandom, seededRandom } from './seeded-random.js';

/** An invented person of the register of elders, with the area in which the record lies. */
export interface GeneratedElder {
  readonly area: string;
  readonly values: {
    readonly identity_number: string;
    readonly name: string;
    readonly birth_date: string;
    readonly phone: string;
    readonly status: 'living';
    readonly disability_level: 'none' | 'mild' | 'moderate' | 'severe';
    readonly assessed_on: string;
    readonly local_hukou: boolean;
    readonly community: string;
  };
}

/** The youngest and the oldest age made. */
const AGES = { from: 62, span: 37 } as const;

/**
 * Elders of a demo tenant, in the order of its areas. The same settings give the same elders; identity numbers are valid by
 * GB 11643 and differ from one another, but their region codes belong to no district, so they are nobody's.
 */
export function generateElders(settings: DemoElders): readonly GeneratedElder[] {
  const random = seededRandom(settings.seed);
  const used = new Set<string>();
  return settings.areas.flatMap(({ area, count, communities }) =>
    Array.from({ length: count }, () => ({ area, values: generateOne({ settings, random, used }, communities) })),
  );
}

interface Making {
  readonly settings: DemoElders;
  readonly random: SeededRandom;
  readonly used: Set<string>;
}

function generateOne(making: Making, communities: readonly string[]): GeneratedElder['values'] {
  const { settings, random } = making;
  const female = random.chance(58);
  const local = random.chance(92);
  const year = Number(settings.asOf.slice(0, 4)) - AGES.from - random.integer(AGES.span);
  const birthDate = `${year}-${twoDigits(1 + random.integer(12))}-${twoDigits(1 + random.integer(28))}`;
  const level = random.integer(100);
  return {
    identity_number: freshNumber(making, {
      region: local ? settings.regionCodes.local : settings.regionCodes.elsewhere,
      birthDate,
      female,
    }),
    name: random.pick(settings.surnames) + random.pick(female ? settings.givenNames.female : settings.givenNames.male),
    birth_date: birthDate,
    phone: settings.phonePrefix + String(random.integer(100000000)).padStart(8, '0'),
    status: 'living',
    disability_level: level < 8 ? 'none' : level < 20 ? 'mild' : level < 62 ? 'moderate' : 'severe',
    assessed_on: `${Number(settings.asOf.slice(0, 4)) - 1}-${twoDigits(1 + random.integer(12))}-${twoDigits(1 + random.integer(28))}`,
    local_hukou: local,
    community: random.pick(communities),
  };
}

/** The 17th digit is odd for men and even for women. */
function freshNumber(
  { random, used }: Making,
  { region, birthDate, female }: { region: string; birthDate: string; female: boolean },
): string {
  for (;;) {
    const order = random.integer(500) * 2 + (female ? 0 : 1);
    const digits = `${region}${birthDate.replaceAll('-', '')}${String(order).padStart(3, '0')}`;
    if (used.has(digits)) continue;
    used.add(digits);
    return digits + checkCharacter(digits);
  }
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
