// @vitest-environment jsdom
import type { FormDefinition } from '@careway/definition';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { QuestionPage } from '../QuestionPage.js';

const text = (value: string) => ({ 'zh-CN': value, en: value });
const form = {
  id: 'meals',
  version: '1.0.0',
  label: text('助餐'),
  schema: {
    type: 'object',
    properties: {
      month: { type: 'string', format: 'month' },
      rows: {
        type: 'array',
        items: { type: 'object', properties: { name: { type: 'string' }, lunches: { type: 'integer' }, dinners: { type: 'integer' } } },
      },
    },
  },
  fields: [
    { id: 'month', label: text('服务月份'), widget: 'month' },
    {
      id: 'rows',
      label: text('名单'),
      widget: 'table',
      columns: [
        { id: 'name', label: text('姓名'), widget: 'text' },
        { id: 'lunches', label: text('午餐次数'), widget: 'integer' },
        { id: 'dinners', label: text('晚餐次数'), widget: 'integer' },
      ],
      fold: {
        label: text('刷卡记录'),
        columns: [
          { id: 'day', label: text('日期'), widget: 'date' },
          {
            id: 'meal',
            label: text('餐次'),
            widget: 'select',
            values: [
              { value: 'lunch', label: text('午餐') },
              { value: 'dinner', label: text('晚餐') },
            ],
          },
        ],
        key: ['name'],
        unique: ['name', 'day', 'meal'],
        date: { column: 'day', within: 'month' },
        count: {
          by: 'meal',
          into: [
            { value: 'lunch', column: 'lunches' },
            { value: 'dinner', column: 'dinners' },
          ],
        },
      },
    },
  ],
  pages: [
    { id: 'a', label: text('一'), fields: ['month'] },
    { id: 'b', label: text('二'), fields: ['rows'] },
  ],
} as unknown as FormDefinition;

const nothing = () => {
  throw new Error('not used here');
};

async function paste(list: string, answers: Readonly<Record<string, unknown>> = { month: '2021-06' }) {
  const onChange = vi.fn();
  render(
    <QuestionPage
      id="q"
      form={form}
      fields={['rows']}
      answers={answers}
      issues={[]}
      locale="zh-CN"
      today="2021-07-05"
      heading={(content) => <h1>{content}</h1>}
      files={{ upload: nothing, remove: nothing, href: nothing, explain: nothing }}
      table={{ readFile: nothing, templateHref: () => '/t', explain: nothing }}
      onChange={onChange}
      onSubmit={nothing}
    />,
  );
  fireEvent.click(screen.getByRole('button', { name: '从Excel粘贴' }));
  fireEvent.change(screen.getByRole('textbox', { name: '把复制的表格粘贴到这里' }), { target: { value: list } });
  fireEvent.click(screen.getByRole('button', { name: '读入名单' }));
  return { onChange };
}

afterEach(cleanup);

describe('pasting a list of lines', () => {
  it('says beforehand which list may be pasted, with its columns', async () => {
    await paste('');
    expect(screen.getByText('也可以直接粘贴或导入刷卡记录，一条一行：姓名、日期、餐次。会按人合成名单。')).toBeTruthy();
  });

  it('puts the lines together for the month answered on another page, and says so', async () => {
    const { onChange } = await paste('姓名\t日期\t餐次\n王某\t2021-06-01\t午餐\n王某\t2021-06-02\t午餐\n李某\t2021-06-01\t晚餐');
    await screen.findByText('3条刷卡记录合成了2行。', { exact: false });
    expect(onChange).toHaveBeenLastCalledWith({
      rows: [
        { name: '王某', lunches: 2, dinners: 0 },
        { name: '李某', lunches: 0, dinners: 1 },
      ],
    });
  });

  it('names the lines to mend and changes nothing', async () => {
    const { onChange } = await paste('姓名\t日期\t餐次\n王某\t2021-06-01\t午餐\n王某\t2021-06-01\t午餐\n王某\t2021-07-01\t午餐');
    await screen.findByText('3条刷卡记录里有2条要改，名单没有读入。请在文件里改好，再读一次');
    expect(screen.getByText('第3行：和第2行重复（姓名、日期、餐次都相同），请删去一行')).toBeTruthy();
    expect(screen.getByText('第4行：日期是2021-07-01，不在2021-06里')).toBeTruthy();
    expect(onChange).not.toHaveBeenCalled();
  });

  it('tells how far it is while a long list is read', async () => {
    const names = Array.from(
      { length: 1200 },
      (_, index) =>
        `老人${index % 30}\t2021-06-${String(1 + Math.floor(index / 60)).padStart(2, '0')}\t${Math.floor(index / 30) % 2 ? '午餐' : '晚餐'}`,
    );
    await paste(['姓名\t日期\t餐次', ...names].join('\n'));
    await screen.findByText('正在读取，1200条里读了500条');
    await screen.findByText('1200条刷卡记录合成了30行。', { exact: false });
  });

  it('asks for the month first', async () => {
    await paste('姓名\t日期\t餐次\n王某\t2021-06-01\t午餐', {});
    await screen.findByText('请先填写服务月份，再读入刷卡记录');
  });
});
