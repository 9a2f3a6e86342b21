import type { DemoElders } from '@careway/definition';
import { identityFacts, identityProblem } from '@careway/forms';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { generateElders } from './generate-elders.js';

const settings = (seed: number, count: number): DemoElders => ({
  register: 'elders',
  seed,
  asOf: '2021-07-05',
  surnames: ['王', '李'],
  givenNames: { female: ['秀兰'], male: ['建国'] },
  regionCodes: { local: '150199', elsewhere: '150299' },
  phonePrefix: '154',
  areas: [
    { area: 'east', count, communities: ['东一社区'] },
    { area: 'west', count: 1, communities: ['西一社区'] },
  ],
});

const seeds = fc.integer({ min: 1, max: 2147483647 });

describe('generateElders', () => {
  it('makes the same elders of the same settings, and others of another seed', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        expect(generateElders(settings(seed, 20))).toEqual(generateElders(settings(seed, 20)));
      }),
      { numRuns: 20 },
    );
    expect(generateElders(settings(1, 20))).not.toEqual(generateElders(settings(2, 20)));
  });

  it('gives everybody a valid number of their own that fits birth date and region', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const elders = generateElders(settings(seed, 60));
        expect(new Set(elders.map(({ values }) => values.identity_number)).size).toBe(elders.length);
        for (const { values } of elders) {
          expect(identityProblem(values.identity_number, '2021-07-05')).toBeUndefined();
          expect(identityFacts(values.identity_number)?.birthDate).toBe(values.birth_date);
          expect(values.identity_number.startsWith(values.local_hukou ? '150199' : '150299')).toBe(true);
          expect(values.name.endsWith(identityFacts(values.identity_number)?.sex === 'male' ? '建国' : '秀兰')).toBe(true);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('makes as many as each area asks for, in the communities of that area', () => {
    const elders = generateElders(settings(7, 5));
    expect(elders.map(({ area }) => area)).toEqual(['east', 'east', 'east', 'east', 'east', 'west']);
    expect(elders.at(-1)?.values.community).toBe('西一社区');
  });
});
