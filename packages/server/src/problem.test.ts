import type { Reply } from '@careway/runtime';
import { describe, expect, it } from 'vitest';
import { ProblemError, problem, problemOfReply, valueOf } from './problem.js';
import { problemCatalogue } from './problem-catalogue.js';

const say = (text: string) => ({ 'zh-CN': text, en: text });
const issue = { code: 'ANSWER_MISSING', severity: 'error', path: '/name', message: say('请填写姓名') } as const;

describe('the map from replies to HTTP', () => {
  it('gives every kind of reply its status, and keeps the words of refusals and issues', () => {
    const replies: readonly (readonly [Exclude<Reply<unknown>, { ok: true }>, number, string])[] = [
      [{ ok: false, kind: 'issues', issues: [issue] }, 422, 'SUBMISSION_INVALID'],
      [
        { ok: false, kind: 'refused', refusal: { code: 'SAME_PERSON', message: say('您是经办人'), next: say('转给别人') } },
        409,
        'SAME_PERSON',
      ],
      [{ ok: false, kind: 'refused', refusal: { code: 'NOT_FOUND', message: say('第3行不存在') } }, 404, 'NOT_FOUND'],
      [{ ok: false, kind: 'not-found' }, 404, 'NOT_FOUND'],
      [{ ok: false, kind: 'version-conflict', current: 7, since: say('受理岗已受理') }, 412, 'VERSION_CONFLICT'],
      [{ ok: false, kind: 'key-reused' }, 422, 'IDEMPOTENCY_KEY_REUSED'],
    ];
    for (const [reply, status, code] of replies) expect(problemOfReply(reply)).toMatchObject({ status, code });
    expect(problemOfReply(replies[0]?.[0] as never)).toMatchObject({
      issues: [issue],
      detail: { en: expect.stringContaining('below: 1') },
    });
    expect(problemOfReply(replies[1]?.[0] as never)).toMatchObject({
      type: 'https://careway.dev/problems/same-person',
      detail: say('您是经办人'),
      next: say('转给别人'),
    });
    expect(problemOfReply(replies[4]?.[0] as never)).toMatchObject({ current: 7, since: say('受理岗已受理') });
  });

  it('says the same of a case that is not there and of one that may not be seen', () => {
    expect(problemOfReply({ ok: false, kind: 'not-found' })).toEqual(problem('NOT_FOUND'));
  });

  it('gives the value of a reply that went well', () => {
    expect(valueOf({ ok: true, value: 3, replayed: false })).toBe(3);
    expect(() => valueOf({ ok: false, kind: 'not-found' })).toThrow(ProblemError);
  });

  it('holds words in both languages for every problem', () => {
    for (const { title, detail, next } of Object.values(problemCatalogue) as readonly {
      title: unknown;
      detail: unknown;
      next?: unknown;
    }[]) {
      for (const text of [title, detail, next].filter((value) => value !== undefined) as { 'zh-CN': string; en: string }[]) {
        expect(text['zh-CN']).toMatch(/\p{Script=Han}/u);
        expect(text.en).not.toMatch(/\p{Script=Han}/u);
      }
    }
  });
});
