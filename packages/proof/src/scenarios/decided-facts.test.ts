import type { Scenario } from '@careway/definition';
import { allowancePack, setAt } from '@careway/definition/testing';
import { describe, expect, it } from 'vitest';
import { survivors } from '../mutation/mutate.js';
import { simulate } from './simulate.js';

const WORKFLOW = 'allowance/workflow.json';
const label = { 'zh-CN': '甲', en: 'A' };
const column = (id: string, type: string) => ({ id, label, type });
const row = (id: string, when: Record<string, string>, more: object = {}) => ({ id, when, then: {}, clause: 'rule-1', ...more });

/** A band by the grade, no band below 1; a second table waits for a fact that nothing gives. */
const bands = {
  id: 'grade-band',
  label,
  workflow: 'allowance',
  per: 'case',
  legalDate: 'application',
  tables: [
    {
      id: 'band',
      label,
      hitPolicy: 'FIRST',
      inputs: [column('grade', 'integer')],
      outputs: [column('found', 'text')],
      rules: [
        row('none', { grade: '< 1' }, { refuse: { code: 'NO_BAND', reason: label } }),
        row('low', { grade: '< 3' }, { then: { found: 'low' } }),
        row('high', {}, { then: { found: 'high' } }),
      ],
    },
    { id: 'later', label, hitPolicy: 'UNIQUE', inputs: [column('visit', 'boolean')], outputs: [], rules: [row('seen', { visit: 'true' })] },
  ],
  result: { id: 'fits', label, type: 'boolean', expression: 'visit' },
};

function withBand(documents: Record<string, Record<string, unknown>>): void {
  documents['allowance/decisions/grade-band.json'] = bands;
  const fact = (id: string, type: string, from: object, more: object = {}) =>
    setAt(documents[WORKFLOW], '/facts/-', { id, label, type, from, ...more });
  fact('band', 'text', { kind: 'decision', decision: 'grade-band', output: 'found' }, { default: 'unknown' });
  fact('is_low', 'boolean', { kind: 'derived', expression: 'band = "low"' });
  setAt(documents[WORKFLOW], '/steps/1/actions/0/form', 'roster');
  fact('visit', 'boolean', { kind: 'action', step: 'visit', field: 'month' });
}

const pack = allowancePack(withBand);
const base = pack.scenarios.get('granted') as Scenario;

function factsWith(grade: string) {
  const registers = { facilities: [{ code: 'c1', name: '示例机构', grade }] };
  const { cases } = simulate(pack, { ...base, registers, expect: {}, script: [] });
  return ['band', 'is_low'].map((id) => cases['main']?.facts[id]?.value);
}

describe('a fact that a decision gives', () => {
  it('is known as soon as its table can tell, whatever later tables wait for, and may be derived from', () => {
    expect([factsWith('1'), factsWith('2'), factsWith('3')]).toEqual([
      ['low', true],
      ['low', true],
      ['high', false],
    ]);
  });

  it('is its default where the decision gives nothing', () => {
    expect(factsWith('0')).toEqual(['unknown', false]);
  });

  it('says where it comes from', () => {
    const { cases } = simulate(pack, { ...base, expect: {}, script: [] });
    expect(cases['main']?.facts['band']?.source).toEqual({ kind: 'decision' });
  });

  it('lets a change of its decision be noticed by the scenarios that record it', () => {
    const seen = allowancePack((documents) => {
      withBand(documents);
      const { id, ...rest } = base;
      documents['allowance/scenarios/banded.json'] = {
        id: `${id}-banded`,
        ...rest,
        registers: { facilities: [{ code: 'c1', name: '示例机构', grade: '2' }] },
        expect: { facts: { band: 'low' } },
        script: [],
      };
      documents['allowance/decisions/grade-band.json'] = {
        ...bands,
        examples: [{ id: 'none', on: '2021-05-01', facts: { grade: '0', visit: true }, expect: { refused: 'NO_BAND' } }],
      };
    });
    const unnoticed = survivors(seen).survivors.map(({ id }) => id);
    expect(unnoticed).not.toContain('decision:grade-band/band/low=(none)');
    expect(unnoticed).toContain('decision:grade-band/band/high=(none)');
  }, 120_000);
});

describe('a derived fact', () => {
  it('is its default where its expression cannot be read', () => {
    const documents = allowancePack((all) =>
      setAt(all[WORKFLOW], '/facts/-', {
        id: 'missed',
        label,
        type: 'integer',
        from: { kind: 'derived', expression: 'grade * 2' },
        default: '0',
      }),
    );
    const missed = (registers: Scenario['registers']) =>
      simulate(documents, { ...base, registers, expect: {}, script: [] }).cases['main']?.facts['missed'];
    expect(missed({ facilities: [{ code: 'c1', name: '示例机构', grade: '2' }] })).toMatchObject({
      value: '4',
      source: { kind: 'derived' },
    });
    expect(missed({ facilities: [{ code: 'c1', name: '示例机构' }] })).toMatchObject({ value: '0', source: { kind: 'default' } });
  });
});
