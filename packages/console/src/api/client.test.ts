// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { rememberSession, request } from './client.js';
import { ApiProblem, OfflineError } from './problem.js';
import { onSessionExpired } from './session-gate.js';

type Answer = Response | Error;
const sent: { readonly url: string; readonly headers: Record<string, string>; readonly method: string }[] = [];

function answerWith(...answers: readonly Answer[]): void {
  const queue = [...answers];
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    sent.push({ url, headers: init.headers as Record<string, string>, method: init.method ?? 'GET' });
    const next = queue.shift();
    if (!next || next instanceof Error) throw next ?? new TypeError('no answer left');
    return next;
  });
}

const json = (body: unknown, status = 200) =>
  new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': status < 400 ? 'application/json' : 'application/problem+json' },
  });

beforeEach(() => {
  vi.useFakeTimers();
  sent.length = 0;
  rememberSession({});
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function settled<T>(promise: Promise<T>): Promise<T> {
  const caught = promise.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );
  await vi.runAllTimersAsync();
  const result = await caught;
  if ('error' in result) throw result.error;
  return result.value;
}

describe('the API client', () => {
  it('tries a write again with the same idempotency key when no answer came', async () => {
    answerWith(new TypeError('cut'), new Response('', { status: 503 }), json({ ok: 1 }));
    const answer = await settled(request('/cases/c/commands', { method: 'POST', body: {}, idempotencyKey: 'key-1', ifMatch: 4 }));
    expect(answer).toEqual({ ok: 1 });
    expect(sent.map(({ headers }) => headers['Idempotency-Key'])).toEqual(['key-1', 'key-1', 'key-1']);
    expect(sent[0]?.headers['If-Match']).toBe('"4"');
  });

  it('never repeats a write without a key by itself', async () => {
    answerWith(new TypeError('cut'), json({}));
    await expect(settled(request('/drafts', { method: 'POST', body: {} }))).rejects.toBeInstanceOf(OfflineError);
    expect(sent).toHaveLength(1);
  });

  it('gives the members of a problem document', async () => {
    answerWith(json({ status: 412, code: 'VERSION_CONFLICT', since: { 'zh-CN': '已退回补正', en: 'returned' }, current: 9 }, 412));
    const problem = await settled(request('/cases/c/commands', { method: 'POST', idempotencyKey: 'k' })).catch((error: unknown) => error);
    expect(problem).toBeInstanceOf(ApiProblem);
    expect(problem).toMatchObject({ status: 412, code: 'VERSION_CONFLICT', current: 9, since: { 'zh-CN': '已退回补正' } });
  });

  it('asks once for a log-in when the session ended, then sends everything that waited', async () => {
    rememberSession({ person: { id: 'p', name: '李', roles: [], organisations: [] }, csrf: 'old' });
    const ended = () => json({ status: 401, code: 'NOT_LOGGED_IN' }, 401);
    answerWith(ended(), ended(), json({ a: 1 }), json({ b: 2 }));
    const ask = vi.fn(async () => {
      rememberSession({ person: { id: 'p', name: '李', roles: [], organisations: [] }, csrf: 'new' });
      return true;
    });
    const stop = onSessionExpired(ask);
    const both = await settled(Promise.all([request('/a', { method: 'POST' }), request('/b', { method: 'POST' })]));
    stop();
    expect(both).toEqual([{ a: 1 }, { b: 2 }]);
    expect(ask).toHaveBeenCalledTimes(1);
    expect(sent.map(({ headers }) => headers['X-CSRF-Token'])).toEqual(['old', 'old', 'new', 'new']);
  });

  it('reports the end of the session when nobody logs in', async () => {
    rememberSession({ person: { id: 'p', name: '李', roles: [], organisations: [] } });
    answerWith(json({ status: 401, code: 'NOT_LOGGED_IN' }, 401));
    const stop = onSessionExpired(async () => false);
    await expect(settled(request('/my/cases'))).rejects.toMatchObject({ status: 401 });
    stop();
  });
});
