import type { Scenario } from '@careway/definition';
import { oneRowPack, personAnswers, setAt } from '@careway/definition/testing';
import { describe, expect, it } from 'vitest';
import { mutate, survivors } from '../mutation/mutate.js';
import { runScenario, runScenarios } from './run-scenario.js';
import { simulate } from './simulate.js';

const WORKFLOW = 'allowance/workflow.json';
const label = { 'zh-CN': '项', en: 'item' };

const writes = [
  {
    id: 'grant',
    register: 'grants',
    mode: 'create',
    per: 'granted-item',
    key: 'identity',
    set: {
      rate: 'rate',
      month: 'service_month',
      kind: '"care"',
      until: { after: 'filed_on', param: 'valid_months', unit: 'month' },
    },
  },
];

/** A grant is written to a register, which later cases read. */
const pack = oneRowPack((documents) => {
  const fields = [
    { id: 'code', label, type: 'identity' },
    { id: 'rate', label, type: 'money' },
    { id: 'month', label, type: 'month' },
    { id: 'kind', label, type: 'code', values: [{ value: 'care', label }] },
    { id: 'until', label, type: 'date' },
  ];
  setAt(documents['registers/grants.json'], '/fields', fields);
  setAt(documents[WORKFLOW], '/steps/4/actions/0/writes', writes);
  setAt(documents[WORKFLOW], '/params/-', { id: 'valid_months', label, type: 'integer', value: 12, basis: { source: 'city-set' } });
  setAt(documents[WORKFLOW], '/facts/-', { id: 'filed_on', label, type: 'date', from: { kind: 'system', name: 'filed-on' } });
  const before = { kind: 'register', register: 'grants', key: 'identity', field: 'month' };
  setAt(documents[WORKFLOW], '/items/facts/-', { id: 'granted_before', label, type: 'month', from: before });
  delete documents['services/care-allowance.json']?.entitlement;
});

const base = pack.scenarios.get('granted') as Scenario;
const officers = [
  { id: 'zhao', role: 'officer' },
  { id: 'qian', role: 'officer' },
];
const grant = (name?: string) => [
  { ...(name ? { case: name } : {}), by: 'chen', step: 'review', action: 'ACCEPT' },
  { ...(name ? { case: name } : {}), at: name ? '2026-02-10' : '2026-01-21' },
  { ...(name ? { case: name } : {}), by: 'zhao', step: 'decide', action: 'GRANT' },
];
const written = {
  register: 'grants',
  key: '11010519491231002X',
  values: { rate: '200.00', month: '2025-12', kind: 'care', until: '2027-01-05' },
};
const scenario: Scenario = {
  ...base,
  people: [...base.people.filter(({ id }) => id !== 'zhao'), ...officers],
  expect: {},
  script: [
    ...grant().slice(0, 2),
    { by: 'zhao', step: 'decide', action: 'GRANT', expect: { records: [written] } },
    {
      by: 'agent',
      service: 'care-allowance',
      submission: { ...personAnswers, month: '2026-01' },
      opens: 'second',
      expect: { position: ['review'], records: [] },
    },
    ...grant('second').slice(0, 2),
    { case: 'second', by: 'zhao', step: 'decide', action: 'GRANT', expect: { records: [{ ...written, refused: 'exists', values: {} }] } },
  ],
};

describe('registers in a scenario', () => {
  it('are written by one case and read by the next, which is of its own service', () => {
    expect(runScenario(pack, scenario).failures).toEqual([]);
    const { cases } = simulate(pack, scenario);
    expect(cases['second']?.items[0]?.facts.granted_before?.value).toBe('2025-12');
    expect(cases['main']?.items[0]?.facts.granted_before).toBeUndefined();
  });

  it('are compared field by field, and in number', () => {
    const script = scenario.script.slice(0, 3).map((step) => (step.expect ? { ...step, expect: { records: [] } } : step));
    expect(runScenario(pack, { ...scenario, script }).failures).toMatchObject([{ what: 'records', expected: '', actual: 'grants' }]);
    const other = [{ ...written, values: { rate: '201.00' } }];
    const wrong = scenario.script.slice(0, 3).map((step) => (step.expect ? { ...step, expect: { records: other } } : step));
    expect(runScenario(pack, { ...scenario, script: wrong }).failures).toMatchObject([{ what: 'records.1.rate', actual: '200.00' }]);
  });

  it('count as reached when they are written, and every value of theirs is varied', () => {
    const withScenario = { ...pack, scenarios: new Map([['granted', scenario]]) };
    const uncovered = runScenarios(withScenario).coverage.uncovered.map(({ key }) => key);
    expect(uncovered).not.toContain('write:allowance/decide.GRANT/grant');
    expect(uncovered).not.toContain('param:allowance/valid_months');
    const ids = [...mutate(withScenario)].map(({ id }) => id).filter((id) => id.includes('/writes/') || id.includes('valid_months'));
    expect(ids).toContain('workflow:allowance/steps/decide.GRANT/writes/grant/rate=(none)');
    const found = survivors(withScenario).survivors.map(({ id }) => id);
    expect(ids.filter((id) => found.includes(id))).toEqual([]);
  });

  it('are opened by the calendar where a schedule does it', () => {
    const scheduled: Scenario = { ...scenario, schedule: 'yearly', script: [] };
    expect(simulate(pack, scheduled).cases['main']).toMatchObject({ filedBy: 'system', schedule: { id: 'yearly', period: '2026-01-05' } });
  });
});
