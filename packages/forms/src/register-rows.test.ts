import type { RegisterDefinition } from '@careway/definition';
import { describe, expect, it } from 'vitest';
import { checkForm } from './check-form.js';
import { registerForm } from './register-form.js';
import { checkRecordAnswers, readRegisterRow, registerHeader } from './register-rows.js';

const text = (zh: string) => ({ 'zh-CN': zh, en: zh });
const register: RegisterDefinition = {
  id: 'people',
  label: text('人员'),
  key: 'number',
  name: 'name',
  scope: 'area',
  fields: [
    { id: 'number', label: text('身份证号'), type: 'identity', required: true },
    { id: 'name', label: text('姓名'), type: 'text', required: true },
    { id: 'local', label: text('本市户籍'), type: 'boolean' },
    { id: 'level', label: text('等级'), type: 'code', values: [{ value: 'severe', label: text('重度') }] },
    { id: 'phone', label: text('电话'), type: 'phone' },
    { id: 'until', label: text('截止月份'), type: 'month' },
    { id: 'case', label: text('办件'), type: 'text', holds: 'case' },
    { id: 'code', label: text('信用代码'), type: 'text', format: 'credit-code' },
  ],
};
const form = registerForm(register);
const today = '2021-07-05';
const number = '150199193801050010';
const codes = (answers: Record<string, unknown>) => checkRecordAnswers(form, answers, { today }).issues.map(({ code }) => code);

describe('the form of a register', () => {
  it('is a form like every other', () => {
    expect(checkForm(form)).toEqual([]);
  });

  it('takes months that lie ahead, and names months that are none', () => {
    expect(codes({ until: '2030-12' })).toEqual([]);
    expect(checkRecordAnswers(form, { until: '2030-13' }, { today }).issues[0]?.message['zh-CN']).toBe('截止月份要填年和月，如2021-06');
  });

  it('lets what is not given be, and checks what is', () => {
    expect(checkRecordAnswers(form, { name: ' 王某 ', local: false }, { today }).data).toEqual({ name: '王某', local: false });
    expect(codes({ number: '150199193801050011', level: 'light', phone: '1' })).toEqual([
      'IDENTITY_CHECKSUM',
      'VALUE_NOT_LISTED',
      'PHONE_DIFFERS',
    ]);
    expect(codes({ number: '1.50199E+17' })).toEqual(['IDENTITY_SCIENTIFIC']);
    expect(codes({ name: '=cmd()' })).toEqual(['FORMULA_CELL']);
  });

  it('takes no case: which one wrote a record is never typed', () => {
    expect(codes({ case: 'c-1' })).toEqual(['UNKNOWN_FIELD']);
    expect(registerHeader(form, 'number', [['身份证号', '姓名', '办件']]).issues.map(({ code }) => code)).toEqual(['COLUMN_UNKNOWN']);
  });

  it('sets masked numbers apart: they mean that nothing changes', () => {
    expect(checkRecordAnswers(form, { number: '150199********0010', phone: '154****0001', name: '王*' }, { today })).toEqual({
      data: { name: '王*' },
      masked: { number: '150199********0010', phone: '154****0001' },
      issues: [],
    });
  });
});

describe('the headings of an imported register', () => {
  const header = (...rows: unknown[][]) => registerHeader(form, 'number', rows);

  it('are found in any order below a title, with remarks in brackets, the area too', () => {
    const found = header(['某街道人员名单'], ['序号', '姓名', '身份证号（18位）', '等级', '所属街道']);
    expect(found.at).toBe(1);
    expect(found.columns.map((column) => column?.id)).toEqual([undefined, 'name', 'number', 'level', '$area']);
    expect(found.issues).toEqual([]);
    expect(readRegisterRow(form, found, [1, '王某', number, '重度', '一街'])).toEqual({
      name: '王某',
      number,
      level: 'severe',
      $area: '一街',
    });
    expect(readRegisterRow(form, found, [2, '李某', Number(number), '', null])).toEqual({ name: '李某', number: '1.50199E+17' });
  });

  it('need the column of the key, and are told apart from rows', () => {
    expect(header(['姓名', '等级', '备注']).issues.map(({ code, severity }) => `${severity} ${code}`)).toEqual([
      'error COLUMN_MISSING',
      'warning COLUMN_UNKNOWN',
    ]);
    expect(header(['王某', '重度']).issues.map(({ code }) => code)).toEqual(['HEADINGS_MISSING']);
    expect(header(['身份证号', '姓名', '姓名']).issues.map(({ code }) => code)).toEqual(['COLUMN_TWICE']);
  });
});
