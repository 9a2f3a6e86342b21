import { describe, expect, it } from 'vitest';
import type { ActionView, CaseView, ItemView, RequestableView, SeatView } from '../../../api/index.js';
import { commandOf } from './build-command.js';
import { faultsOf, type Judged } from './faults.js';
import { emptyTyped, type Intent, type Typed } from './intent.js';

const label = { 'zh-CN': '甲', en: 'A' };
const action = (over: Partial<ActionView> = {}): ActionView => ({
  step: 'street-review',
  action: 'DECIDE_ROWS',
  kind: 'items',
  label,
  available: true,
  requires: [],
  letters: [],
  ...over,
});
const item = (over: Partial<ItemView>): ItemView => ({
  id: 'i1',
  row: 1,
  name: '王某',
  status: 'open',
  final: false,
  facts: [],
  result: 'ok',
  results: [],
  amount: '165.00',
  ...over,
});
const request = (over: Partial<RequestableView>): RequestableView => ({
  procedure: 'extend',
  kind: 'extend-clock',
  label,
  clocks: [],
  maximum: 0,
  seats: [],
  substitutes: false,
  batches: [],
  deciders: [],
  ...over,
});
const extension = request({ clocks: ['c1'], maximum: 5 });
const extend: Intent = { kind: 'request', request: extension };
const view = {
  items: [item({}), item({ id: 'i2', row: 2, result: 'manual', amount: undefined })],
  letters: [],
  requestable: [extension],
  corrections: {
    may: true,
    role: label,
    facts: [
      { fact: 'name', label, type: 'text', value: '王某', text: label, act: 3, recordedAt: '' },
      { fact: 'hukou', item: 'i1', row: 1, label, type: 'boolean', value: true, text: label, act: 4, recordedAt: '' },
    ],
  },
} as unknown as CaseView;
const judge = (intent: Intent, typed: Partial<Typed> = {}, hasClauses = true): Judged => ({
  intent,
  view,
  today: '2021-07-12',
  hasClauses,
  typed: { ...emptyTyped('2021-07-12', view), ...typed },
});
const says = (judged: Judged) => faultsOf(judged).map((fault) => fault.says);

describe('what a panel asks for', () => {
  it('wants a reason and a clause before rows are refused', () => {
    const intent: Intent = { kind: 'action', action: action(), outcome: 'refuse', items: ['i1'] };
    expect(says(judge(intent))).toEqual(['reason', 'clause']);
    expect(says(judge(intent, { reason: '住院', clause: 'c' }))).toEqual([]);
  });
  it('does not insist on a clause where the service cites none', () => {
    const intent: Intent = { kind: 'action', action: action(), outcome: 'refuse', items: ['i1'] };
    expect(says(judge(intent, { reason: '住院' }, false))).toEqual([]);
  });
  it('wants an amount in figures where the tables give none', () => {
    const intent: Intent = { kind: 'action', action: action(), outcome: 'approve', items: ['i2'] };
    expect(says(judge(intent, { amount: '一百', reason: '认定' }))).toEqual(['amount']);
    expect(says(judge(intent, { amount: '120.005', reason: '认定' }))).toEqual(['amount']);
    expect(says(judge(intent, { amount: '120.00', reason: '认定' }))).toEqual([]);
  });
  it('keeps rows with and without an amount of the tables apart', () => {
    const intent: Intent = { kind: 'action', action: action(), outcome: 'approve', items: ['i1', 'i2'] };
    expect(says(judge(intent, { amount: '120.00', reason: '认定' }))).toEqual(['mixed']);
  });
  it('wants every missing thing with its why', () => {
    const intent: Intent = { kind: 'action', action: action({ kind: 'supplement' }) };
    expect(says(judge(intent, { list: [{ what: '协议', why: '' }] }))).toEqual(['list']);
  });
  it('refuses a day that does not exist and one after today', () => {
    const intent: Intent = { kind: 'action', action: action({ kind: 'deliver' }) };
    expect(says(judge(intent, { letter: 'l1', date: '2021-02-30' }))).toEqual(['date']);
    expect(says(judge(intent, { letter: 'l1', date: '20210713' }))).toEqual(['future']);
  });
  it('bounds an extension by what the procedure allows', () => {
    expect(says(judge(extend, { days: '6', reason: '核实' }))).toEqual(['days']);
    expect(says(judge(extend, { days: '5', reason: '核实' }))).toEqual([]);
  });
});

describe('the command that is sent', () => {
  it('holds the rows, the outcome and nothing that was not asked for', () => {
    const intent: Intent = { kind: 'action', action: action(), outcome: 'hold', items: ['i1'] };
    expect(commandOf(judge(intent, { reason: ' 等核实 ', opinion: 'typed elsewhere', amount: '9' }))).toEqual({
      type: 'TakeAction',
      step: 'street-review',
      action: 'DECIDE_ROWS',
      items: ['i1'],
      outcome: 'hold',
      reason: '等核实',
    });
  });
  it('tells an earlier day of delivery as the day it took effect, and leaves today out', () => {
    const intent: Intent = { kind: 'action', action: action({ action: 'DELIVER', kind: 'deliver' }) };
    const typed = { letter: 'l1', receipt: '签收' };
    expect(commandOf(judge(intent, { ...typed, date: '2021年7月9日' }))).toMatchObject({
      effectiveOn: '2021-07-09',
      method: 'hand',
      receipt: '签收',
    });
    expect(commandOf(judge(intent, { ...typed, date: '2021-07-12' }))).not.toHaveProperty('effectiveOn');
  });
  it('asks for the extension of one clock', () => {
    expect(commandOf(judge(extend, { days: '3', reason: '核实' }))).toEqual({
      type: 'RequestProcedure',
      procedure: 'extend',
      clock: 'c1',
      days: 3,
      reason: '核实',
    });
  });
});

describe('assignments', () => {
  const seats = ['first', 'second'].map((seat) => ({ seat, state: 'vacant' })) as unknown as SeatView[];
  const intent: Intent = { kind: 'action', action: action({ kind: 'assign', leadsTo: label, assign: { seats } }) };

  it('fill every vacant seat before the case goes on, nobody twice', () => {
    expect(says(judge(intent))).toEqual(['assignments']);
    expect(says(judge(intent, { assignments: { first: 'a' } }))).toEqual(['assignments']);
    expect(says(judge(intent, { assignments: { first: 'a', second: 'a' } }))).toEqual(['twice']);
    expect(says(judge(intent, { assignments: { first: 'a', second: 'b' } }))).toEqual([]);
  });

  it('are sent as people by seat', () => {
    expect(commandOf(judge(intent, { assignments: { first: 'a', second: 'b' } }))).toMatchObject({
      assignments: [
        { seat: 'first', person: 'a' },
        { seat: 'second', person: 'b' },
      ],
    });
  });
});

describe('late entry', () => {
  const intent: Intent = { kind: 'action', action: action({ kind: 'move' }) };
  const scan = { id: 'f1', name: '回执.png', type: 'image/png', bytes: 1 };

  it('wants evidence for a day before today, and sends it', () => {
    expect(says(judge(intent, { effectiveOn: '2021-07-09' }))).toEqual(['lateEvidence']);
    expect(says(judge(intent, { effectiveOn: '2021-07-12' }))).toEqual([]);
    const typed = { effectiveOn: '2021-07-09', evidence: [scan] };
    expect(says(judge(intent, typed))).toEqual([]);
    expect(commandOf(judge(intent, typed))).toMatchObject({ effectiveOn: '2021-07-09', attachments: ['f1'] });
  });

  it('wants none for a delivery, but the number on the receipt where the action asks for it', () => {
    const deliver: Intent = { kind: 'action', action: action({ kind: 'deliver', requires: ['receipt'] }) };
    expect(says(judge(deliver, { letter: 'l1', date: '2021-07-09' }))).toEqual(['receiptFor']);
    const typed = { letter: 'l1', date: '2021-07-09', receiptFor: '民养〔2021〕1号' };
    expect(commandOf(judge(deliver, typed))).toMatchObject({ receiptFor: '民养〔2021〕1号' });
  });
});

describe('side procedures', () => {
  it('name the seat of a recusal and its substitute', () => {
    const recusal: Intent = { kind: 'request', request: request({ procedure: 'recusal', kind: 'recuse', substitutes: true }) };
    expect(says(judge(recusal))).toEqual(['seat', 'reason']);
    expect(commandOf(judge(recusal, { seat: 'look first', substitute: 'c', reason: '亲属' }))).toEqual({
      type: 'RequestProcedure',
      procedure: 'recusal',
      step: 'look',
      seat: 'first',
      substitute: 'c',
      reason: '亲属',
    });
  });

  it('name the batch of a revocation', () => {
    const revocation: Intent = { kind: 'request', request: request({ procedure: 'revoke', kind: 'revoke-decision' }) };
    expect(says(judge(revocation, { reason: '材料虚假' }))).toEqual(['batch']);
    expect(commandOf(judge(revocation, { batch: '1', reason: '材料虚假', clause: 'c' }))).toMatchObject({ batch: 1, clause: 'c' });
  });
});

describe('a correction', () => {
  it('wants another value than the one that stands there', () => {
    const intent: Intent = { kind: 'correct' };
    expect(says(judge(intent))).toEqual(['fact', 'value', 'reason']);
    expect(says(judge(intent, { fact: 'name', value: '王某', reason: '录错' }))).toEqual(['sameValue']);
    expect(commandOf(judge(intent, { fact: 'name', value: '汪某', reason: '录错' }))).toEqual({
      type: 'CorrectFact',
      fact: 'name',
      value: '汪某',
      supersedes: 3,
      reason: '录错',
    });
    expect(commandOf(judge(intent, { fact: 'i1:hukou', value: 'false', reason: '录错' }))).toMatchObject({
      fact: 'hukou',
      item: 'i1',
      value: false,
      supersedes: 4,
    });
  });
});
