import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseCommand } from '../runtime.js';
import { CityOffice } from '../testing/city-office.js';

let office: CityOffice;
let caseId: string;

const preview = async (login: string, command: CaseCommand) => (await office.as(login)).previewLetters(caseId, command);
const accept = { type: 'TakeAction', step: 'accept' } as const;

beforeAll(async () => {
  office = await CityOffice.open();
  caseId = await office.file(2);
});
afterAll(() => office.careway.close());

describe('a letter before it is issued', () => {
  it('reads as it will go out, with what was typed, and leaves no trace', async () => {
    const before = await office.case(caseId);
    const list = [{ what: '服务协议', why: '第2行没有附上' }];
    const reply = await preview('clerk-a', { ...accept, action: 'REQUEST_SUPPLEMENT', list });
    const [letter] = reply.ok ? reply.value : [];
    expect(letter?.title['zh-CN']).toBe('补正通知书');
    expect(letter?.letter.status).toBe('issued');
    expect(letter?.blocks.find(({ kind }) => kind === 'list')?.list).toEqual(list);
    expect(JSON.stringify(letter)).toMatch(/请在2021年\d+月\d+日前一次补齐/);
    const after = await office.case(caseId);
    expect(after.version).toBe(before.version);
    expect(after.letters).toEqual(before.letters);
  });

  it('has no number yet where one is to be assigned', async () => {
    const reply = await preview('clerk-a', { ...accept, action: 'REJECT', reason: '不是本街道的老人' });
    expect(reply.ok && reply.value.map(({ letter }) => letter)).toMatchObject([{ letter: 'not-accepted-notice', status: 'numbering' }]);
    expect(JSON.stringify(reply)).toContain('理由：不是本街道的老人');
  });

  it('says what is still missing, and what cannot be done', async () => {
    expect(await preview('clerk-a', { ...accept, action: 'REQUEST_SUPPLEMENT', list: [] })).toMatchObject({
      ok: false,
      kind: 'issues',
      issues: [{ code: 'LIST_REQUIRED' }],
    });
    const early = { type: 'TakeAction', step: 'district-decision', action: 'APPROVE', opinion: '同意' } as const;
    expect(await preview('clerk-a', early)).toMatchObject({ ok: false, kind: 'refused' });
  });

  it('is none where the action issues none, and not there for applicants or another street', async () => {
    expect(await preview('clerk-a', { ...accept, action: 'ACCEPT' })).toMatchObject({
      ok: true,
      value: [{ letter: { letter: 'acceptance-notice' } }],
    });
    for (const login of ['agent-a', 'clerk-c']) {
      expect(await preview(login, { ...accept, action: 'ACCEPT' })).toEqual({ ok: false, kind: 'not-found' });
    }
  });
});
