// @vitest-environment jsdom
import type { FormDefinition } from '@careway/definition';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { QuestionPage, type QuestionPageProps } from './QuestionPage.js';

const text = (value: string) => ({ 'zh-CN': value, en: value });
const form = {
  id: 'f',
  version: '1.0.0',
  label: text('表'),
  schema: {
    type: 'object',
    required: ['carer', 'consent'],
    properties: {
      carer: { type: 'string', enum: ['family', 'none'] },
      month: { type: 'string', format: 'month' },
      consent: { type: 'boolean', const: true },
    },
  },
  fields: [
    {
      id: 'carer',
      label: text('老人现在主要由谁照顾？'),
      why: text('用来判断需要哪种上门服务'),
      widget: 'radio',
      values: [
        { value: 'family', label: text('配偶或子女') },
        { value: 'none', label: text('没有人') },
      ],
    },
    { id: 'month', label: text('服务月份'), widget: 'month' },
    { id: 'consent', label: text('以上情况属实'), widget: 'checkbox' },
  ],
  pages: [{ id: 'p', label: text('页'), fields: ['carer', 'month', 'consent'] }],
} as unknown as FormDefinition;

const nothing = () => {
  throw new Error('not used here');
};

function show(props: Partial<QuestionPageProps> = {}) {
  const onChange = vi.fn();
  const onSubmit = vi.fn();
  render(
    <QuestionPage
      id="q"
      form={form}
      fields={['carer', 'month', 'consent']}
      answers={{}}
      issues={[]}
      locale="zh-CN"
      today="2021-07-05"
      heading={(content) => <h1>{content}</h1>}
      files={{ upload: nothing, remove: nothing, href: nothing, explain: nothing }}
      table={{ readFile: nothing, templateHref: nothing, explain: nothing }}
      onChange={onChange}
      onSubmit={onSubmit}
      {...props}
    >
      <button type="submit">继续</button>
    </QuestionPage>,
  );
  return { onChange, onSubmit };
}

afterEach(cleanup);

describe('a page of questions', () => {
  it('chooses and ticks nothing beforehand', () => {
    show();
    expect(screen.getAllByRole<HTMLInputElement>('radio').some(({ checked }) => checked)).toBe(false);
    expect(screen.getByRole<HTMLInputElement>('checkbox').checked).toBe(false);
  });

  it('tells a choice as the value of the document', () => {
    const { onChange } = show();
    fireEvent.click(screen.getByLabelText('配偶或子女'));
    expect(onChange).toHaveBeenLastCalledWith(expect.objectContaining({ carer: 'family' }));
  });

  it('puts the boxes of a month together', () => {
    const { onChange } = show({ answers: { month: '2021-' } });
    fireEvent.change(screen.getByLabelText('月'), { target: { value: '6' } });
    expect(onChange).toHaveBeenLastCalledWith(expect.objectContaining({ month: '2021-06' }));
  });

  it('shows an error in its own words at the field, and the answer stays', () => {
    show({
      answers: { carer: 'none' },
      issues: [{ code: 'X', severity: 'error', path: '/carer', message: text('请选择老人主要由谁照顾') }],
    });
    expect(screen.getByText('请选择老人主要由谁照顾')).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>('没有人').checked).toBe(true);
  });

  it('makes the label of a single question the heading of the page', () => {
    show({ fields: ['carer'] });
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('老人现在主要由谁照顾？');
    expect(screen.getByRole('group', { name: '老人现在主要由谁照顾？' })).toBeTruthy();
  });

  it('leaves judging to the caller: "continue" always goes out', () => {
    const { onSubmit } = show();
    fireEvent.click(screen.getByRole('button', { name: '继续' }));
    expect(onSubmit).toHaveBeenCalledTimes(1);
  });
});
