import { factsFromDefinition } from '@careway/proof';
import { compileDecision, evaluateDecision, type Facts, factsOfDecision } from '@careway/rules';
import { describe, expect, it } from 'vitest';
import { loadPack } from './load-pack.js';

const pack = loadPack('workflows');
const workflow = pack.workflows.get('elder-assessment');
if (!workflow) throw new Error('no workflow elder-assessment');
const params = factsFromDefinition(workflow);

function evaluator(id: string) {
  const definition = pack.decisions.get(id);
  if (!definition || !workflow) throw new Error(`no decision ${id}`);
  const compiled = compileDecision(definition, factsOfDecision(definition, workflow));
  return (facts: Facts) => evaluateDecision(compiled, { ...params, ...quiet, ...facts }, { on: '2026-05-20' });
}

const quiet = { coma: false, dementia_diagnosed: false, mental_disorder_diagnosed: false, events_total: '0', event_kinds: '0' };
const gbt = evaluator('gbt-42195-level');
const mzt = evaluator('mzt-039-level');
const levelOf = (facts: Facts) => gbt({ total: '60', ...facts }).outputs['level'];

describe('the level by GB/T 42195-2022, where copies of the standard leave something open', () => {
  const both = { dementia_diagnosed: true, events_total: '2', event_kinds: '1' };

  it('is raised once or twice by two raises, as the city sets it', () => {
    expect([levelOf(both), levelOf({ ...both, raises_add: true })]).toEqual(['severe', 'complete']);
    expect(levelOf({ ...both, raises_add: true, total: '40' })).toBe('complete');
  });

  it('counts events or kinds of events, as the city sets it', () => {
    const falls = { events_total: '2', event_kinds: '1' };
    const kinds = { events_total: '2', event_kinds: '2' };
    expect([levelOf(falls), levelOf({ ...falls, events_counted: 'kinds' })]).toEqual(['severe', 'moderate']);
    expect([levelOf(kinds), levelOf({ ...kinds, events_counted: 'kinds' })]).toEqual(['severe', 'severe']);
  });

  it('is complete impairment in coma, or severe where the city follows the other note, and never better than by the total', () => {
    expect([levelOf({ coma: true }), levelOf({ coma: true, coma_level: 'severe' })]).toEqual(['complete', 'severe']);
    expect(levelOf({ coma: true, coma_level: 'severe', total: '10' })).toBe('complete');
  });

  it('cites the rows that made it', () => {
    const { matched } = gbt({ total: '60', ...both });
    expect(matched.map(({ rule, clause }) => `${rule} ${clause}`)).toEqual([
      'dementia gbt-42195-c4-diagnosis',
      'events-sum gbt-42195-c4-events',
      'raised-once-by-both gbt-42195-c4-diagnosis',
      'total-moderate gbt-42195-c3-levels',
      'moderate-raised-one gbt-42195-c4-diagnosis',
    ]);
  });

  it('is known for every total from 0 to 90, and for none beyond', () => {
    const levels = Array.from({ length: 91 }, (_, total) => gbt({ total: String(total) }).outputs['level']);
    expect(['complete', 'severe', 'moderate', 'mild', 'intact'].map((level) => levels.filter((found) => found === level).length)).toEqual([
      30, 16, 20, 24, 1,
    ]);
    for (const total of ['-1', '91']) expect(gbt({ total }).issues.map(({ code }) => code)).toEqual(['NO_RULE_MATCHED']);
  });
});

describe('the level by MZ/T 039-2013', () => {
  const totals = {
    adl: ['100', '80', '50', '40'],
    mental: ['0', '1', '2', '4'],
    sense: ['0', '2', '3', '4'],
    social: ['0', '3', '8', '14'],
  };
  const combination = (code: number) => ({
    adl_total: totals.adl[code >> 6],
    mental_score: totals.mental[(code >> 4) & 3],
    awareness: 'awake',
    sight_score: totals.sense[(code >> 2) & 3],
    hearing_score: '0',
    communication_score: '0',
    social_score: totals.social[code & 3],
  });
  const all = Array.from({ length: 256 }, (_, code) => mzt(combination(code)));

  it('is left to a person in the 9 of 256 combinations that no row names', () => {
    const open = all.flatMap(({ issues }, code) => (issues.some((issue) => issue.code === 'NO_RULE_MATCHED') ? [code] : []));
    const digits = open.map((code) => [code >> 6, (code >> 4) & 3, (code >> 2) & 3, code & 3].join(''));
    expect(digits).toEqual(['0003', '2000', '2111', '2112', '2121', '2122', '2211', '2212', '2221']);
  });

  it('is the worse one in the 60 combinations that fit two levels', () => {
    const fitting = all.map(({ trace }) => {
      const rows = trace.find(({ table }) => table === 'base-level')?.rows.filter(({ matched }) => matched) ?? [];
      return [...new Set(rows.map(({ rule }) => rule.split('-')[0] ?? ''))];
    });
    const order = ['intact', 'mild', 'moderate', 'severe'];
    const twice = fitting.flatMap((levels, code) => (levels.length > 1 ? [{ levels, found: all[code]?.outputs['base_level'] }] : []));
    expect(twice).toHaveLength(60);
    for (const { levels, found } of twice) expect(found).toBe(levels.sort((a, b) => order.indexOf(b) - order.indexOf(a))[0]);
  });

  it.each<[string, Facts, string]>([
    ['awake, everything well', {}, '0'],
    ['sight 2', { sight_score: '2' }, '1'],
    ['hearing 2', { hearing_score: '2' }, '1'],
    ['communication 1', { communication_score: '1' }, '1'],
    ['hearing 3', { hearing_score: '3' }, '2'],
    ['communication 2', { communication_score: '2' }, '2'],
    ['drowsy', { awareness: 'drowsy' }, '2'],
    ['drowsy and sight 3', { awareness: 'drowsy', sight_score: '3' }, '2'],
    ['drowsy and sight 4', { awareness: 'drowsy', sight_score: '4' }, '3'],
    ['drowsy and communication 3', { awareness: 'drowsy', communication_score: '3' }, '3'],
    ['stupor', { awareness: 'stupor' }, '3'],
  ])('grades perception and communication: %s', (_, facts, level) => {
    expect(mzt({ ...combination(0), ...facts }).outputs['perception_level']).toBe(level);
  });

  it('is raised by each of diagnosis and events, or once for both, severe at most; coma is severe', () => {
    const both = { ...combination(0b01010101), dementia_diagnosed: true, events_total: '2', event_kinds: '1' };
    expect(mzt(both).outputs['level']).toBe('severe');
    expect(mzt({ ...both, mzt_raises_add: false }).outputs['level']).toBe('moderate');
    expect(mzt({ ...both, ...combination(255) }).outputs['level']).toBe('severe');
    expect(mzt({ ...combination(0), coma: true }).outputs['level']).toBe('severe');
  });

  it('is not decided before the standard was in force', () => {
    const definition = pack.decisions.get('mzt-039-level');
    expect(definition?.validity).toEqual({ from: '2013-10-01' });
  });
});
