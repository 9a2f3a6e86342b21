import { describe, expect, it } from 'vitest';
import { identityOf, elder, rosterForm, rosterOf } from './testing/roster-form.js';
import { validateSubmission } from './validate-submission.js';

const today = '2021-07-05';
const issuesOf = (data: unknown, more = {}) => {
  const result = validateSubmission(rosterForm, data, { today, ...more });
  return result.ok ? [] : result.issues;
};
const messagesOf = (data: unknown, more = {}) => issuesOf(data, more).map(({ path, message }) => `${path} ${message['zh-CN']}`);

describe('validateSubmission', () => {
  it('accepts a clean roster and returns it normalised', () => {
    const data = rosterOf([elder(1, { identity_number: ` ${identityOf('19400101', 9).toLowerCase()} ` })], { rent: '1,385.5', beds: '12' });
    const result = validateSubmission(rosterForm, data, { today });
    expect(result).toMatchObject({
      ok: true,
      warnings: [],
      data: { rent: '1385.5', beds: 12, elders: [{ identity_number: identityOf('19400101', 9) }] },
    });
  });

  it('validates its own clean data to itself', () => {
    const first = validateSubmission(rosterForm, rosterOf([elder(1), elder(2, { start: '2021年6月5日' })], { rent: 385.5 }), { today });
    if (!first.ok) throw new Error(JSON.stringify(first.issues));
    expect(validateSubmission(rosterForm, first.data, { today })).toEqual(first);
  });

  it('says every problem of a row at once, in the words of the labels', () => {
    const rows = [elder(1), elder(2), elder(3), { identity_number: '150103193802290010', level: '特重', local_hukou: 'maybe' }];
    expect(messagesOf(rosterOf(rows))).toEqual([
      '/elders/3/identity_number 第4行：号码里的生日不存在（1938年2月没有29日），请核对',
      '/elders/3/name 第4行：请填写姓名',
      '/elders/3/level 第4行：失能等级请从这些里选：轻度失能、中度失能、重度失能',
      '/elders/3/local_hukou 第4行：本市户籍请填“是”或“否”',
    ]);
  });

  it.each([
    ['15010319400101', '身份证号要18位，现在是14位，请核对'],
    ['15010319400101001A', '身份证号应是17位数字加最后一位数字或X，请核对'],
    [identityOf('20210706', 1), '号码里的生日还没有到（2021年7月6日），请核对'],
    [identityOf('18400706', 1), '号码里的出生年份是1840年，请核对'],
    [identityOf('19400101', 1).replace(/.$/, (last) => (last === '1' ? '2' : '1')), '身份证号有一位写错了（末位对不上），请照身份证核对'],
    ['1.50103E+17', 'Excel把身份证号变成了科学计数法（1.50103E+17），后几位已丢失。请把这一列设成“文本”，重新输入号码'],
    ['=A1', '身份证号里是公式（以“=”开头），请改成文字或数字'],
    ['＋1', '身份证号里是公式（以“+”开头），请改成文字或数字'],
  ])('answers the identity number %s with what is wrong', (number, words) => {
    expect(messagesOf(rosterOf([elder(1, { identity_number: number })]))).toEqual([`/elders/0/identity_number 第1行：${words}`]);
  });

  it('names the earlier row of a duplicate', () => {
    expect(messagesOf(rosterOf([elder(1), elder(2), elder(1, { name: '王某' })]))).toEqual([
      '/elders/2/identity_number 第3行：和第1行是同一个人（身份证号相同），请删去一行',
    ]);
    expect(issuesOf(rosterOf([elder(1), elder(1, { level: 'mild' })]), { keys: { elders: ['identity_number', 'level'] } })).toEqual([]);
  });

  it('drops hidden answers and does not ask for them', () => {
    const result = validateSubmission(rosterForm, rosterOf([elder(1)], { agent_name: '李', agent_phone: 'x' }), { today });
    expect(result.ok && Object.keys(result.data)).toEqual(['service_month', 'has_agent', 'elders', 'evidence', 'consent']);
    expect(messagesOf(rosterOf([elder(1)], { has_agent: true }))).toEqual(['/agent_name 请填写代办人姓名']);
  });

  it('refuses unknown fields, dangerous names too, at both levels', () => {
    const data = JSON.parse('{"__proto__": {"x": 1}, "extra": 1}') as Record<string, unknown>;
    expect(issuesOf({ ...rosterOf([elder(1, { other: 1 })]), extra: 1 }).map(({ code, path }) => `${code} ${path}`)).toEqual([
      'UNKNOWN_FIELD /extra',
      'UNKNOWN_FIELD /elders/0/other',
    ]);
    expect(issuesOf(data).map(({ path }) => path)).toContain('/__proto__');
  });

  it('judges each of sixty bad rows for itself', () => {
    const bad = [
      { identity_number: '1.50103E+17' },
      { level: '特级' },
      { identity_number: identityOf('19400101', 1).slice(0, 17) },
      { local_hukou: '外地' },
      { name: '=cmd|x' },
      { start: '2021-02-30' },
      { hours: 25 },
      { hours: 'many' },
      { name: 'x'.repeat(500) },
      { name: undefined },
    ];
    const rows = Array.from({ length: 60 }, (_, index) => elder(index + 100, bad[index % bad.length]));
    const found = issuesOf(rosterOf(rows));
    expect(found.map(({ path }) => Number(path.split('/')[2]))).toEqual(rows.map((_, index) => index));
    expect(found.slice(0, 10).map(({ code }) => code)).toEqual([
      'IDENTITY_SCIENTIFIC',
      'VALUE_NOT_LISTED',
      'IDENTITY_LENGTH',
      'NEEDS_YES_NO',
      'FORMULA_CELL',
      'DATE_NOT_EXISTING',
      'TOO_LARGE',
      'NEEDS_INTEGER',
      'TOO_LONG',
      'ANSWER_MISSING',
    ]);
    for (const { message } of found) expect(message['zh-CN']).not.toMatch(/非法|无效|必填|失败|异常|参数/);
  });

  it('says one thing about a roster that is too long', () => {
    const rows = Array.from({ length: 100_000 }, (_, index) => elder(index));
    const started = performance.now();
    expect(messagesOf(rosterOf(rows))).toEqual(['/elders 老人名单有100000行，一次最多200行。请分成几份，每份不超过200行，分开提交']);
    expect(performance.now() - started).toBeLessThan(500);
  });

  it('validates a thousand rows', () => {
    const rows = Array.from({ length: 1000 }, (_, index) => elder(index, { start: '2021-06-05', hours: 24 }));
    expect(issuesOf(rosterOf(rows), { maxRows: 1000 })).toEqual([]);
  });

  it('asks for what is missing on submit, and not in a draft', () => {
    expect(messagesOf({})).toEqual([
      '/service_month 请选择服务月份',
      '/has_agent 请选择有没有代办人',
      '/elders 请添加老人名单，至少1行',
      '/evidence 请上传证明材料',
      '/consent 请确认：以上内容属实',
    ]);
    expect(messagesOf({}, { stage: 'draft' })).toEqual([]);
  });

  it('refuses a month that has not come', () => {
    expect(messagesOf(rosterOf([elder(1)], { service_month: '2021-08' }))).toEqual([
      '/service_month 服务月份还没有到，请选2021-07或更早的月份',
    ]);
    expect(messagesOf(rosterOf([elder(1)], { service_month: '2021年7月' }))).toEqual([]);
  });

  it('takes a credit code with a wrong check character when a reason is given, as a warning', () => {
    const data = rosterOf([elder(1)], { credit_code: '91150100MA0N3Y7F4L' });
    const [first] = issuesOf(data);
    expect(first?.code).toBe('CREDIT_CODE_CHECKSUM');
    const result = validateSubmission(rosterForm, data, { today, overrides: { '/credit_code': '证书上就是这样' } });
    expect(result.ok && result.warnings.map(({ code }) => code)).toEqual(['CREDIT_CODE_CHECKSUM']);
  });

  it("uses the form's own message for a keyword", () => {
    const messages = { required: { 'zh-CN': '请写清{label}', en: 'Write {label}' } };
    const form = {
      ...rosterForm,
      fields: rosterForm.fields.map((field) => (field.id === 'service_month' ? { ...field, messages } : field)),
    };
    const result = validateSubmission(form, rosterOf([elder(1)], { service_month: '' }), { today });
    expect(!result.ok && result.issues[0]?.message['zh-CN']).toBe('请写清服务月份');
  });

  it('refuses fields that the step may only read', () => {
    expect(issuesOf({ beds: 3 }, { access: [{ field: 'rent', mode: 'write' }], stage: 'draft' }).map(({ code }) => code)).toEqual([
      'FIELD_NOT_WRITABLE',
    ]);
  });

  it.each([null, 3, [], 'x'])('answers %j, which is no form data', (data) => {
    expect(issuesOf(data).map(({ code }) => code)).toEqual(['FORM_NOT_OBJECT']);
  });
});
