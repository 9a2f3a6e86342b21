import type { RegisterWrite } from '@careway/definition';
import { describe, expect, it } from 'vitest';
import { replay } from '../evolve/evolve.js';
import { CaseRunner } from '../testing/case-runner.js';
import { changedWorkflow } from '../testing/changed-workflow.js';
import { people, sealed } from '../testing/test-context.js';
import type { Effect } from '../types/effect.js';

type Writing = Extract<Effect, { kind: 'write-record' }>;

const perRow: RegisterWrite = {
  id: 'grant',
  register: 'grants',
  mode: 'upsert',
  per: 'granted-item',
  key: 'elder',
  set: {
    amount: 'amount',
    base: 'base',
    level: 'level',
    centre: 'centre',
    double: 'amount * 2',
    kind: '"bed"',
    until: { after: 'filed_on', param: 'valid_months', unit: 'month' },
    number: { letter: 'decision-letter' },
    missing: 'nickname',
    degree: { code: 'level', as: { mild: '1', moderate: '2', severe: '3' } },
    unnamed: { code: 'level', as: { mild: '1' } },
  },
};
const ofCase: RegisterWrite = {
  id: 'summary',
  register: 'outcomes',
  mode: 'create',
  key: 'centre',
  set: { rows: 'count(items[status = "approved"])', month: 'service_month', on: 'today', case: 'number_of_case' },
};

const workflowWith = (key: string, ...writes: RegisterWrite[]) =>
  changedWorkflow((copy) => {
    const [step, id] = key.split('.');
    const found = copy.steps.find((known) => known.id === step)?.actions?.find((known) => known.id === id);
    Object.assign(found ?? {}, { writes });
    const label = { 'zh-CN': 'l', en: 'l' };
    copy.params?.push({ id: 'valid_months', label, type: 'integer', value: 8, basis: { source: 'city-set' } });
    copy.facts.push(
      { id: 'nickname', label, type: 'text', from: { kind: 'submission' } },
      { id: 'today', label, type: 'date', from: { kind: 'system', name: 'today' } },
      { id: 'number_of_case', label, type: 'text', from: { kind: 'system', name: 'case-number' } },
    );
  });

const toDecision = (run: CaseRunner) => {
  run.open([{}, { level: 'severe' }, { allDay: false }], { urgent: true }).settle();
  run.take(people.clerk, 'review', 'ROWS', { items: ['i1', 'i2'], outcome: 'approve' });
  run.take(people.clerk, 'review', 'ROWS', { items: ['i3'], outcome: 'refuse', reason: '不符', clause: 'art-1' });
  return run.take(people.clerk, 'review', 'SUBMIT');
};
const writes = (run: CaseRunner) => run.effects.filter((effect): effect is Writing => effect.kind === 'write-record');
const deliver = (run: CaseRunner) => {
  const letter = run.live.letters.at(-1)?.id ?? '';
  return run.take(people.clerk, 'delivery', 'DELIVER', { letter, method: 'hand' });
};

describe('records written by an action', () => {
  it('are one for each granted row, with values of the row, its decision and the case, sealed numbers still sealed', () => {
    const run = toDecision(new CaseRunner(workflowWith('decision.GRANT', perRow))).take(people.officer, 'decision', 'GRANT');
    expect(writes(run).map(({ key, item, subject, on }) => [key, item, subject, on])).toEqual([
      ['key-1', 'i1', 'elder-1', '2021-07-05'],
      ['key-2', 'i2', 'elder-2', '2021-07-05'],
    ]);
    expect(writes(run)[0]?.values).toEqual({
      amount: '165.00',
      base: '150.00',
      level: 'moderate',
      centre: 'centre-7',
      double: '330.00',
      kind: 'bed',
      degree: '2',
      until: '2022-03-05',
    });
    const act = run.acts.find(({ type }) => type === 'RecordWriteRequested');
    expect(act).toMatchObject({
      data: { register: 'grants', mode: 'upsert', item: 'i1' },
      items: ['i1'],
      slots: { write: { subject: 'elder-1' } },
    });
    expect(act?.slots.write?.value).toMatchObject({ key: sealed('1'), values: { amount: '165.00' } });
    expect(replay(run.acts)).toEqual(run.live);
  });

  it('follow the action’s own acts, and what came of them is told once', () => {
    const run = toDecision(new CaseRunner(workflowWith('decision.GRANT', perRow))).take(people.officer, 'decision', 'GRANT');
    const types = run.acts.map(({ type }) => type);
    expect(types.indexOf('RecordWriteRequested')).toBeGreaterThan(types.indexOf('BatchDecided'));
    const [first, second] = writes(run).map(({ write }) => write);
    const outcomes = [
      { kind: 'record-written' as const, write: first ?? '', version: 3 },
      { kind: 'record-refused' as const, write: second ?? '', why: 'exists' as const },
    ];
    run.do(people.outbox, { type: 'RecordOutcomes', outcomes }).do(people.outbox, { type: 'RecordOutcomes', outcomes });
    expect(run.live.recordWrites).toMatchObject([
      { status: 'written', version: 3 },
      { status: 'refused', why: 'exists' },
    ]);
    expect(run.acts.filter(({ type }) => type === 'RecordWritten')).toHaveLength(1);
  });

  it('wait for the last delivery, and then have the number of the letter', () => {
    const run = toDecision(new CaseRunner(workflowWith('delivery.DELIVER', perRow, ofCase)));
    run.take(people.officer, 'decision', 'GRANT');
    expect(writes(run)).toEqual([]);
    run.settle();
    run.now = '2021-07-08T09:00:00+08:00';
    deliver(run);
    expect(writes(run).map(({ register }) => register)).toEqual(['grants', 'grants', 'outcomes']);
    expect(writes(run)[0]?.values.number).toBe(run.live.letters[0]?.number);
    expect(writes(run)[2]).toMatchObject({
      key: 'centre-7',
      mode: 'create',
      subject: 'org-1',
      values: { rows: '2', month: '2021-06', on: '2021-07-08', case: run.live.number },
    });
  });

  it('are of the batch just decided: rows granted before are not written again', () => {
    const run = new CaseRunner(workflowWith('delivery.DELIVER', perRow)).open([{}, {}], { urgent: true }).settle();
    run.take(people.clerk, 'review', 'ROWS', { items: ['i1'], outcome: 'approve' });
    run.take(people.clerk, 'review', 'ROWS', { items: ['i2'], outcome: 'hold', reason: '待核' });
    run.take(people.clerk, 'review', 'URGENT').take(people.officer, 'decision', 'GRANT').settle();
    deliver(run).take(people.clerk, 'review', 'ROWS', { items: ['i2'], outcome: 'approve' });
    expect(writes(run).map(({ item }) => item)).toEqual(['i1']);
    run.take(people.clerk, 'review', 'URGENT').take(people.officer, 'decision', 'GRANT').settle();
    deliver(run);
    expect(writes(run).map(({ item }) => item)).toEqual(['i2']);
  });

  it('are left out where their condition does not hold, and stop the action where it cannot be judged', () => {
    const when = (condition: string) => new CaseRunner(workflowWith('decision.GRANT', { ...perRow, when: condition }));
    expect(writes(toDecision(when('level = "severe"')).take(people.officer, 'decision', 'GRANT')).map(({ item }) => item)).toEqual(['i2']);
    const run = toDecision(when('nickname = "x"'));
    run.tryTake(people.officer, 'decision', 'GRANT');
    expect(run.last).toMatchObject({ ok: false, issues: [{ code: 'GUARD_UNDECIDED', params: { facts: 'nickname' } }] });
    expect(run.live.position).toEqual(['decision']);
  });

  it('are never written without their key: the missing facts are named', () => {
    const run = toDecision(new CaseRunner(workflowWith('decision.GRANT', { ...ofCase, key: 'nickname' })));
    run.tryTake(people.officer, 'decision', 'GRANT');
    expect(run.last).toMatchObject({ ok: false, issues: [{ code: 'WRITE_UNKNOWN', params: { facts: 'nickname' } }] });
  });

  it('hold the number by which they are found, not only its hash', () => {
    const registers = new Map([['grants', { key: 'identity_number' }]]) as never;
    const run = new CaseRunner(workflowWith('decision.GRANT', { ...perRow, set: { kind: '"bed"' } }), { context: { registers } });
    toDecision(run).take(people.officer, 'decision', 'GRANT');
    expect(writes(run)[0]?.values).toEqual({ kind: 'bed', identity_number: sealed('1') });
  });

  it('are written by other actions as soon as they are taken', () => {
    const run = new CaseRunner(workflowWith('review.WITHDRAW', ofCase)).open([{}]).settle();
    run.take(people.agent, 'review', 'WITHDRAW');
    expect(writes(run)).toMatchObject([{ register: 'outcomes', values: { rows: '0' } }]);
    expect(run.live.status).toBe('closed');
  });
});
