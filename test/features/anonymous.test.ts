import type { ReceiptView, TrackView } from '@careway/runtime';
import type { TestAnswer } from '@careway/server/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { complaintAnswers, complaintService, concludeAndDeliver, findings, stateSide, toHearing } from './complaint-story.js';
import { type Browser, openWorld, type World } from './world.js';

/** Somebody complains without a name and without logging in, and follows it with nothing but number and code. */
let world: World;
let anybody: Browser;

const nameless = { ...complaintAnswers, happening: '二月多收了护理费，问了没有人答复。', complainant_phone: '15400106543' };

beforeAll(async () => {
  world = await openWorld({ from: '2026-03-02T09:00:00+08:00' });
  anybody = await world.as();
});
afterAll(() => world?.close());

const file = (browser = anybody, key?: string) =>
  browser.write<ReceiptView>('filePublicCase', '/public/cases', { service: complaintService, data: nameless }, key ? { key } : {});

const track = (number: string | undefined, code: string) => anybody.client.post('/track', { number, code });
const wrongCode = (code: string) => (code === '00000000' ? '00000001' : '00000000');

function expectProblem(answer: TestAnswer, status: number, code: string): void {
  expect([answer.status, answer.json['code'], answer.headers.get('content-type')]).toEqual([
    status,
    code,
    expect.stringContaining('application/problem+json'),
  ]);
  expect(answer.json['detail']).toEqual({ 'zh-CN': expect.stringMatching(/\p{Script=Han}/u), en: expect.stringMatching(/^[A-Z0-9]/) });
}

describe('a complaint without a name', () => {
  it('is answered by a receipt with number, code and what comes next; sent twice with one key it is one', async () => {
    const receipt = await file(anybody, 'one-key');
    expect(receipt).toMatchObject({ applicant: '—', filedOn: '2026-03-02', contact: { telephone: '12349' } });
    expect(receipt.number).toMatch(/^TS2026-/);
    expect(receipt.trackingCode).toMatch(/^\d{8}$/);
    expect(receipt.due).toBe('2026-03-03');
    expect(await file(anybody, 'one-key')).toEqual(receipt);
  });

  it('is joined to nobody, not even to who is logged in meanwhile', async () => {
    const daughter = await world.as('daughter');
    const receipts = [await file(daughter), await file()];
    const mine = await daughter.read<{ total: number }>('listMyCases', '/my/cases');
    expect(mine.total).toBe(0);
    for (const { caseId } of receipts) {
      expectProblem(await daughter.client.get(`/cases/${caseId}`), 404, 'NOT_FOUND');
      const acts = JSON.stringify(await world.tenant.acts(caseId));
      for (const word of ['daughter', '沈雨晴']) expect(acts).not.toContain(word);
    }
    const officer = await world.as('officer');
    const views = await Promise.all(receipts.map(({ caseId }) => officer.case(caseId)));
    expect(views.map(({ applicant }) => [applicant.kind, applicant.name])).toEqual([
      ['anonymous', '—'],
      ['anonymous', '—'],
    ]);
    const subjects = await Promise.all(receipts.map(async ({ caseId }) => JSON.stringify((await world.tenant.acts(caseId))[0]?.data)));
    const [first, second] = subjects.map((text) => /"party":"applicant"[^}]*"subject":"([^"]+)"/.exec(text)?.[1]);
    expect(first).toBeTruthy();
    expect(first).not.toBe(second);
  });

  it('is followed by number and code to the answer, and opened again by them', async () => {
    const { caseId, number, trackingCode: code } = await file();
    const before = await anybody.write<TrackView>('track', '/track', { number, code });
    expect(before).toMatchObject({ number, status: 'open', letters: [] });
    await toHearing(world, caseId, '有人反映二月多收护理费，请说明。');
    expect(JSON.stringify(await (await world.as('home')).case(caseId))).not.toContain('6543');
    await stateSide(world, caseId);
    await (await world.as('investigator')).take(caseId, 'FILE_FINDINGS', { answers: findings });
    await concludeAndDeliver(world, caseId);
    const answered = await anybody.write<TrackView>('track', '/track', { number, code });
    expect(answered.letters.map(({ title }) => title['zh-CN'])).toEqual(['投诉受理通知书', '答复书']);
    expect(answered.actions.map(({ action }) => action)).toEqual(['FEEDBACK']);
    const feedback = { satisfaction: 'dissatisfied', call_back_note: '钱还没有退' };
    await anybody.write('actByCode', '/track/actions', { number, code, step: 'call-back', action: 'FEEDBACK', answers: feedback });
    const reopen = { number, code, step: 'closed', action: 'REOPEN', reason: '钱还没有退' };
    const again = await anybody.write<TrackView>('actByCode', '/track/actions', reopen);
    expect(again.status).toBe('open');
    expect(again.path.filter(({ state }) => state === 'now').map(({ step }) => step.id)).toEqual(['re-investigate']);
  });
});

describe('who has not both number and code', () => {
  it('is told that nothing was found, alike for a wrong number and a wrong code', async () => {
    const { number, trackingCode } = await file();
    const wrong = await track(number, wrongCode(trackingCode));
    expectProblem(wrong, 404, 'NOT_FOUND');
    const unknown = await track('TS2026-ZH01-9999', trackingCode);
    expect({ ...unknown.json, instance: '' }).toEqual({ ...wrong.json, instance: '' });
    const reopen = { number, code: wrongCode(trackingCode), step: 'closed', action: 'REOPEN', reason: 'x' };
    expectProblem(await anybody.client.post('/track/actions', reopen), 404, 'NOT_FOUND');
  });

  it('does not find the code by trying: after ten the number waits, whichever page they came by; other numbers do not', async () => {
    const { number, trackingCode: code } = await file();
    const other = await file();
    for (let index = 0; index < 5; index += 1) {
      await track(number, wrongCode(code));
      await anybody.client.post('/track/actions', { number, code: wrongCode(code), step: 'closed', action: 'REOPEN', reason: 'x' });
    }
    const locked = await track(number?.toLowerCase(), code);
    expectProblem(locked, 429, 'TOO_MANY_ATTEMPTS');
    expect(Number(locked.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await track(other.number, other.trackingCode)).status).toBe(200);
  });
});

describe('what cannot be filed without logging in', () => {
  const send = (body: Readonly<Record<string, unknown>>) => anybody.client.post('/public/cases', body);
  const issuesOf = ({ json }: TestAnswer) => json['issues'] as { code: string; path: string; message: object }[];
  const bilingual = { 'zh-CN': expect.stringMatching(/\p{Script=Han}/u), en: expect.stringMatching(/^[A-Z0-9]/) };

  it.each([
    ['a service for people with an account', 'elder-ability-assessment', 'LOG_IN_TO_FILE'],
    ['one that only the office opens', 'petition-complaint', 'SERVICE_UNKNOWN'],
    ['one that does not exist', 'no-such-service', 'SERVICE_UNKNOWN'],
  ])('%s is refused with a code, at the service, in both languages', async (_what, service, code) => {
    const refused = await send({ service, data: nameless });
    expectProblem(refused, 422, 'SUBMISSION_INVALID');
    expect(issuesOf(refused)).toMatchObject([{ code, path: '/service', message: bilingual }]);
  });

  it('a complaint with nothing in it, or about a home of nowhere, says what to fill in', async () => {
    const empty = await send({ service: complaintService, data: {}, area: 'zh01' });
    expect(issuesOf(empty).map(({ path }) => path)).toEqual(expect.arrayContaining(['/happening', '/complaint_kind']));
    for (const { message } of issuesOf(empty)) expect(message).toEqual(bilingual);
    const { facility_credit_code: _code, ...unknown } = nameless;
    const nowhere = await send({ service: complaintService, data: unknown });
    expect(issuesOf(nowhere)).toMatchObject([{ code: 'AREA_UNKNOWN', path: '/area', message: bilingual }]);
  });
});
