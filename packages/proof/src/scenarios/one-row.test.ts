import type { Scenario } from '@careway/definition';
import { describe, expect, it } from 'vitest';
import { oneRowPack, personAnswers } from '@careway/definition/testing';
import { runScenario } from './run-scenario.js';
import { simulate } from './simulate.js';

const pack = oneRowPack();
const base = pack.scenarios.get('granted') as Scenario;
const scenario = (more: Partial<Scenario>): Scenario => ({ ...base, expect: {}, ...more });

describe('a form without a table of rows', () => {
  it('files one row that is the form itself, about the person it names', () => {
    const { cases } = simulate(pack, scenario({ script: [] }));
    expect(cases['main']?.items).toMatchObject([
      {
        row: 1,
        subject: 'sim-11010519491231002X',
        status: 'open',
        facts: { name: { value: '王某' }, identity: { value: { key: '11010519491231002X' } }, level: { value: 'severe' } },
      },
    ]);
    expect(cases['main']?.facts).toMatchObject({ service_month: { value: '2025-12' }, centre: { value: 'c1' } });
  });

  it('is decided by the tables, like a row of a roster', () => {
    const script = [
      {
        by: 'chen',
        step: 'review',
        action: 'ACCEPT',
        expect: { total: '200.00', items: [{ row: 1, status: 'approved' as const, amount: '200.00', rules: ['severe'] }] },
      },
    ];
    expect(runScenario(pack, scenario({ script })).failures).toEqual([]);
  });

  it('claims what it asks for, so that the same person cannot have it twice', () => {
    const script = [{ by: 'chen', step: 'review', action: 'ACCEPT', expect: { refused: 'CLAIM_NOT_HELD', issues: ['CLAIM_NOT_HELD'] } }];
    const held = scenario({ claimsHeld: [['11010519491231002X', '2025-12']], script });
    expect(runScenario(pack, held).failures).toEqual([]);
  });

  it('takes a supplement that names only what is new, and decides the row anew', () => {
    const ask = { by: 'chen', step: 'review', action: 'SUPPLEMENT', list: [{ what: '等级证明', why: '与系统不符' }] };
    const { cases } = simulate(
      pack,
      scenario({
        submission: { ...personAnswers, level: 'moderate' },
        script: [ask, { by: 'agent', submission: { level: 'severe' } }],
      }),
    );
    expect(cases['main']?.items[0]?.facts).toMatchObject({ level: { value: 'severe' }, name: { value: '王某' } });
    expect(cases['main']?.items[0]?.claim?.status).toBe('granted');
    const same = simulate(pack, scenario({ script: [ask, { by: 'agent', submission: { centre: 'c2' } }] }));
    expect(same.acts['main']?.findLast((act) => act.type === 'SupplementFiled')?.data).toEqual({ items: [] });
  });

  it('leaves a row that no rule matches to a person', () => {
    const script = [{ by: 'chen', step: 'review', action: 'ACCEPT', expect: { issues: ['ROW_LEFT_TO_PERSON'] } }];
    expect(runScenario(pack, scenario({ submission: { ...personAnswers, level: 'moderate' }, script })).failures).toEqual([]);
  });
});
