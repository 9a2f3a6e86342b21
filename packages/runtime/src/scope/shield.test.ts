import { beforeEach, describe, expect, it } from 'vitest';
import { fileComplaint, fileReport, fileStatement, nameInvestigators, openComplaintOffice, secret } from '../testing/complaint-office.js';
import { home } from '../testing/complaint-pack.js';
import type { SmallOffice } from '../testing/small-office.js';

let office: SmallOffice;
let caseId: string;
beforeEach(async () => {
  office = await openComplaintOffice();
  caseId = await fileComplaint(office);
});

/** Everything that somebody can read of the case, put together as the interface gives it. */
async function everything(login: string) {
  const scoped = await office.as(login);
  const view = await scoped.case(caseId);
  return {
    view,
    why: await scoped.why(caseId, 'i1'),
    history: await scoped.history(caseId),
    receipt: await scoped.receipt(caseId),
    candidates: await scoped.candidates(caseId, { step: 'intake', action: 'ASSIGN' }),
    letters: await Promise.all((view?.letters ?? []).map(({ id }) => scoped.letter(caseId, id))),
    own: await scoped.myCases({}),
    found: await Promise.all([secret.name, secret.phone, 'TS2026-0001'].map((text) => scoped.cases({ text }))),
    worklist: await Promise.all((['todo', 'done', 'started'] as const).map((view_) => scoped.worklist({ view: view_ }))),
    inbox: await scoped.inbox({}),
    refused: await scoped.command(caseId, { type: 'TakeAction', step: 'reply', action: 'REPLY', reason: 'x' }, office.key),
    stale: await scoped.command(caseId, { type: 'TakeAction', step: 'statement', action: 'STATE' }, { ...office.key, ifVersion: 1 }),
  };
}

function expectNothingOfTheComplainant(seen: unknown): void {
  const text = JSON.stringify(seen);
  const [surname] = [secret.name.slice(0, 2)];
  for (const word of [secret.name, surname, secret.phone, secret.phone.slice(-4), secret.room, '双人间', 'telephone', 'clerk']) {
    expect(text).not.toContain(word);
  }
}

describe('the home complained about', () => {
  it('reads its own step, the facts named for it and letters to it, and nothing of who complained', async () => {
    const before = await everything(home.agent);
    expect([before.view, before.own.rows, before.inbox.rows]).toEqual([undefined, [], []]);
    await nameInvestigators(office, caseId);
    const during = await everything(home.agent);
    expectNothingOfTheComplainant(during);
    expect(during.view).toMatchObject({
      shielded: true,
      applicant: { name: '投诉人（保密）' },
      position: [{ id: 'statement' }],
      sheets: [],
      seats: [],
      attachments: [],
      answers: {},
    });
    expect(during.view?.facts.map(({ id }) => id)).toEqual(['kind', 'what']);
    expect(during.view?.facts[1]?.value).toContain('饭菜是凉的');
    expect(during.view?.actions.map(({ action, available }) => [action, available])).toEqual([['STATE', true]]);
    expect(during.own.rows).toMatchObject([{ applicant: '投诉人（保密）', mustAct: true, stepLabel: { 'zh-CN': '机构答辩' } }]);
  });

  it('still knows nothing when everything is told and done', async () => {
    await nameInvestigators(office, caseId);
    await fileStatement(office, caseId);
    await fileReport(office, caseId, 'look-a', 2);
    await fileReport(office, caseId, 'look-b', 4);
    await office.act('clerk', caseId, { type: 'TakeAction', step: 'reply', action: 'REPLY', reason: `已告知${secret.name}` });
    const after = await everything(home.agent);
    expectNothingOfTheComplainant(after);
    expect(after.letters.map((letter) => letter?.title['zh-CN'])).toEqual(['advice']);
    expect(JSON.stringify(after.letters)).toContain('已告知＊＊');
    expect(after.view?.sheets.map(({ mine, answers }) => [mine, answers.words])).toEqual([[true, '已经整改']]);
    expect(after.view?.status).toBe('closed');
  });

  it('learns nothing by a second role in the office either', async () => {
    const agent = await office.tenant.people.byId(home.agent);
    if (!agent) throw new Error('nobody');
    await office.tenant.people.put({ ...agent, roles: [...agent.roles, { role: 'clerk', area: 'district' }] });
    expect((await everything(home.agent)).view).toBeUndefined();
    await nameInvestigators(office, caseId);
    const seen = await everything(home.agent);
    expect(seen.view?.shielded).toBe(true);
    expect(seen.found.flatMap(({ rows }) => rows)).toEqual([]);
    expect(seen.worklist.flatMap(({ rows }) => rows)).toEqual([]);
    const text = JSON.stringify({ ...seen, refused: undefined });
    for (const word of [secret.name, secret.phone, secret.room]) expect(text).not.toContain(word);
  });

  it('cannot withdraw, complete or open again what somebody else filed', async () => {
    await nameInvestigators(office, caseId);
    const supplement = await office.try(home.agent, caseId, { type: 'FileSupplement', data: { room: 'x' } });
    expect(supplement.ok).toBe(false);
    const reopen = await office.try(home.agent, caseId, { type: 'TakeAction', step: 'closed', action: 'REOPEN', reason: 'x' });
    expect(reopen.ok).toBe(false);
  });
});

describe('colleagues', () => {
  it('see who complained, how it came in and about whom', async () => {
    const { view } = await everything('clerk');
    expect(view).toMatchObject({ shielded: false, applicant: { name: secret.name, channel: 'telephone' } });
    expect(view?.parties.map(({ label, name }) => [label['zh-CN'], name])).toEqual([
      ['投诉人', secret.name],
      ['被投诉机构', '松鹤院'],
    ]);
  });

  it('with a role that sees assigned cases see this one once they have a seat', async () => {
    expect((await everything('look-a')).view).toBeUndefined();
    await nameInvestigators(office, caseId);
    const seen = await everything('look-a');
    expect(seen.view?.seats.map(({ mine, state }) => [mine, state])).toEqual([
      [true, 'waiting'],
      [false, 'waiting'],
    ]);
    expect(seen.worklist[0]?.rows).toHaveLength(1);
    expect((await everything('look-c')).view).toBeUndefined();
  });
});
