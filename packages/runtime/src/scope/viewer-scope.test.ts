import { beforeAll, describe, expect, it } from 'vitest';
import { CityOffice, service } from '../testing/city-office.js';

let office: CityOffice;
let caseId: string;
beforeAll(async () => {
  office = await CityOffice.open();
  caseId = await office.file(2);
});

const pdf = new Uint8Array(Buffer.from('%PDF-1.4\n1 0 obj\n<< >>\nendobj\ntrailer << >>\n%%EOF\n'));

describe('scope', () => {
  it.each([
    ['the agent who filed it', 'agent-a', true],
    ['a clerk of the street', 'clerk-a', true],
    ['an officer of the district', 'officer-a', true],
    ['the supervisor of the district', 'supervisor', true],
    ['an auditor of the city', 'auditor', true],
    ['the administrator of the city', 'administrator', true],
    ['another organisation’s agent', 'agent-b', false],
    ['a clerk of another district', 'clerk-c', false],
    ['an officer of another district', 'officer-c', false],
    ['the operator, who sees no personal data', 'operator', false],
    ['a citizen', 'citizen', false],
  ])('%s: %s sees the case: %s', async (_, login, sees) => {
    const scoped = await office.as(login);
    const answers = await Promise.all([
      scoped.case(caseId),
      scoped.history(caseId),
      scoped.why(caseId, 'i1'),
      scoped.receipt(caseId),
      scoped
        .command(caseId, { type: 'TakeTask', task: 'none' }, office.key)
        .then((reply) => (!reply.ok && reply.kind === 'not-found' ? undefined : reply)),
    ]);
    for (const answer of answers) expect(answer !== undefined).toBe(sees);
    const listed = [...(await scoped.cases({})).rows, ...(await scoped.myCases({})).rows].some((row) => row.caseId === caseId);
    expect(listed).toBe(sees);
  });

  it('answers a case of elsewhere exactly like one that does not exist', async () => {
    const stranger = await office.as('clerk-c');
    const command = { type: 'TakeTask', task: 'none' } as const;
    expect(await stranger.command(caseId, command, office.key)).toEqual(await stranger.command('c0', command, office.key));
    expect(await stranger.reveal(caseId, 'i1', 'x')).toBeUndefined();
    expect(await stranger.letter(caseId, 'l1')).toBeUndefined();
  });

  it('reveals numbers to staff only', async () => {
    expect(await (await office.as('agent-a')).reveal(caseId, 'i1', 'x')).toBeUndefined();
    expect(Object.keys((await (await office.as('clerk-a')).reveal(caseId, 'i1', '核对')) ?? {})).toEqual(['identity_number']);
  });

  it('keeps drafts and their files to their owner', async () => {
    const agent = await office.as('agent-a');
    const draft = await agent.drafts.create(service);
    const put = await agent.attachments.put({ draft: draft.id, field: 'service_agreement', name: '协议.pdf', bytes: pdf });
    if (!put.ok) throw new Error(JSON.stringify(put));
    const stranger = await office.as('agent-b');
    expect(await stranger.drafts.get(draft.id)).toBeUndefined();
    expect(await stranger.drafts.save(draft.id, { data: {} }, 1)).toEqual({ ok: false, kind: 'not-found' });
    expect(await stranger.attachments.get(put.value.id)).toBeUndefined();
    expect(await stranger.attachments.remove(put.value.id)).toBe(false);
    expect(await stranger.attachments.put({ draft: draft.id, field: 'service_agreement', name: 'x.pdf', bytes: pdf })).toMatchObject({
      kind: 'not-found',
    });
    expect(await stranger.fileCase({ service, draft: draft.id }, office.key)).toMatchObject({
      kind: 'issues',
      issues: [{ code: 'DRAFT_UNKNOWN' }],
    });
    expect(await agent.drafts.remove(draft.id)).toBe(true);
    expect(await agent.attachments.get(put.value.id)).toBeUndefined();
  });

  it('refuses to file for an organisation that one does not act for', async () => {
    const reply = await (await office.as('agent-b')).fileCase({ service, data: office.application(1, 5) }, office.key);
    expect(reply).toMatchObject({ ok: false, kind: 'issues', issues: [{ code: 'NOT_YOUR_ORGANISATION', path: '/facility_credit_code' }] });
  });

  it('lets staff enter applications of their own area only, with the day they came in', async () => {
    const data = office.application(1, 6);
    const elsewhere = await (await office.as('clerk-c')).fileCase({ service, data, area: 'xc01' }, office.key);
    expect(elsewhere).toMatchObject({ kind: 'issues', issues: [{ code: 'AREA_NOT_YOURS' }] });
    const paper = await (await office.as('clerk-a')).fileCase({ service, data, area: 'xc01', filedOn: '2021-07-02' }, office.key);
    expect(paper).toMatchObject({ ok: true, value: { filedOn: '2021-07-02' } });
    const agent = await (await office.as('agent-a')).fileCase(
      { service, data: office.application(1, 7), filedOn: '2021-07-02' },
      office.key,
    );
    expect(agent).toMatchObject({ kind: 'issues', issues: [{ code: 'FILED_ON_NOT_ALLOWED' }] });
    if (!paper.ok) throw new Error('not filed');
    // The agents of the organisation follow what was entered for it.
    expect((await (await office.as('agent-a')).case(paper.value.caseId))?.applicant.channel).toBe('paper');
  });

  it('lets nobody attach, and so read, somebody else’s file', async () => {
    const owner = await office.as('agent-b');
    const draft = await owner.drafts.create(service);
    const put = await owner.attachments.put({ draft: draft.id, field: 'service_agreement', name: 'x.pdf', bytes: pdf });
    if (!put.ok) throw new Error(JSON.stringify(put));
    const thief = await office.as('clerk-a');
    const command = { type: 'TakeAction', step: 'accept', action: 'ACCEPT', attachments: [put.value.id] } as const;
    expect(await thief.command(caseId, command, office.key)).toMatchObject({ kind: 'issues', issues: [{ code: 'ATTACHMENT_UNKNOWN' }] });
    expect(await thief.attachments.get(put.value.id)).toBeUndefined();
    const agent = await office.as('agent-a');
    const filed = await agent.fileCase({ service, data: office.application(1, 12), attachments: [put.value.id] }, office.key);
    if (!filed.ok) throw new Error(JSON.stringify(filed));
    expect((await agent.case(filed.value.caseId))?.attachments).toEqual([]);
    expect(await agent.attachments.get(put.value.id)).toBeUndefined();
  });

  it('tells the type of a file by its content', async () => {
    const agent = await office.as('agent-a');
    const draft = await agent.drafts.create(service);
    const fake = await agent.attachments.put({
      draft: draft.id,
      field: 'service_agreement',
      name: '协议.pdf',
      bytes: new TextEncoder().encode('<html>'),
    });
    expect(fake).toMatchObject({ ok: false, kind: 'issues', issues: [{ code: 'FILE_KIND' }] });
    const put = await agent.attachments.put({ draft: draft.id, field: 'service_agreement', name: '协议.pdf', bytes: pdf });
    expect(put).toMatchObject({ ok: true, value: { type: 'application/pdf', bytes: pdf.byteLength } });
    await agent.drafts.save(draft.id, { data: office.application(1, 8) }, 1);
    const filed = await agent.fileCase({ service, draft: draft.id }, office.key);
    if (!filed.ok || !put.ok) throw new Error(JSON.stringify(filed));
    const clerk = await office.as('clerk-a');
    expect((await clerk.case(filed.value.caseId))?.attachments.map(({ name }) => name)).toEqual(['协议.pdf']);
    expect(Buffer.from((await clerk.attachments.get(put.value.id))?.bytes ?? []).equals(Buffer.from(pdf))).toBe(true);
    expect(await (await office.as('clerk-c')).attachments.get(put.value.id)).toBeUndefined();
    expect(await agent.attachments.remove(put.value.id)).toBe(false);
  });
});
