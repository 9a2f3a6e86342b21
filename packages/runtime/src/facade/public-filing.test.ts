import { beforeEach, describe, expect, it } from 'vitest';
import { filePublicly, fileReport, fileStatement, nameInvestigators, openComplaintOffice, secret } from '../testing/complaint-office.js';
import { home } from '../testing/complaint-pack.js';
import type { SmallOffice } from '../testing/small-office.js';

let office: SmallOffice;
beforeEach(async () => {
  office = await openComplaintOffice();
});

const answered = async (caseId: string) => {
  await nameInvestigators(office, caseId);
  await fileStatement(office, caseId);
  await fileReport(office, caseId, 'look-a', 2);
  await fileReport(office, caseId, 'look-b', 2);
  await office.act('clerk', caseId, { type: 'TakeAction', step: 'reply', action: 'REPLY', reason: '已经改正' });
};

describe('a complaint filed without an account', () => {
  it('gets a number and a code, once for the same key', async () => {
    const input = { service: 'complaint', data: { home: home.key, kind: 'care', what: '没人管' }, area: 'district' };
    const first = await office.tenant.public.file(input, { idempotencyKey: 'once' });
    const again = await office.tenant.public.file(input, { idempotencyKey: 'once' });
    expect(first).toMatchObject({
      ok: true,
      replayed: false,
      value: { number: 'TS2026-0001', trackingCode: expect.stringMatching(/^\d{8}$/) },
    });
    expect(again).toEqual({ ...first, replayed: true });
    expect((await office.tenant.operations()).cases).toBe(1);
  });

  it('is anonymous, or has the name that was given, for the office', async () => {
    const view = async (name: string) => (await office.as('clerk')).case((await filePublicly(office, name)).caseId);
    expect(await view('')).toMatchObject({ applicant: { kind: 'anonymous', name: '—' } });
    expect(await view(secret.name)).toMatchObject({ applicant: { kind: 'person', name: secret.name } });
  });

  it('is told in history as filed by the complainant, anonymous or by name', async () => {
    const told = async (name: string) => {
      const history = await (await office.as('clerk')).history((await filePublicly(office, name)).caseId);
      return history?.acts[0]?.sentence['zh-CN'];
    };
    expect(await told('')).toBe('投诉人（匿名）提交了“投诉”');
    expect(await told(secret.name)).toBe(`投诉人${secret.name}提交了“投诉”`);
  });

  it('is anonymous on paper too, and what the complainant did is told as done by the complainant', async () => {
    const { caseId, number = '', trackingCode: code } = await filePublicly(office);
    await answered(caseId);
    await office.tenant.public.act({ number, code }, { step: 'closed', action: 'REOPEN', reason: '还是凉的' }, office.key);
    const sheet = await (await office.as('clerk')).print(caseId, { document: 'approval-form' });
    const words = JSON.stringify(sheet?.parts);
    expect(words).toContain('"匿名"');
    expect(words).toContain('"投诉人"');
    expect(words).not.toContain('群众');
  });

  it('says what is wrong with the answers, and takes no service that asks for an account', async () => {
    const wrong = await office.tenant.public.file({ service: 'complaint', data: {}, area: 'district' }, office.key);
    expect(wrong).toMatchObject({ ok: false, kind: 'issues' });
    const unknown = await office.tenant.public.file({ service: 'other', data: {} }, office.key);
    expect(unknown).toMatchObject({ ok: false, issues: [{ code: 'SERVICE_UNKNOWN' }] });
    const nowhere = await office.tenant.public.file({ service: 'complaint', data: { home: 'x', kind: 'care', what: 'x' } }, office.key);
    expect(nowhere).toMatchObject({ ok: false, issues: [{ code: 'AREA_UNKNOWN' }] });
  });

  it('is followed with number and code: progress, the answer without names, and opened again', async () => {
    const { caseId, number = '', trackingCode: code } = await filePublicly(office, secret.name);
    expect(await office.tenant.public.track(number, code)).toMatchObject({ status: 'open', letters: [], actions: [] });
    await answered(caseId);
    const track = await office.tenant.public.track(number, code);
    expect(track).toMatchObject({ status: 'closed', actions: [{ action: 'REOPEN', kind: 'reopen', available: true }] });
    expect(track?.letters.map(({ title }) => title['zh-CN'])).toEqual(['reply']);
    expect(JSON.stringify(track?.letters)).toContain('已经改正');
    for (const name of [secret.name.slice(1), 'look-a', 'clerk']) expect(JSON.stringify(track)).not.toContain(name);
    const again = await office.tenant.public.act({ number, code }, { step: 'closed', action: 'REOPEN', reason: '还是凉的' }, office.key);
    expect(again).toMatchObject({ ok: true, value: { status: 'open' } });
    const wrong = await office.tenant.public.act({ number, code: '00000000' }, { step: 'reply', action: 'REPLY', reason: 'x' }, office.key);
    expect(wrong).toMatchObject({ ok: false, kind: 'not-found' });
  });

  it('lets nobody act who has a code of a case that somebody filed with an account', async () => {
    const caseId = await office.file('citizen', {
      service: 'complaint',
      data: { home: home.key, kind: 'care', what: 'x' },
      area: 'district',
    });
    const receipt = await (await office.as('citizen')).receipt(caseId);
    await answered(caseId);
    const { number = '', trackingCode: code = '' } = receipt ?? {};
    expect(await office.tenant.public.track(number, code)).toMatchObject({ letters: [], actions: [] });
    const reply = await office.tenant.public.act({ number, code }, { step: 'closed', action: 'REOPEN', reason: 'x' }, office.key);
    expect(reply).toMatchObject({ ok: false, kind: 'not-found' });
  });
});

describe('whom a form names', () => {
  const data = { home: home.key, kind: 'care', what: 'x' };
  const input = { service: 'complaint', data, area: 'district' };
  const view = async (login: string, caseId: string) => (await office.as(login)).case(caseId);

  it('is a person whom somebody else files for, and the one who files acts for it', async () => {
    const other = await office.file('citizen', { ...input, data: { ...data, complainant_name: secret.name } });
    const own = await office.file('citizen', { ...input, data: { ...data, complainant_name: 'citizen' } });
    expect(await view('citizen', other)).toMatchObject({ applicant: { name: secret.name } });
    expect(await view('citizen', own)).toMatchObject({ applicant: { name: 'citizen' } });
    const rows = (await (await office.as('citizen')).myCases({})).rows;
    expect(rows.map(({ caseId }) => caseId).toSorted()).toEqual([other, own].toSorted());
  });

  it('may be nobody, also where the office writes it down', async () => {
    const caseId = await office.file('clerk', { ...input, channel: 'telephone' });
    expect(await view('clerk', caseId)).toMatchObject({ applicant: { kind: 'anonymous', name: '—' } });
  });

  it('is chosen from a list of the organisations that it can name, by name and area only', async () => {
    expect(await office.tenant.public.named('complaint', { text: '松' })).toEqual([{ name: '松鹤院', answers: { home: home.key } }]);
    expect(await office.tenant.public.named('complaint', { text: '柏' })).toEqual([]);
    expect(await office.tenant.public.named('other', {})).toBeUndefined();
  });
});

describe('what a case wrote and who was told', () => {
  it('stands on the case page: the record with its key, the limit in hours', async () => {
    const { caseId } = await filePublicly(office);
    const before = await (await office.as('clerk')).case(caseId);
    expect(before?.clocks).toMatchObject([{ unit: 'hour', daysLeft: 4, dueAt: '2026-01-05T13:00:00+08:00' }]);
    await answered(caseId);
    const after = await (await office.as('clerk')).case(caseId);
    expect(after?.records).toMatchObject([{ register: 'outcomes', key: 'K-1', status: 'written' }]);
    expect(after).toMatchObject({ rows: 'none', pays: false });
  });
});
