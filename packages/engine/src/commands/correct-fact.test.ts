import { describe, expect, it } from 'vitest';
import { replay } from '../evolve/evolve.js';
import { CaseRunner } from '../testing/case-runner.js';
import { changedWorkflow } from '../testing/changed-workflow.js';
import { label } from '../testing/grant-workflow.js';
import { people, person, sealed, submissionOf } from '../testing/test-context.js';
import type { CorrectFact } from '../types/command.js';

const clerical = () =>
  changedWorkflow((copy) => {
    copy.corrections = { role: 'clerk', letters: ['supplement-notice'] };
    copy.facts.push({ id: 'contact', label: label('contact'), type: 'text', from: { kind: 'submission' } });
    copy.items?.facts.push({
      id: 'heavy',
      label: label('heavy'),
      type: 'boolean',
      from: { kind: 'derived', expression: 'level = "severe" and grade = "a"' },
    });
  });
const opened = () => new CaseRunner(clerical()).open([{}, { birth: '1940-03-01' }], { contact: '李建国', urgent: true }).settle();

const actOf = (run: CaseRunner, key: string) => run.live.factActs?.[key] ?? 0;
const correction = (run: CaseRunner, fact: string, value: CorrectFact['value'], more: Partial<CorrectFact> = {}): CorrectFact => ({
  type: 'CorrectFact',
  fact,
  value,
  supersedes: actOf(run, more.item === undefined ? fact : `${more.item}:${fact}`),
  reason: '录入有误',
  ...more,
});
const code = (run: CaseRunner) => (run.last?.ok === false ? (run.last.refusal?.code ?? run.last.issues[0]?.code) : 'done');
const tried = (run: CaseRunner, command: CorrectFact, actor = people.clerk) => {
  run.try(actor, command);
  return code(run);
};
const granted = () =>
  opened()
    .take(people.clerk, 'review', 'ROWS', { items: ['i1', 'i2'], outcome: 'approve' })
    .take(people.clerk, 'review', 'URGENT')
    .take(people.officer, 'decision', 'GRANT')
    .settle();

describe('a clerical correction', () => {
  it('keeps both values, names the act it supersedes and tells the applicant', () => {
    const run = opened();
    const before = actOf(run, 'contact');
    run.do(people.clerk, correction(run, 'contact', '李建军'));
    expect(run.live.facts.contact).toMatchObject({ value: '李建军', source: { kind: 'correction' }, validOn: '2021-07-05' });
    const act = run.acts.find(({ type }) => type === 'FactCorrected');
    expect(act).toMatchObject({ data: { fact: 'contact', supersedes: before }, actor: { as: 'clerk', area: 'street-1' } });
    expect([act?.slots.before?.value, act?.slots.after?.value, act?.slots.reason?.value]).toEqual(['李建国', '李建军', '录入有误']);
    const list = [{ what: 'contact', why: '李建国 → 李建军' }];
    expect(run.live.letters).toMatchObject([{ letter: 'supplement-notice', reason: '录入有误', list }]);
    expect(replay(run.acts)).toEqual(run.live);
  });

  it('may be corrected again, and then supersedes the correction', () => {
    const run = opened();
    run.do(people.clerk, correction(run, 'contact', '李建军'));
    const first = run.acts.findLast(({ type }) => type === 'FactCorrected')?.seq;
    run.do(people.clerk, correction(run, 'contact', '李建君'));
    expect(run.acts.findLast(({ type }) => type === 'FactCorrected')?.data).toMatchObject({ supersedes: first });
    expect(run.live.facts.contact?.value).toBe('李建君');
  });

  it('is refused when the value has changed since it was looked at', () => {
    const run = opened();
    const stale = correction(run, 'contact', '李建军');
    run.do(people.clerk, stale);
    expect(tried(run, { ...stale, value: '王建军' })).toBe('SUPERSEDED');
  });

  it('asks for a reason, and for a value that is another one of the right kind', () => {
    const run = opened();
    expect(tried(run, correction(run, 'contact', '李建军', { reason: ' ' }))).toBe('REASON_REQUIRED');
    expect(tried(run, correction(run, 'contact', '李建国'))).toBe('CORRECTION_UNCHANGED');
    expect(tried(run, correction(run, 'contact', ''))).toBe('CORRECTION_INVALID');
    expect(tried(run, correction(run, 'grade', 'z'))).toBe('FACT_TYPE');
    expect(tried(run, correction(run, 'elder', '1', { item: 'i1' }))).toBe('CORRECTION_INVALID');
    expect(tried(run, correction(run, 'elder', sealed('1'), { item: 'i1' }))).toBe('CORRECTION_UNCHANGED');
  });

  it('is of what people filed, by those who may, of rows and facts that are there', () => {
    const run = opened();
    expect(tried(run, correction(run, 'contact', 'x'), people.officer)).toBe('NOT_YOUR_TASK');
    expect(
      tried(run, correction(run, 'contact', 'x'), { ...person('clerk-1', ['clerk', 'street-1']), parties: ['applicant'] } as never),
    ).toBe('SAME_PERSON');
    expect(tried(run, correction(run, 'registered', 'x'))).toBe('NOT_CLERICAL');
    expect(tried(run, correction(run, 'high_grade', false))).toBe('NOT_CLERICAL');
    expect(tried(run, correction(run, 'nothing', 'x'))).toBe('NOT_FOUND');
    expect(tried(run, correction(run, 'level', 'severe', { item: 'i9' }))).toBe('NOT_FOUND');
    expect(tried(new CaseRunner().open([{}]), correction(run, 'grade', 'b'))).toBe('ACTION_NOT_AVAILABLE');
  });

  it('of what the tables read opens the row again before the decision, with what follows from it', () => {
    const run = opened().take(people.clerk, 'review', 'ROWS', { items: ['i1', 'i2'], outcome: 'approve' });
    run.do(people.clerk, correction(run, 'level', 'severe', { item: 'i1' }));
    expect(run.live.items.map(({ status }) => status)).toEqual(['open', 'approved']);
    expect(run.live.items[0]?.facts.heavy?.value).toBe(true);
    run.take(people.clerk, 'review', 'ROWS', { items: ['i1'], outcome: 'approve' });
    expect(run.live.items[0]?.result?.amount).toBe('220.00');
  });

  it('of a fact of the case opens every row that was judged with it, and what is derived from it follows', () => {
    const run = opened().take(people.clerk, 'review', 'ROWS', { items: ['i1', 'i2'], outcome: 'approve' });
    run.do(people.clerk, correction(run, 'grade', 'b'));
    expect(run.live.items.map(({ status }) => status)).toEqual(['open', 'open']);
    expect(run.live.facts.high_grade?.value).toBe(false);
    expect(run.live.items[0]?.facts.heavy?.value).toBe(false);
  });

  it('is no clerical matter once something was decided with it; what decided nothing may still be corrected, after closing too', () => {
    const run = granted();
    expect(tried(run, correction(run, 'level', 'severe', { item: 'i1' }))).toBe('NOT_CLERICAL');
    expect(tried(run, correction(run, 'grade', 'b'))).toBe('NOT_CLERICAL');
    expect(tried(run, correction(run, 'urgent', false))).toBe('NOT_CLERICAL');
    expect(tried(run, correction(run, 'service_month', '2021-05'))).toBe('NOT_CLERICAL');
    expect(run.last).toMatchObject({ refusal: { message: { en: expect.stringContaining('something was decided with it') } } });
    run.take(people.clerk, 'delivery', 'DELIVER', { letter: run.live.letters[0]?.id ?? '', method: 'hand' });
    expect(run.live.status).toBe('closed');
    expect(tried(run, correction(run, 'contact', '李建军'))).toBe('done');
    expect(run.live.status).toBe('closed');
  });

  it('of a person’s number claims by the right one, is about the right person, and tells the age anew', () => {
    const run = opened();
    run.do(
      people.clerk,
      correction(run, 'elder', sealed('22'), { item: 'i2', subject: 'elder-22', beside: { elder_birth_date: '1938-01-01' } }),
    );
    const row = run.live.items[1];
    expect(row).toMatchObject({ subject: 'elder-22', facts: { elder: { value: { key: 'key-22' } }, age: { value: '83' } } });
    expect(row?.claim).toMatchObject({ status: 'requested', key: JSON.stringify(['bed', 'key-22', '2021-06']) });
    expect(run.effects.map(({ kind }) => kind)).toEqual(['release-claim', 'claim', 'notify']);
    expect(replay(run.acts)).toEqual(run.live);
  });

  it('of a key reads the register anew, and an old value does not stand beside the new key', () => {
    const run = opened();
    expect(run.live.facts.registered?.value).toBe('Centre 7');
    run.do(people.clerk, correction(run, 'centre', 'centre-8'));
    expect(run.live.facts.registered).toBeUndefined();
    run.do(people.clerk, correction(run, 'centre', 'centre-7'));
    expect(run.live.facts.registered).toMatchObject({ value: 'Centre 7', source: { kind: 'register', key: 'centre-7' } });
    expect(replay(run.acts)).toEqual(run.live);
  });

  it('stands when the applicant completes the file without naming it', () => {
    const run = opened();
    run.do(people.clerk, correction(run, 'contact', '李建军'));
    run.take(people.clerk, 'review', 'SUPPLEMENT', { list: [{ what: 'w', why: 'y' }] });
    const submission = { ...submissionOf([]), answers: { grade: 'b' } };
    run.do(people.agent, { type: 'FileSupplement', submission });
    expect(run.live.facts.contact).toMatchObject({ value: '李建军', source: { kind: 'correction' } });
    expect(run.live.facts.grade?.value).toBe('b');
    run.take(people.clerk, 'review', 'SUPPLEMENT', { list: [{ what: 'w', why: 'y' }] });
    run.do(people.agent, { type: 'FileSupplement', submission: { ...submission, answers: { contact: '李红' } } });
    expect(run.live.facts.contact).toMatchObject({ value: '李红', source: { kind: 'submission' } });
  });

  it('of what an action’s form gave stands until that form is filed anew', () => {
    const forms = changedWorkflow((copy) => {
      copy.corrections = { role: 'clerk' };
      const given = (id: string, step: string) =>
        copy.facts.push({ id, label: label(id), type: 'text', from: { kind: 'action', step, field: id } });
      given('seen', 'review');
      given('checked', 'decision');
      for (const step of copy.steps)
        for (const action of step.actions ?? []) if (['ROWS', 'RETURN'].includes(action.id)) action.form = 'visit';
    });
    const filed = (answers: Record<string, string>) => ({ submission: { ...submissionOf([]), form: { id: 'visit', hash: 'h' }, answers } });
    const run = new CaseRunner(forms).open([{}, {}], { urgent: true }).settle();
    const visit = (seen: string) =>
      run.take(people.clerk, 'review', 'ROWS', { items: ['i2'], outcome: 'hold', reason: '待核', ...filed({ seen }) });
    visit('有人在家').do(people.clerk, correction(run, 'seen', '无人在家'));
    run.take(people.clerk, 'review', 'URGENT');
    run.take(people.officer, 'decision', 'RETURN', { to: 'review', reason: '再核', ...filed({ checked: '是' }) });
    expect(run.live.facts).toMatchObject({ checked: { value: '是' }, seen: { value: '无人在家', source: { kind: 'correction' } } });
    visit('本人在家');
    expect(run.live.facts.seen).toMatchObject({ value: '本人在家', source: { kind: 'action' } });
    expect(replay(run.acts)).toEqual(run.live);
  });
});
