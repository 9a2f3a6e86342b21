import type { Scenario } from '@careway/definition';
import { oneRowPack, personAnswers, setAt } from '@careway/definition/testing';
import { describe, expect, it } from 'vitest';
import { mutate, survivors } from '../mutation/mutate.js';
import { runScenario, runScenarios } from './run-scenario.js';

const WORKFLOW = 'allowance/workflow.json';
const basis = { source: 'city-set' };
const label = { 'zh-CN': '项', en: 'item' };

/** Escalation, corrections, a revocation, a receipt and re-opening, in one small pack. */
const pack = oneRowPack((documents) => {
  const workflow = documents[WORKFLOW];
  setAt(workflow, '/clocks/0/escalation', [
    { afterDays: 0, role: 'officer' },
    { afterDays: 3, role: 'clerk' },
  ]);
  setAt(workflow, '/corrections', { role: 'clerk', letters: [] });
  setAt(workflow, '/steps/4/actions/0/to', 'hand-over');
  setAt(workflow, '/steps/-', {
    id: 'hand-over',
    label,
    kind: 'task',
    assignee: { role: 'clerk' },
    clocks: ['review-limit'],
    actions: [{ id: 'DELIVER', label, kind: 'deliver', to: 'done', requires: ['receipt'] }],
  });
  setAt(workflow, '/steps/5/actions', [{ id: 'REOPEN', label, kind: 'reopen', by: 'applicant', to: 'hand-over', requires: ['reason'] }]);
  setAt(workflow, '/procedures/-', {
    id: 'revoke',
    label,
    kind: 'revoke-decision',
    to: 'review',
    request: { role: 'clerk' },
    decide: { rule: 'any', seats: [{ id: 'one', role: 'officer' }] },
    basis,
  });
});

const base = pack.scenarios.get('granted') as Scenario;
const script: Scenario['script'] = [
  {
    by: 'chen',
    correct: { fact: 'name', row: 1, value: '汪某' },
    reason: '录错',
    attachments: ['身份证.pdf'],
    expect: { position: ['review'], items: [{ row: 1, status: 'open' }] },
  },
  { by: 'chen', correct: { fact: 'name', row: 1, value: '汪某' }, reason: '录错', expect: { issues: ['CORRECTION_UNCHANGED'] } },
  { by: 'zhao', correct: { fact: 'name', row: 1, value: '王某' }, reason: '录错', expect: { refused: 'NOT_YOUR_TASK' } },
  {
    at: '2026-01-13',
    expect: { breached: ['review-limit'], escalated: { 'review-limit': 1 }, tasks: ['clerk@review', 'officer@review'] },
  },
  { at: '2026-01-15', expect: { escalated: { 'review-limit': 1 } } },
  { at: '2026-01-16', expect: { escalated: { 'review-limit': 2 }, tasks: ['clerk@review', 'officer@review'] } },
  { by: 'chen', step: 'review', action: 'ACCEPT', effectiveOn: '2026-01-14', expect: { issues: ['EVIDENCE_REQUIRED'] } },
  {
    by: 'chen',
    step: 'review',
    action: 'ACCEPT',
    effectiveOn: '2026-01-14',
    attachments: ['审核表.pdf'],
    expect: { position: ['public-notice'], clocks: { publicity: '2026-01-21' } },
  },
  { at: '2026-01-22', expect: { position: ['decide'] } },
  { by: 'zhao', step: 'decide', action: 'GRANT', expect: { position: ['hand-over'], letters: ['decision-letter'] } },
  { by: 'chen', step: 'hand-over', action: 'DELIVER', letter: 'decision-letter', method: 'hand', expect: { issues: ['RECEIPT_REQUIRED'] } },
  {
    by: 'chen',
    step: 'hand-over',
    action: 'DELIVER',
    letter: 'decision-letter',
    method: 'hand',
    receiptFor: '2026-9999',
    expect: { refused: 'RECEIPT_OF_ANOTHER' },
  },
  {
    by: 'chen',
    step: 'hand-over',
    action: 'DELIVER',
    letter: 'decision-letter',
    method: 'hand',
    receiptFor: 'letter',
    expect: { status: 'closed', ending: 'completed' },
  },
  { by: 'agent', step: 'done', action: 'REOPEN', reason: '有异议', expect: { status: 'open', position: ['hand-over'] } },
  { by: 'chen', procedure: 'revoke', vote: 'request', batch: 2, reason: '虚假', expect: { refused: 'NOTHING_TO_REVOKE' } },
  {
    by: 'chen',
    procedure: 'revoke',
    vote: 'request',
    batch: 1,
    reason: '虚假',
    expect: { tasks: ['clerk@hand-over', 'officer@hand-over'] },
  },
  { by: 'zhao', procedure: 'revoke', vote: 'against', expect: { position: ['hand-over'] } },
  { by: 'chen', procedure: 'revoke', vote: 'request', reason: '虚假' },
  { by: 'zhao', procedure: 'revoke', vote: 'for', expect: { position: ['review'], items: [{ row: 1, status: 'open' }] } },
];
const scenario: Scenario = {
  ...base,
  people: [...base.people.filter(({ id }) => id !== 'zhao'), { id: 'zhao', role: 'officer' }],
  submission: personAnswers,
  expect: {},
  script,
};
const withScenario = { ...pack, scenarios: new Map([['granted', scenario]]) };

describe('a scenario', () => {
  it('corrects, enters late, is told of lateness, takes receipts, reopens and revokes', () => {
    expect(runScenario(pack, scenario).failures).toEqual([]);
  });

  it('reaches levels of escalation and both outcomes of a side procedure by name', () => {
    const { uncovered } = runScenarios(withScenario).coverage;
    const keys = uncovered.map(({ key }) => key);
    for (const key of [
      'escalation:allowance/review-limit/1',
      'escalation:allowance/review-limit/2',
      'procedure:allowance/revoke/granted',
      'procedure:allowance/revoke/refused',
      'action:allowance/done.REOPEN',
      'action:allowance/hand-over.DELIVER',
    ]) {
      expect(keys).not.toContain(key);
    }
  });

  it('notices another day or role of escalation, another target, another asker', () => {
    const ids = [...mutate(withScenario)].map(({ id }) => id);
    const found = survivors(withScenario).survivors.map(({ id }) => id);
    for (const id of [
      'workflow:allowance/clocks/review-limit/escalation/1/afterDays=1',
      'workflow:allowance/clocks/review-limit/escalation/2/afterDays=4',
      'workflow:allowance/clocks/review-limit/escalation/2/afterDays=2',
      'workflow:allowance/clocks/review-limit/escalation/1/role=clerk',
      'workflow:allowance/steps/hand-over.DELIVER/requires/receipt=(none)',
      'workflow:allowance/steps/review.ACCEPT/evaluates=false',
      'workflow:allowance/corrections/role=officer',
    ]) {
      expect(ids).toContain(id);
      expect(found).not.toContain(id);
    }
    expect(ids.filter((id) => id.includes('/procedures/revoke/') && found.includes(id))).toEqual([]);
  });
});
