// @vitest-environment jsdom
import type { FormDefinition } from '@careway/definition';
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { QuestionPage } from '../QuestionPage.js';

const text = (zh: string, en = zh) => ({ 'zh-CN': zh, en });
const scores = (most: number) =>
  Array.from({ length: most + 1 }, (_, index) => ({
    value: String(most - index),
    label: text(`做到${most - index}成`, `does ${most - index}`),
  }));
const levels = [
  { value: 'high', label: text('能力完好', 'No impairment') },
  { value: 'low', label: text('轻度失能', 'Mild impairment') },
];
const form = {
  id: 'scale',
  version: '1.0.0',
  label: text('评分表'),
  schema: {
    type: 'object',
    required: ['eating', 'walking'],
    properties: { eating: { type: 'integer', minimum: 0, maximum: 2 }, walking: { type: 'integer', minimum: 0, maximum: 2 } },
  },
  fields: [
    { id: 'eating', label: text('进食', 'Eating'), hint: text('B.1.1'), widget: 'score', values: scores(2) },
    { id: 'walking', label: text('行走', 'Walking'), widget: 'score', values: scores(2) },
  ],
  computed: [
    {
      id: 'total',
      label: text('总分', 'Total'),
      type: 'integer',
      maximum: 4,
      direction: 'higher-is-better',
      expression: 'eating + walking',
    },
    { id: 'level', label: text('能力等级', 'Level'), type: 'code', values: levels, decision: 'level' },
  ],
  pages: [{ id: 'p', label: text('自理能力'), fields: ['eating', 'walking'], shows: ['total', 'level'] }],
} as unknown as FormDefinition;
const rules = {
  decisions: [
    {
      id: 'level',
      label: text('等级'),
      workflow: 'w',
      per: 'case' as const,
      legalDate: 'application' as const,
      tables: [
        {
          id: 't',
          label: text('等级'),
          hitPolicy: 'UNIQUE' as const,
          inputs: [{ id: 'total', label: text('总分'), type: 'integer' as const }],
          outputs: [{ id: 'found', label: text('等级'), type: 'code' as const, values: levels }],
          rules: [
            { id: 'full', when: { total: '4' }, then: { found: 'high' }, clause: 'c' },
            { id: 'less', when: { total: '[1..3]' }, then: { found: 'low' }, clause: 'c' },
          ],
        },
      ],
      result: { id: 'level', label: text('等级'), type: 'code' as const, expression: 'found' },
    },
  ],
  params: [],
};

const nothing = () => {
  throw new Error('not used here');
};

function Page({ locale = 'zh-CN' as const, first = {} as Readonly<Record<string, unknown>> }) {
  const [answers, setAnswers] = useState(first);
  return (
    <QuestionPage
      id="q"
      form={form}
      fields={['eating', 'walking']}
      answers={answers}
      issues={[]}
      locale={locale}
      today="2026-06-01"
      heading={(content) => <h1>{content}</h1>}
      files={{ upload: nothing, remove: nothing, href: nothing, explain: nothing }}
      table={{ readFile: nothing, templateHref: nothing, explain: nothing }}
      rules={rules}
      onChange={setAnswers}
      onSubmit={nothing}
    />
  );
}

const line = () => within(screen.getByRole('region', { name: '暂算' })).getByRole('list').textContent;
const row = (indicator: string, words: string) =>
  within(screen.getByRole('group', { name: indicator })).getByLabelText<HTMLInputElement>(words);

afterEach(cleanup);

describe('a page of scores', () => {
  it('shows every score with its words as one row, and none is chosen beforehand', () => {
    render(<Page />);
    expect(screen.getAllByRole<HTMLInputElement>('radio').map(({ checked }) => checked)).toEqual(Array(6).fill(false));
    expect(row('进食', '2分做到2成').value).toBe('2');
  });

  it('says how many answers the sum waits for, never a sum of some of them', () => {
    render(<Page />);
    expect(line()).toBe('总分 还差2项能力等级 还差2项');
    fireEvent.click(row('进食', '2分做到2成'));
    expect(line()).toBe('总分 还差1项能力等级 还差1项');
  });

  it('shows sum and level as soon as all is answered, and again after a change, without taking the focus', () => {
    render(<Page />);
    fireEvent.click(row('进食', '2分做到2成'));
    row('行走', '1分做到1成').focus();
    fireEvent.click(row('行走', '1分做到1成'));
    expect(line()).toBe('总分 3/4满分4，越高越好能力等级 轻度失能');
    expect(document.activeElement).toBe(row('行走', '1分做到1成'));
    fireEvent.click(row('行走', '2分做到2成'));
    expect(line()).toContain('能力等级 能力完好');
  });

  it('reads changes out politely', () => {
    render(<Page />);
    expect(screen.getByRole('region', { name: '暂算' }).querySelector('ul')?.getAttribute('aria-live')).toBe('polite');
  });

  it('says why there is no level where no rule gives one', () => {
    render(<Page first={{ eating: '0', walking: 0 }} />);
    expect(line()).toContain('能力等级 “等级”中没有适用的规则，须由人认定');
  });

  it('takes stored whole numbers as well as what was chosen here', () => {
    render(<Page first={{ eating: 2, walking: '2' }} />);
    expect(row('进食', '2分做到2成').checked && row('行走', '2分做到2成').checked).toBe(true);
  });
});
