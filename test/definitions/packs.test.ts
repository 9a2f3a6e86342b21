import { composePacks, parsePack } from '@careway/definition';
import { formRules, validateSubmission } from '@careway/forms';
import { checkDecision, factsOfDecision } from '@careway/rules';
import { describe, expect, it } from 'vitest';
import { loadHohhot, loadPack, packFiles, told } from './load-pack.js';

const hohhot = loadHohhot();

describe('the shipped packs', () => {
  it.each(['workflows', 'examples/hohhot'])('%s parses without an issue', (folder) => {
    expect(told(parsePack(packFiles(folder)).issues)).toEqual([]);
  });

  it('compose without an issue, base first', () => {
    const { composed, issues } = composePacks([loadPack('workflows'), loadPack('examples/hohhot')]);
    expect(told(issues)).toEqual([]);
    expect(composed?.chain.map(({ id }) => id)).toEqual(['careway-base', 'hohhot']);
  });

  it('say that the policy has lapsed', () => {
    expect(hohhot.manifest.validity).toEqual({ from: '2019-09-29', to: '2021-12-31' });
    expect(hohhot.manifest.notice?.['zh-CN']).toContain('2021年12月31日');
    expect(hohhot.clauseDocuments.get('hohhot-plan-2019')?.status).toBe('historical');
  });

  it('hold the calendars of 2021, 2022 and 2026 as the notices arrange them', () => {
    const count = (year: number) => [hohhot.calendars.get(year)?.holidays.length, hohhot.calendars.get(year)?.makeUpDays.length];
    expect([count(2021), count(2022), count(2026)]).toEqual([
      [31, 7],
      [32, 7],
      [33, 6],
    ]);
    const years = [...hohhot.calendars].flatMap(([year, { holidays, makeUpDays }]) =>
      [...holidays.map(({ date }) => date), ...makeUpDays].filter((date) => !date.startsWith(`${year}-`)),
    );
    expect(years).toEqual([]);
  });

  it('make up for days off on Saturdays and Sundays only', () => {
    const wrong = [...hohhot.calendars.values()]
      .flatMap(({ makeUpDays }) => makeUpDays)
      .filter((day) => ![0, 6].includes(new Date(day).getUTCDay()));
    expect(wrong).toEqual([]);
  });
});

describe('the clauses', () => {
  const documents = [...hohhot.clauseDocuments.values()];

  it('are quoted, each under one id', () => {
    const ids = documents.flatMap(({ clauses }) => clauses.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
    expect(documents.flatMap(({ clauses }) => clauses.filter(({ quote }) => quote.trim().length < 10))).toEqual([]);
  });

  it('hold every figure that a row of a table grants', () => {
    const quotes = new Map(documents.flatMap(({ clauses }) => clauses.map(({ id, quote }) => [id, quote] as const)));
    const rows = [...hohhot.decisions.values()].flatMap(({ tables }) => tables.flatMap(({ rules }) => rules));
    const figures = rows
      .filter(({ source }) => source !== 'city-set')
      .flatMap(({ clause, then }) =>
        Object.values(then).flatMap((value) => (typeof value === 'string' && /^\d/.test(value) ? [{ clause, value }] : [])),
      );
    expect(figures.map(({ value }) => value)).toEqual(expect.arrayContaining(['150', '200', '0.9', '1', '1.1', '1.2']));
    for (const { clause, value } of figures) {
      const found = [...(quotes.get(clause) ?? '').matchAll(/\d+(\.\d+)?/g)].map(([figure]) => figure);
      expect(found, `${value} in the quote of ${clause}`).toContain(value);
    }
  });

  it('carry every day count of the procedure, or the city set it', () => {
    const params = [...hohhot.workflows.values()].flatMap((workflow) => workflow.params ?? []);
    expect(params.length).toBeGreaterThan(0);
    expect(params.filter(({ basis }) => basis.source !== 'city-set' && basis.clause === undefined)).toEqual([]);
  });
});

describe('the decisions', () => {
  it.each([...hohhot.decisions.values()])('$id reads only facts that its workflow declares', (decision) => {
    const workflow = decision.workflow === undefined ? undefined : hohhot.workflows.get(decision.workflow);
    expect(told(checkDecision(decision, factsOfDecision(decision, workflow)))).toEqual([]);
  });
});

describe('the fixtures of the forms', () => {
  const fixtures = (side: 'valid' | 'invalid') =>
    [...hohhot.fixtures].flatMap(([form, sides]) => [...sides[side]].map(([name, data]) => ({ form, name, data })));
  const validate = ({ form, data }: { form: string; data: unknown }) => {
    const definition = hohhot.forms.get(form);
    if (!definition) throw new Error(`no form ${form}`);
    // A day after every date that a fixture names.
    return validateSubmission(definition, data, { today: '2050-01-01', rules: formRules(hohhot, definition) });
  };

  it('exist for every form, valid and invalid', () => {
    for (const form of hohhot.forms.keys()) {
      expect(hohhot.fixtures.get(form)?.valid.size, form).toBeGreaterThan(0);
      expect(hohhot.fixtures.get(form)?.invalid.size, form).toBeGreaterThan(0);
    }
  });

  it.each(fixtures('valid'))('$form accepts $name', (fixture) => {
    const result = validate(fixture);
    expect(result.ok ? [] : told(result.issues)).toEqual([]);
  });

  it.each(fixtures('invalid'))('$form refuses $name with one issue', (fixture) => {
    const result = validate(fixture);
    expect(result.ok).toBe(false);
    expect(result.ok ? [] : told(result.issues)).toHaveLength(1);
  });
});
