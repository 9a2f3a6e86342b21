import { setAt } from '@careway/definition/testing';
import { describe, expect, it } from 'vitest';
import { checkForm } from './check-form.js';
import { importRows, readableRows, startFold } from './map-rows.js';
import { parseDelimited } from './parse-delimited.js';
import { mealForm } from './testing/meal-form.js';
import { identityOf } from './testing/roster-form.js';
import { validateSubmission } from './validate-submission.js';

const today = '2021-07-05';
const around = { answers: { service_month: '2021-06' }, today };
const target = { form: mealForm, field: 'rows', around };
const [wang, li] = [identityOf('19400101', 1), identityOf('19430202', 2)];
const headings = '身份证号,姓名,类别,刷卡日期,餐次';
const read = (...lines: string[]) => importRows([headings, ...lines].join('\n'), target);
const told = (...lines: string[]) => read(...lines).issues.map(({ message }) => message['zh-CN']);

const month = (id: string, name: string, category: string, days: number) =>
  Array.from({ length: days }, (_, index) => `2021-06-${String(index + 1).padStart(2, '0')}`).flatMap((day) => [
    `${id},${name},${category},${day},早餐`,
    `${id},${name},${category},${day},午餐`,
  ]);

describe('a list of swipes', () => {
  it('becomes one row for each elder with the meals counted, and says how many lines became how many rows', () => {
    const { rows, issues } = read(...month(wang, '王某', '低保', 30), `${li},李某,空巢,2021-06-03,午餐`);
    expect(rows).toEqual([
      { identity_number: wang, elder_name: '王某', category: 'low-income', breakfasts: 30, lunches: 30, counted_month: '2021-06' },
      { identity_number: li, elder_name: '李某', category: 'empty-nest', breakfasts: 0, lunches: 1, counted_month: '2021-06' },
    ]);
    expect(issues).toMatchObject([{ code: 'ROWS_FOLDED', severity: 'info', message: { 'zh-CN': '61条刷卡记录合成了2行' } }]);
    expect(validateSubmission(mealForm, { service_month: '2021-06', rows }, { today }).ok).toBe(true);
  });

  it('names every line that is wrong as the spreadsheet numbers it, and then makes no row at all', () => {
    const { rows } = read(`${wang},王某,低保,2021-06-01,早餐`, `${wang},王某,低保,2021-06-01,早餐`);
    expect(rows).toEqual([]);
    expect(
      told(
        `${wang},王某,低保,2021-06-01,早餐`,
        '',
        `${wang},王某,低保,2021-06-01,早餐`,
        `${wang},王某,低保,2021-07-01,早餐`,
        `${wang},王某,低保,2021-06-31,早餐`,
        `${wang},王某,低保,2021-06-02,晚餐`,
        `${wang},王另,低保,2021-06-02,早餐`,
        `${wang.slice(0, 17)},王某,低保,2021-06-03,早餐`,
        `${li},李某,空巢,,午餐`,
      ),
    ).toEqual([
      '8条刷卡记录里有7条要改，名单没有读入。请在文件里改好，再读一次',
      '第4行：和第2行重复（身份证号、刷卡日期、餐次都相同），请删去一行',
      '第5行：刷卡日期是2021-07-01，不在2021-06里',
      '第6行：刷卡日期：2021年6月没有31日，请核对',
      '第7行：餐次请从这些里选：早餐、午餐',
      '第8行：姓名和第2行不同（身份证号相同），请核对',
      '第9行：身份证号要18位，现在是17位，请核对',
      '第10行：请选择刷卡日期',
    ]);
  });

  it('takes the time of day that machines write, and dates of a spreadsheet', () => {
    expect(read(`${wang},王某,低保,2021-06-01 07:12:33,早餐`).rows).toMatchObject([{ breakfasts: 1 }]);
    const cells = [headings.split(','), [wang, '王某', '低保', new Date('2021-06-01T11:30:00Z'), '午餐']];
    expect(startFold({ cells, lines: [1, 2], count: 2 }, target)?.result().rows).toMatchObject([{ lunches: 1 }]);
  });

  it('waits for the month that it is for', () => {
    const none = { ...target, around: { answers: {}, today } };
    expect(importRows(`${headings}\n${wang},王某,低保,2021-06-01,早餐`, none).issues.map(({ message }) => message['zh-CN'])).toEqual([
      '请先填写服务月份，再读入刷卡记录',
    ]);
  });

  it('is told from a roster by its headings', () => {
    const { rows, issues } = importRows(`姓名,身份证号,类别,早餐次数,午餐次数\n王某,${wang},低保,20,22`, target);
    expect([rows, issues]).toEqual([
      [{ elder_name: '王某', identity_number: wang, category: 'low-income', breakfasts: 20, lunches: 22 }],
      [],
    ]);
  });

  it('with a column missing says which', () => {
    const text = `姓名,类别,刷卡日期,餐次\n王某,低保,2021-06-01,早餐`;
    expect(importRows(text, target).issues.map(({ message }) => message['zh-CN'])).toEqual(['名单里没有“身份证号”这一列，请补上']);
  });

  it('of 20,000 lines is read in steps; a longer one is refused at once', () => {
    const lines = Array.from({ length: 400 }, (_, index) => identityOf('19400101', index)).flatMap((id, index) =>
      month(id, `王${index}`, '低保', 25),
    );
    const text = [headings, ...lines].join('\n');
    const list = parseDelimited(text, readableRows(target));
    const run = startFold(list, { ...target, maxRows: 400 });
    expect(run?.total).toBe(20_000);
    let steps = 1;
    while (run?.step()) steps += 1;
    expect([steps, run?.done, run?.result().rows.length]).toEqual([20, 20_000, 400]);
    const many = lines.filter((_, index) => index % 50 === 0).slice(0, 201);
    expect(importRows([headings, ...many].join('\n'), target).issues).toMatchObject([
      { code: 'TOO_MANY_ROWS', params: { count: 201, limit: 200 } },
    ]);
    const [refused] = importRows(`${text}\n${lines[0]}`, target).issues;
    expect(refused?.message['zh-CN']).toBe('刷卡记录有20001条，一次最多20000条。请按老人分成几份，分开提交');
  });

  it('tells a hundred problems and how many more there are', () => {
    const lines = Array.from({ length: 150 }, () => `${wang},王某,低保,2021-06-01,早餐`);
    const found = told(...lines);
    expect(found).toHaveLength(102);
    expect(found.at(-1)).toBe('另外还有49处要改');
  });
});

describe('rows made from a list', () => {
  it('are refused for another month than they were counted in', () => {
    const { rows } = read(`${wang},王某,低保,2021-06-01,早餐`);
    const result = validateSubmission(mealForm, { service_month: '2021-05', rows }, { today });
    expect(result.ok ? [] : result.issues.map(({ path, message }) => `${path} ${message['zh-CN']}`)).toEqual([
      '/rows/0/counted_month 第1行：这一行是按2021-06的刷卡记录合成的，现在的服务月份不同，请重新读入',
    ]);
  });
});

describe('checkForm on a fold', () => {
  it('finds nothing wrong with a right one', () => {
    expect(checkForm(mealForm)).toEqual([]);
  });

  it.each<[string, string, unknown]>([
    ['FOLD_COLUMN_UNKNOWN /fields/1/fold/key/0', '/fields/1/fold/key/0', 'swiped_on'],
    ['FOLD_COLUMN_UNKNOWN /fields/1/fold/keep/0', '/fields/1/fold/keep/0', 'nothing'],
    ['FOLD_COLUMN_UNKNOWN /fields/1/fold/unique/1', '/fields/1/fold/unique/1', 'breakfasts'],
    ['FOLD_COLUMN_UNKNOWN /fields/1/fold/count/by', '/fields/1/fold/count/by', 'swiped_on'],
    ['FOLD_VALUES /fields/1/fold/count/into', '/fields/1/fold/count/into/1', undefined],
    ['FOLD_COUNT /fields/1/fold/count/into/0/column', '/fields/1/fold/count/into/0/column', 'elder_name'],
    ['FOLD_DATE /fields/1/fold/date/column', '/fields/1/fold/date/column', 'meal'],
    ['FOLD_DATE /fields/1/fold/date/within', '/fields/1/fold/date/within', 'rows'],
    ['FOLD_DATE /fields/1/fold/date/into', '/fields/1/fold/date/into', 'elder_name'],
    ['FIELD_TWICE /fields/1/fold/columns/0/id', '/fields/1/fold/columns/0/id', 'lunches'],
    ['COLUMN_WIDGET /fields/1/fold/columns/0/widget', '/fields/1/fold/columns/0/widget', 'files'],
    ['FOLD_MISPLACED /fields/0/fold', '/fields/0/fold', mealForm.fields[1]?.fold],
  ])('reports %s', (expected, pointer, value) => {
    const copy = structuredClone(mealForm);
    setAt(copy, pointer, value);
    expect(checkForm(copy).map(({ code, path }) => `${code} ${path}`)).toContain(expected);
  });
});
