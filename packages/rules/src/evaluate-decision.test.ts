import { describe, expect, test } from 'vitest';
import { compileDecision } from './compile-decision.js';
import { describeDecision } from './describe-decision.js';
import { evaluateDecision } from './evaluate-decision.js';
import { declareFacts } from './fact.js';
import { codes, compiled, decision, label, rule, table } from './testing/decision-fixture.js';

const on = '2021-07-05';
const rates = table([
  rule('moderate', { level: '"moderate"' }, { rate: '150.00' }),
  rule('severe', { level: '"severe"', age: '>= 60' }, { rate: '200.00' }),
]);

describe('decisions per case', () => {
  test('a matched row gives its amount and its clause', () => {
    const result = evaluateDecision(compiled([rates]), { level: 'severe', age: '60' }, { on });
    expect(result).toMatchObject({
      status: 'ok',
      outputs: { rate: '200.00', amount: '200.00' },
      matched: [{ table: 'rates', rule: 'severe', clause: 'clause-severe' }],
      issues: [],
    });
    expect(result.trace).toEqual([
      {
        table: 'rates',
        inputs: { level: 'severe', age: '60' },
        rows: [
          { rule: 'moderate', matched: false, failed: 'level' },
          { rule: 'severe', matched: true },
        ],
        outputs: { rate: '200.00' },
      },
    ]);
  });

  test('a table that lists rows tells every reason for a refusal, the first as the refusal itself', () => {
    const refusing = (code: string) => ({ refuse: { code, reason: label(code) } });
    const conditions = table(
      [
        rule('mild', { level: '"mild"' }, {}, refusing('TOO_MILD')),
        rule('fine', {}, {}),
        rule('young', { age: '< 60' }, {}, refusing('TOO_YOUNG')),
      ],
      { id: 'conditions', hitPolicy: 'RULE ORDER', outputs: [] },
    );
    const result = evaluateDecision(compiled([conditions, rates]), { level: 'mild', age: '59' }, { on });
    expect(result).toMatchObject({ status: 'ok', refused: { code: 'TOO_MILD', rule: 'mild' }, outputs: { amount: '0.00' } });
    expect(result.matched.map(({ rule: id }) => id)).toEqual(['mild', 'young']);
  });

  test('no row is an issue and never an amount', () => {
    const result = evaluateDecision(compiled([rates]), { level: 'severe', age: 59 }, { on });
    expect(result).toMatchObject({
      status: 'issue',
      outputs: {},
      issues: [{ code: 'NO_RULE_MATCHED', path: '/tables/0', params: { table: 'rates' } }],
    });
  });

  test('a missing fact is named by label, and only where it matters', () => {
    const result = evaluateDecision(compiled([rates]), { level: 'severe' }, { on });
    expect(result).toMatchObject({ status: 'issue', outputs: {}, issues: [{ code: 'FACT_MISSING', params: { facts: 'age' } }] });
    expect(result.issues[0]?.message['zh-CN']).toBe('还缺这些内容，不能判定：年龄');
    expect(evaluateDecision(compiled([rates]), { level: 'moderate' }, { on }).outputs.amount).toBe('150.00');
  });

  test('a fact of the wrong type is an issue that names it', () => {
    const result = evaluateDecision(compiled([rates]), { level: 'severe', age: 60.5 }, { on });
    expect(result).toMatchObject({ status: 'issue', issues: [{ code: 'FACT_TYPE', path: '/age', params: { fact: 'age' } }] });
  });

  test('rates that were never supplied are an issue with whom to ask', () => {
    const missing = table([], { status: 'to-be-supplied', clause: 'article-4', contact: label('市民政局') });
    const result = evaluateDecision(compiled([missing]), { level: 'severe', age: 60 }, { on });
    expect(result).toMatchObject({ status: 'issue', outputs: {}, issues: [{ code: 'RATE_TABLE_MISSING', clause: 'article-4' }] });
    expect(result.issues[0]?.message['zh-CN']).toContain('可以问市民政局');
  });

  test('a refusing row ends the chain with nothing, at the scale of the result', () => {
    const gate = table(
      [
        rule('no', { local: 'false' }, {}, { refuse: { code: 'NOT_LOCAL', reason: label('没有本市户籍') } }),
        rule('yes', {}, { open: true }),
      ],
      {
        id: 'gate',
        hitPolicy: 'FIRST',
        inputs: [{ id: 'local', label: label('户籍'), type: 'boolean' }],
        outputs: [{ id: 'open', label: label('开'), type: 'boolean' }],
      },
    );
    const result = evaluateDecision(compiled([gate, rates]), { local: false }, { on });
    expect(result).toMatchObject({
      status: 'ok',
      outputs: { amount: '0.00' },
      matched: [{ rule: 'no' }],
      refused: { code: 'NOT_LOCAL', rule: 'no', clause: 'clause-no', reason: label('没有本市户籍') },
    });
    expect(evaluateDecision(compiled([gate, rates]), { local: true, level: 'moderate' }, { on }).outputs).toEqual({
      open: true,
      rate: '150.00',
      amount: '150.00',
    });
  });

  test('a manual row leaves the amount to a person and says so', () => {
    const manual = table([rule('rest', {}, {}, { manual: { reason: label('没有标准') } })]);
    const result = evaluateDecision(compiled([manual]), {}, { on });
    expect(result).toMatchObject({
      status: 'ok',
      outputs: {},
      manual: { rule: 'rest', clause: 'clause-rest' },
      issues: [{ code: 'MANUAL_DECISION', severity: 'warning' }],
    });
  });

  test.each([
    ['2021-12-31', '150.00'],
    ['2022-01-01', '180.00'],
  ])('rows are chosen by the legal date %s', (date, amount) => {
    const versions = table([
      rule('old', {}, { rate: '150.00' }, { validity: { from: '2020-01-01', to: '2021-12-31' } }),
      rule('new', {}, { rate: '180.00' }, { validity: { from: '2022-01-01' } }),
    ]);
    expect(evaluateDecision(compiled([versions]), {}, { on: date }).outputs.amount).toBe(amount);
  });

  test('a decision outside its validity gives an issue, and so does a date that does not exist', () => {
    const lapsed = compiled([rates], { validity: { from: '2020-01-01', to: '2021-12-31' } });
    expect(evaluateDecision(lapsed, { level: 'moderate' }, { on: '2022-01-01' })).toMatchObject({
      status: 'issue',
      outputs: {},
      issues: [{ code: 'DECISION_NOT_IN_FORCE' }],
    });
    expect(evaluateDecision(lapsed, { level: 'moderate' }, { on: '2021-02-30' }).issues[0]?.code).toBe('LEGAL_DATE_INVALID');
  });

  test('outputs of a table are facts for the next and for the result', () => {
    const doubled = table([rule('half', { rate: '>= 200' }, { factor: '0.5' }), rule('full', { rate: '< 200' }, { factor: '1' })], {
      id: 'factors',
      inputs: [{ id: 'rate', label: label('标准'), type: 'money' }],
      outputs: [{ id: 'factor', label: label('系数'), type: 'decimal' }],
    });
    const result = { ...decision([]).result, expression: 'rate * factor / 3' };
    expect(evaluateDecision(compiled([rates, doubled], { result }), { level: 'severe', age: 70 }, { on }).outputs.amount).toBe('33.33');
  });

  test('a decision with errors evaluates to them and to nothing else', () => {
    const broken = compiled([table([rule('x', { level: '"nowhere"' }, { rate: '1.00' })])]);
    expect(evaluateDecision(broken, { level: 'severe' }, { on })).toMatchObject({
      status: 'issue',
      outputs: {},
      issues: [{ code: 'VALUE_NOT_IN_DOMAIN' }],
    });
  });
});

describe('decisions per item', () => {
  const facts = declareFacts([
    { id: 'grade', type: 'code', values: codes('1', '4'), label: label('等级') },
    { id: 'service_month', type: 'month', label: label('服务月份') },
  ]);
  const itemFacts = declareFacts([{ id: 'level', type: 'code', values: codes('mild', 'moderate', 'severe'), label: label('失能等级') }]);
  const base = table(
    [rule('moderate', { level: '"moderate"' }, { rate: '150.00' }), rule('severe', { level: '"severe"' }, { rate: '200.00' })],
    {
      inputs: [{ id: 'level', label: label('失能等级'), type: 'code' }],
    },
  );
  const factors = table(
    [rule('four', { grade: '"4"' }, { factor: '1.1' }), rule('one', { grade: '"1"' }, {}, { manual: { reason: label('没有系数') } })],
    {
      id: 'factors',
      inputs: [{ id: 'grade', label: label('等级'), type: 'code' }],
      outputs: [{ id: 'factor', label: label('系数'), type: 'decimal' }],
    },
  );
  const perItem = compileDecision(
    decision([base, factors], {
      per: 'item',
      legalDate: 'service-month',
      validity: { from: '2020-01-01', to: '2021-12-31' },
      result: { ...decision([]).result, expression: 'rate * factor' },
      aggregate: { id: 'total', function: 'sum' },
    }),
    { facts, itemFacts },
  );
  const month = { grade: '4', service_month: '2021-06' };

  test('the total is the sum of the rows', () => {
    const result = evaluateDecision(perItem, month, { on, items: [{ level: 'moderate' }, { level: 'severe' }] });
    expect(result.outputs).toEqual({ total: '385.00' });
    expect(result.items?.map((item) => item.outputs.amount)).toEqual(['165.00', '220.00']);
  });

  test('a row without a result is left out of the total and named', () => {
    const result = evaluateDecision(perItem, month, { on, items: [{ level: 'moderate' }, { level: 'mild' }] });
    expect(result).toMatchObject({ status: 'issue', outputs: { total: '165.00' } });
    expect(result.issues.map(({ code, path }) => [code, path])).toEqual([
      ['NO_RULE_MATCHED', '/items/1/tables/0'],
      ['ITEM_LEFT_OUT', '/items/1'],
    ]);
  });

  test('where every row is left to a person there is no total', () => {
    const result = evaluateDecision(perItem, { ...month, grade: '1' }, { on, items: [{ level: 'moderate' }] });
    expect(result).toMatchObject({ status: 'ok', outputs: {}, items: [{ manual: { rule: 'one' } }] });
    expect(result.issues.map(({ code }) => code)).toEqual(['MANUAL_DECISION', 'ITEM_LEFT_OUT']);
  });

  test('the legal date is the first day of the service month', () => {
    const december = evaluateDecision(perItem, { ...month, service_month: '2021-12' }, { on: '2022-01-20', items: [{ level: 'severe' }] });
    const january = evaluateDecision(perItem, { ...month, service_month: '2022-01' }, { on: '2021-07-05', items: [{ level: 'severe' }] });
    expect(december.outputs.total).toBe('220.00');
    expect(january.issues[0]?.code).toBe('DECISION_NOT_IN_FORCE');
  });

  test('without rows the facts are those of one item', () => {
    expect(evaluateDecision(perItem, { ...month, level: 'severe' }, { on }).outputs).toMatchObject({ amount: '220.00', total: '220.00' });
    expect(evaluateDecision(perItem, month, { on, items: [] }).outputs).toEqual({ total: '0.00' });
  });

  test('its description names what must come from outside, and what it gives', () => {
    const { inputs, outputs } = describeDecision(perItem);
    expect(inputs.map(({ id, type, of, values }) => [id, type, of, values?.length])).toEqual([
      ['level', 'code', 'item', 3],
      ['grade', 'code', 'case', 2],
      ['service_month', 'month', 'case', undefined],
    ]);
    expect(outputs.map(({ id, type, of }) => [id, type, of])).toEqual([
      ['rate', 'money', 'item'],
      ['factor', 'decimal', 'item'],
      ['amount', 'money', 'item'],
      ['total', 'money', 'case'],
    ]);
  });
});
