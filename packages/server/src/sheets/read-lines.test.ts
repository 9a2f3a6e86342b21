import type { FormDefinition } from '@careway/definition';
import type { TenantRuntime } from '@careway/runtime';
import { describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { fakeCareway } from '../testing/fake-careway.js';
import { smallForm, smallPack } from '../testing/small-pack.js';
import { rosterOf } from './read-roster.js';

const label = (words: string) => ({ 'zh-CN': words, en: words });
const meals = [
  { value: 'breakfast', label: label('早餐') },
  { value: 'lunch', label: label('午餐') },
];
/** Elders with the meals of one month, made from swipes. */
const mealForm = {
  ...smallForm,
  schema: {
    type: 'object',
    properties: {
      month: { type: 'string', format: 'month' },
      elders: {
        type: 'array',
        items: { type: 'object', properties: { name: { type: 'string' }, breakfasts: { type: 'integer' }, lunches: { type: 'integer' } } },
      },
    },
  },
  fields: [
    { id: 'month', label: label('服务月份'), widget: 'month' },
    {
      id: 'elders',
      label: label('老人名册'),
      widget: 'table',
      columns: [
        { id: 'name', label: label('姓名'), widget: 'text' },
        { id: 'breakfasts', label: label('早餐次数'), widget: 'integer' },
        { id: 'lunches', label: label('午餐次数'), widget: 'integer' },
      ],
      fold: {
        label: label('刷卡记录'),
        columns: [
          { id: 'day', label: label('日期'), widget: 'date' },
          { id: 'meal', label: label('餐次'), widget: 'select', values: meals },
        ],
        key: ['name'],
        unique: ['name', 'day', 'meal'],
        date: { column: 'day', within: 'month' },
        count: {
          by: 'meal',
          into: [
            { value: 'breakfast', column: 'breakfasts' },
            { value: 'lunch', column: 'lunches' },
          ],
        },
      },
    },
  ],
} as unknown as FormDefinition;

const pack = { ...smallPack, forms: new Map([[smallForm.id, mealForm]]) };
const tenant = (await fakeCareway(pack)).tenants()[0] as TenantRuntime;
const read = (bytes: Uint8Array | string, answers: Readonly<Record<string, unknown>> = { month: '2021-06' }) =>
  rosterOf(
    tenant,
    { service: 'bed-subsidy', field: 'elders', answers },
    typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes,
  );

describe('reading a list of swipes', () => {
  it('makes one row of each elder from CSV, with the month of the draft', async () => {
    const { rows, issues } = await read('姓名,日期,餐次\n张某,2021-06-01,早餐\n张某,2021-06-01 11:40,午餐\n李某,2021/6/2,午餐\n');
    expect(rows).toEqual([
      { name: '张某', breakfasts: 1, lunches: 1 },
      { name: '李某', breakfasts: 0, lunches: 1 },
    ]);
    expect(issues.map(({ message }) => message['zh-CN'])).toEqual(['3条刷卡记录合成了2行']);
  });

  it('names the lines of a spreadsheet by the numbers that it shows, blank rows counted', async () => {
    const day = { value: new Date('2021-06-01T00:00:00Z'), type: Date, format: 'yyyy-mm-dd' } as const;
    const bytes = await writeXlsxFile([
      ['助餐刷卡明细', null, null],
      ['姓名', '日期', '餐次'],
      ['张某', day, '早餐'],
      [null, null, null],
      ['张某', day, '早餐'],
    ]).toBuffer();
    const { rows, issues } = await read(bytes);
    expect(rows).toEqual([]);
    expect(issues.map(({ message }) => message['zh-CN'])).toEqual([
      '2条刷卡记录里有1条要改，名单没有读入。请在文件里改好，再读一次',
      '第5行：和第3行重复（姓名、日期、餐次都相同），请删去一行',
    ]);
  });

  it('takes 20,000 lines and refuses more with the number and the limit', async () => {
    const lines = Array.from({ length: 20_000 }, (_, index) => {
      const day = String(1 + (Math.floor(index / 2) % 30)).padStart(2, '0');
      return `老人${Math.floor(index / 100)},2021-06-${day},${index % 2 ? '早餐' : '午餐'}`;
    });
    const many = [...new Set(lines)];
    expect((await read(`姓名,日期,餐次\n${many.join('\n')}`)).rows).toHaveLength(200);
    const refused = await read(`姓名,日期,餐次\n${'张某,2021-06-01,早餐\n'.repeat(20_001)}`);
    expect(refused.issues).toMatchObject([{ code: 'FOLD_TOO_MANY', params: { count: 20_001, limit: 20_000 } }]);
  });

  it('asks for the month when the draft has none', async () => {
    expect((await read('姓名,日期,餐次\n张某,2021-06-01,早餐\n', {})).issues).toMatchObject([{ code: 'FOLD_MONTH_MISSING' }]);
  });
});
