import { describe, expect, it } from 'vitest';
import { computeAnswers, knownValues } from './compute-answers.js';
import { formRules } from './form-rules.js';
import { submissionFacts } from './submission-facts.js';
import { scoredForm, scoredLevel, scoredRules } from './testing/scored-form.js';
import { answersOnly, validateSubmission } from './validate-submission.js';
import { visibleFields } from './visibility.js';

const today = '2026-06-01';
const answers = { assessed_on: '2026-05-30', eating: 3, walking: 2 };
const compute = (data: Readonly<Record<string, unknown>>, rules = scoredRules) => computeAnswers(scoredForm, data, { rules, today });
const of = (id: string, data: Readonly<Record<string, unknown>>, rules = scoredRules) =>
  compute(data, rules).find((value) => value.id === id);
const validate = (data: unknown, more = {}) => validateSubmission(scoredForm, data, { today, rules: scoredRules, ...more });

describe('computed values', () => {
  it('follow from the answers: sums, shares at their rounding, levels by a decision, and what is computed from those', () => {
    expect(knownValues(compute(answers))).toEqual({ total: 5, share: '0.833', level: 'high', again: false });
  });

  it('take answers as a browser holds them, as text', () => {
    expect(of('total', { ...answers, eating: '3', walking: ' 2 ' })).toMatchObject({ value: 5 });
  });

  it('wait for the answers that are missing, in the order of the form, also through values computed before', () => {
    expect(of('total', { assessed_on: '2026-05-30' })).toEqual({ id: 'total', status: 'waiting', missing: ['eating', 'walking'] });
    expect(of('again', { eating: 1 })).toEqual({ id: 'again', status: 'waiting', missing: ['assessed_on', 'walking'] });
    expect(of('share', { ...answers, walking: undefined })).toMatchObject({ status: 'waiting', missing: ['walking'] });
  });

  it('never count an answer that breaks its own rules', () => {
    for (const eating of [4, -1, '2.5', 'many', true]) {
      expect(of('total', { ...answers, eating })).toEqual({ id: 'total', status: 'waiting', missing: ['eating'] });
    }
  });

  it('are undetermined, not guessed, where no row applies, and so is what follows from them', () => {
    const data = { ...answers, eating: 0, walking: 0 };
    expect(of('level', data)).toMatchObject({ status: 'undetermined', issue: { code: 'NO_RULE_MATCHED', path: '/level' } });
    expect(of('again', data)).toMatchObject({ status: 'undetermined', issue: { code: 'NO_RULE_MATCHED', path: '/level' } });
  });

  it('are decided on the date that the form names, not on the day of filing', () => {
    expect(of('level', { ...answers, assessed_on: '2021-12-31' })).toMatchObject({
      issue: { code: 'DECISION_NOT_IN_FORCE', path: '/assessed_on' },
    });
  });

  it('follow the parameters of the workflow, those of the service first', () => {
    const workflow = { params: scoredRules.params } as never;
    const source = { decisions: new Map([['scored-level', scoredLevel]]), workflows: new Map([['scoring', workflow]]) };
    expect(of('level', answers, formRules(source, scoredForm) as typeof scoredRules)).toMatchObject({ value: 'high' });
    const service = { workflow: 'scoring', params: [{ param: 'threshold', value: 6, basis: {} }] };
    expect(of('level', answers, formRules(source, scoredForm, service) as typeof scoredRules)).toMatchObject({ value: 'low' });
  });
});

describe('a submission with computed values', () => {
  it('carries them beside the answers, into the facts too', () => {
    const result = validate({ ...answers, eating: '3' });
    if (!result.ok) throw new Error(JSON.stringify(result.issues));
    expect(result.data).toEqual({ ...answers, total: 5, share: '0.833', level: 'high', again: false });
    expect(submissionFacts(scoredForm, result.data).answers).toMatchObject({ eating: '3', total: '5', share: '0.833', again: false });
    expect(validate(answersOnly(scoredForm, result.data))).toEqual(result);
  });

  it('cannot claim them', () => {
    const result = validate({ ...answers, total: 6 });
    expect(result.ok ? [] : result.issues.map(({ code, path }) => `${code} ${path}`)).toEqual(['UNKNOWN_FIELD /total']);
  });

  it('names a missing answer once, and none of the values that wait for it', () => {
    const result = validate({ ...answers, walking: undefined });
    expect(result.ok ? [] : result.issues.map(({ path, message }) => `${path} ${message['zh-CN']}`)).toEqual(['/walking 请选择行走']);
  });

  it('names a score out of range by its place', () => {
    const result = validate({ ...answers, walking: 4 });
    expect(result.ok ? [] : result.issues.map(({ path, message }) => `${path} ${message['zh-CN']}`)).toEqual(['/walking 行走不能大于3']);
    expect(knownValues(result.computed)).toEqual({});
  });

  it('is refused where the rules give no value, once for all that follow from it', () => {
    const result = validate({ ...answers, eating: 0, walking: 0 });
    expect(result.ok ? [] : result.issues.map(({ code, path, severity }) => `${severity} ${code} ${path}`)).toEqual([
      'error NO_RULE_MATCHED /level',
    ]);
  });

  it('is accepted with a warning where the value is optional: a person decides', () => {
    const optional = scoredForm.computed?.map((value) =>
      value.id === 'level' || value.id === 'again' ? { ...value, optional: true } : value,
    );
    const form = { ...scoredForm, computed: optional };
    const result = validateSubmission(form, { ...answers, eating: 0, walking: 0 }, { today, rules: scoredRules });
    expect(result.ok && result.warnings.map(({ code, path }) => `${code} ${path}`)).toEqual(['NO_RULE_MATCHED /level']);
    expect(result.ok && result.data).not.toHaveProperty('level');
  });

  it('is refused, not half computed, when the decisions are not at hand', () => {
    const result = validateSubmission(scoredForm, answers, { today });
    expect(result.ok ? [] : result.issues.map(({ code, path }) => `${code} ${path}`)).toEqual(['COMPUTED_RULES_MISSING /level']);
  });

  it('of a draft shows what is known and asks for nothing', () => {
    const result = validate({ eating: 2, walking: 1 }, { stage: 'draft' });
    expect(result.ok && result.data).toEqual({ eating: 2, walking: 1, total: 3, share: '0.500' });
  });

  it('cannot be dated after today', () => {
    const result = validate({ ...answers, assessed_on: '2026-06-02' });
    expect(result.ok ? [] : result.issues.map(({ message }) => message['zh-CN'])).toEqual(['评估日期还没有到，请选今天或更早的日期']);
  });
});

describe('fields that depend on computed values', () => {
  it('show once the expression holds', () => {
    expect(visibleFields(scoredForm, { falls: 1 })).not.toContain('falls_note');
    expect(visibleFields(scoredForm, { falls: 2 })).toContain('falls_note');
  });
});
