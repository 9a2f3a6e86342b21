import { describe, expect, it } from 'vitest';
import type { ActionView, CaseView, ItemView } from '../../../api/index.js';
import { commandOf, faultsOf, type Judged } from './build-command.js';
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
const view = {
  items: [item({}), item({ id: 'i2', row: 2, result: 'manual', amount: undefined })],
  letters: [],
  requestable: [{ procedure: 'extend', label, clocks: ['c1'], maximum: 5 }],
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
    expect(says(judge({ kind: 'extend' }, { days: '6', reason: '核实' }))).toEqual(['days']);
    expect(says(judge({ kind: 'extend' }, { days: '5', reason: '核实' }))).toEqual([]);
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
    expect(commandOf(judge({ kind: 'extend' }, { days: '3', reason: '核实' }))).toEqual({
      type: 'RequestProcedure',
      procedure: 'extend',
      clock: 'c1',
      days: 3,
      reason: '核实',
    });
  });
});
