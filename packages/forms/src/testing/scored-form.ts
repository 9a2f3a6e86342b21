import type { DecisionDefinition, FormDefinition } from '@careway/definition';

const both = (words: string) => ({ 'zh-CN': words, en: words });
const clause = 'scale-1';
const levels = [
  { value: 'high', label: both('高') },
  { value: 'low', label: both('低') },
];

/** Two scores of 0 to 3, a count and a note about it; their sum, a share and a level by a decision. */
export const scoredForm: FormDefinition = {
  id: 'scored',
  version: '1.0.0',
  label: both('评分表'),
  schema: {
    type: 'object',
    required: ['assessed_on', 'eating', 'walking'],
    properties: {
      assessed_on: { type: 'string', format: 'date' },
      eating: { type: 'integer', minimum: 0, maximum: 3 },
      walking: { type: 'integer', minimum: 0, maximum: 3 },
      falls: { type: 'integer', enum: [0, 1, 2] },
      falls_note: { type: 'string', maxLength: 100 },
    },
  },
  fields: [
    { id: 'assessed_on', label: both('评估日期'), widget: 'date', latest: 'today' },
    { id: 'eating', label: both('进食'), widget: 'score', values: scores(3) },
    { id: 'walking', label: both('行走'), widget: 'score', values: scores(3) },
    { id: 'falls', label: both('跌倒次数'), widget: 'score', values: scores(2) },
    { id: 'falls_note', label: both('跌倒经过'), widget: 'textarea', visibleWhen: 'falls_doubled >= 4' },
  ],
  computed: [
    { id: 'total', label: both('总分'), type: 'integer', maximum: 6, direction: 'higher-is-better', expression: 'eating + walking' },
    { id: 'falls_doubled', label: both('跌倒两倍'), type: 'integer', expression: 'falls * 2', optional: true },
    { id: 'share', label: both('得分率'), type: 'decimal', expression: 'total / 6', rounding: { scale: 3, mode: 'half-up' } },
    { id: 'level', label: both('等级'), type: 'code', values: levels, decision: 'scored-level', on: 'assessed_on' },
    { id: 'again', label: both('需要复评'), type: 'boolean', expression: 'level = "low"' },
  ],
  pages: [{ id: 'all', label: both('一'), fields: ['assessed_on', 'eating', 'walking', 'falls', 'falls_note'], shows: ['total', 'level'] }],
};

/** Level by total, with a parameter for the threshold; in force from 2022. */
export const scoredLevel: DecisionDefinition = {
  id: 'scored-level',
  label: both('等级'),
  workflow: 'scoring',
  per: 'case',
  legalDate: 'application',
  validity: { from: '2022-01-01' },
  tables: [
    {
      id: 'level-table',
      label: both('等级'),
      hitPolicy: 'UNIQUE',
      inputs: [
        { id: 'enough', label: both('达到门槛'), type: 'boolean', expression: 'total >= threshold' },
        { id: 'total', label: both('总分'), type: 'integer' },
      ],
      outputs: [{ id: 'found', label: both('等级'), type: 'code', values: levels }],
      rules: [
        { id: 'high', when: { enough: 'true' }, then: { found: 'high' }, clause },
        { id: 'low', when: { enough: 'false', total: '> 0' }, then: { found: 'low' }, clause },
      ],
    },
  ],
  result: { id: 'found_level', label: both('等级'), type: 'code', expression: 'found' },
};

export const scoredRules = {
  decisions: [scoredLevel],
  params: [{ id: 'threshold', label: both('门槛'), type: 'integer' as const, value: 4, basis: { clause } }],
};

function scores(most: number) {
  return Array.from({ length: most + 1 }, (_, score) => ({ value: String(score), label: both(`得${score}分`) }));
}
