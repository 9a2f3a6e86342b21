import type { Scenario } from '@careway/definition';
import { describe, expect, it } from 'vitest';
import { allowancePack } from '@careway/definition/testing';
import { mutateCell } from './mutate-cells.js';
import { nearFigures, nearTexts } from './mutate-figures.js';
import { mutate, survivors } from './mutate.js';

const pack = allowancePack();

describe('mutate', () => {
  it('walks parameters, assignees, guards, clocks, rows and remedies', () => {
    const ids = [...mutate(pack)].map(({ id }) => id);
    for (const id of [
      'workflow:allowance/params/public_days=8',
      'workflow:allowance/steps/review/assignee=officer',
      'workflow:allowance/steps/decide/distinctFrom/review=(none)',
      'workflow:allowance/steps/review.ACCEPT/paths/0=grade >= 3',
      'workflow:allowance/clocks/review-limit/unit=calendar-day',
      'decision:care-allowance/base/severe.rate=199.99',
      'service:care-allowance/params/review_days=6',
      'remedy:review/amount=59',
    ]) {
      expect(ids).toContain(id);
    }
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('changes one document and its hash, and nothing of the original', () => {
    const before = JSON.stringify([...pack.workflows, ...pack.decisions, ...pack.services, ...pack.remedies]);
    for (const { apply } of mutate(pack)) {
      const mutant = apply();
      const differing = [...mutant.documentHashes].filter(([key, hash]) => pack.documentHashes.get(key) !== hash);
      expect(differing).toHaveLength(1);
    }
    expect(JSON.stringify([...pack.workflows, ...pack.decisions, ...pack.services, ...pack.remedies])).toBe(before);
  });

  it('leaves out a parameter that every service sets for itself', () => {
    expect([...mutate(pack)].map(({ id }) => id)).not.toContain('workflow:allowance/params/review_days=9');
  });
});

describe('survivors', () => {
  const found = new Set(survivors(pack).survivors.map(({ id }) => id));

  it('are none of the changes that a scenario notices', () => {
    for (const id of [
      'workflow:allowance/params/public_days=8',
      'workflow:allowance/steps/review/assignee=officer',
      'workflow:allowance/clocks/review-limit/unit=calendar-day',
      'service:care-allowance/params/review_days=6',
    ]) {
      expect(found).not.toContain(id);
    }
  });

  it('are the changes that none notices, those of places never reached among them', () => {
    expect(found).toContain('decision:care-allowance/base/severe.rate=199.99');
    expect(found).toContain('workflow:allowance/steps/visit/assignee=officer');
  });

  it('appear when an expectation is taken away', () => {
    const blind = allowancePack((documents) => {
      const scenario = documents['allowance/scenarios/granted.json'] as unknown as Scenario;
      documents['allowance/scenarios/granted.json'] = {
        ...scenario,
        expect: {},
        script: scenario.script.map((step) => ({ ...step, expect: {} })).slice(1),
      };
    });
    expect(survivors(blind).survivors.map(({ id }) => id)).toContain('workflow:allowance/params/public_days=8');
  });

  it('does not trust a scenario that fails as it is', () => {
    const wrong = allowancePack((documents) =>
      Object.assign(documents['allowance/scenarios/granted.json'] ?? {}, { expect: { position: ['done'] } }),
    );
    expect(survivors(wrong)).toMatchObject({ failing: ['granted'] });
  });
});

describe('mutateCell', () => {
  it.each([
    ['>= 60', undefined, ['-', '>= 61', '>= 59', '> 60']],
    ['[60..80)', undefined, ['-', '[61..80)', '[59..80)', '[60..81)', '[60..79)', '(60..80)', '[60..80]']],
    ['"a", "b"', ['"a"', '"b"', '"c"'], ['-', '"b"', '"a"', '"b", "c"']],
    ['true', ['true', 'false'], ['-', 'false']],
    ['> "2021-12"', undefined, ['-', '> "2022-01"', '> "2021-11"', '>= "2021-12"']],
    ['"level-2"', ['"level-1"', '"level-2"', '"level-3"'], ['-', '"level-1"', '"level-2", "level-1"']],
  ])('varies %s', (cell, domain, expected) => {
    expect(mutateCell(cell, domain)).toEqual(expected);
  });
});

describe('nearFigures', () => {
  it('moves a figure by one in its last place', () => {
    expect([nearFigures('0.9'), nearFigures('150'), nearFigures('0'), nearFigures('1.00'), nearFigures('x')]).toEqual([
      ['1.0', '0.8'],
      ['151', '149'],
      ['1', '-1'],
      ['1.01', '0.99'],
      [],
    ]);
  });

  it('leaves digits of names and codes alone', () => {
    expect(nearTexts('level_2 = "level-2" and rows > 0')).toEqual([
      'level_2 = "level-2" and rows > 1',
      'level_2 = "level-2" and rows > -1',
    ]);
  });
});
