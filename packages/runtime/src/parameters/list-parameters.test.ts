import type { ComposedPack, DecisionDefinition } from '@careway/definition';
import { describe, expect, it } from 'vitest';
import { figuresOfCell } from './figures-of-cell.js';
import { listParameters } from './list-parameters.js';
import { operationFor } from './parameter.js';
import { plainValue, valueWords } from './parameter-value.js';

const text = (zh: string, en: string) => ({ 'zh-CN': zh, en });

const decision = {
  id: 'award',
  label: text('奖补', 'Award'),
  workflow: 'w',
  per: 'case',
  legalDate: 'decision',
  tables: [
    {
      id: 'scores',
      label: text('评分', 'Scores'),
      hitPolicy: 'FIRST',
      inputs: [
        { id: 'score', label: text('得分', 'Score'), type: 'integer' },
        { id: 'kind', label: text('类型', 'Kind'), type: 'code', values: [{ value: 'a', label: text('甲', 'A') }] },
      ],
      outputs: [{ id: 'amount', label: text('金额', 'Amount'), type: 'money' }],
      rules: [
        { id: 'good', when: { score: '[60..80)', kind: '"a"' }, then: { amount: '5' }, clause: 'c' },
        {
          id: 'best',
          label: text('优秀', 'Best'),
          when: { score: '>= 80' },
          then: {},
          manual: { reason: text('由人定', 'By a person'), minimum: '30000', maximum: '100000' },
          clause: 'c',
        },
      ],
    },
  ],
  result: { id: 'amount', label: text('金额', 'Amount'), type: 'money', unit: text('元', 'yuan'), expression: 'amount' },
} as unknown as DecisionDefinition;

const pack = (changed: boolean) =>
  ({
    decisions: new Map([['award', decision]]),
    workflows: new Map(),
    services: new Map(),
    changes: changed ? [{ document: 'decision:award', path: '', layer: 1, text: text('', '') }] : [],
  }) as unknown as ComposedPack;

const listed = listParameters(pack(true));
const keys = listed.map(({ key }) => key.replace('cell:award/scores/', ''));

describe('the figures of a table', () => {
  it('are its outputs, the bounds in its conditions and the ranges left to a person', () => {
    expect(keys).toEqual([
      'good/then/amount',
      'good/when/score/0',
      'good/when/score/1',
      'best/when/score/0',
      'best/manual/minimum',
      'best/manual/maximum',
    ]);
    expect(listed.map(({ sentence }) => sentence['zh-CN'])).toEqual([
      expect.stringContaining('甲（金额）：{value}'),
      expect.stringContaining('评分：得分'),
      expect.stringContaining('评分：得分'),
      '优秀：得分不低于{value}',
      '优秀：由人工认定，最少{value}元',
      '优秀：由人工认定，最多{value}元',
    ]);
  });

  it('name no row by its id', () => {
    expect(JSON.stringify(listed.map(({ sentence, label }) => [sentence, label]))).not.toMatch(/good|best|scores/);
  });

  it('are changed by an operation that leaves the rest of the cell as it is', () => {
    const upper = listed[2];
    if (!upper) throw new Error('no bound');
    const operation = operationFor(upper, { value: '85', expects: 'h', note: '会议' });
    expect(operation).toMatchObject({ op: 'set-cell', rule: 'good', part: 'when', column: 'score', value: '[60..85)' });
  });

  it('of a base pack are those of laws and standards: none is listed', () => {
    expect(listParameters(pack(false))).toEqual([]);
  });
});

describe('a figure as it is typed', () => {
  it('is read as a pack writes it', () => {
    expect([plainValue('￥１,６００.50元', 'money'), plainValue(' 5个工作日 ', 'integer'), plainValue('2021年8月', 'month')]).toEqual([
      '1600.50',
      '5',
      '2021-08',
    ]);
  });

  it('is shown with two decimals when it is money', () => {
    expect([
      valueWords({ type: 'money' }, '150').en,
      valueWords({ type: 'decimal' }, '1.1').en,
      valueWords({ type: 'boolean' }, 'true').en,
    ]).toEqual(['150.00', '1.1', 'yes']);
  });

  it('is found in a condition with the text around it', () => {
    expect(figuresOfCell('< "2019-09"')).toEqual([{ text: '2019-09', before: '< "', after: '"' }]);
    expect(figuresOfCell('"a", "b"')).toEqual([]);
    expect(figuresOfCell('not a cell (')).toEqual([]);
  });
});
