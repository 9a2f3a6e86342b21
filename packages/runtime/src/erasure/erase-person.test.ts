import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { replay } from '@careway/engine';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WhomToErase } from '../runtime.js';
import { filesHolding } from '../testing/stored-bytes.js';
import { said, VisitOffice } from '../testing/visit-office.js';

const { elder, daughter, objector } = said;
const dataDir = mkdtempSync(join(tmpdir(), 'careway-erase-person-'));
let visits: VisitOffice;

beforeAll(async () => {
  visits = await VisitOffice.open(dataDir);
  const { office, caseId } = visits;
  await visits.act('clerk', 'intake', 'SUPPLEMENT', { list: [{ what: '病历', why: `${elder.name}的病历不清` }] });
  await office.act('daughter', caseId, { type: 'FileSupplement', data: { story: elder.story } });
  await visits.visit();
  await visits.correct('story', `${elder.story}两次`);
  await visits.correct('contact_name', `${daughter.name}女士`);
  await visits.object();
  await visits.decide();
  await visits.act('daughter', 'done', 'REOPEN', { reason: `${daughter.name}要求重看` });
  const clerk = await office.as('clerk');
  await clerk.reveal(caseId, 'i1', `核对${elder.name}`);
  const filer = await office.as('daughter');
  const draft = await filer.drafts.create('visit');
  await filer.drafts.save(draft.id, { data: { elder_name: elder.name, identity: elder.identity } }, draft.version);
}, 120_000);

afterAll(async () => {
  await visits.office.careway.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const holding = (text: string) => filesHolding(dataDir, text);
const keyed = (number: string) => visits.parts.sealer.searchKey(number);

async function erase(whom: Omit<WhomToErase, 'caseId'>) {
  const admin = await visits.office.as('admin');
  return admin.erase({ caseId: visits.caseId, ...whom }, { ...visits.office.key, reason: '本人依法申请' });
}

async function expectSound() {
  const history = await (await visits.office.as('admin')).history(visits.caseId);
  expect(history?.chain.ok).toBe(true);
  expect(JSON.stringify(history?.acts)).not.toMatch(/undefined|\{\w+\}/);
  expect(replay(await visits.office.tenant.acts(visits.caseId))).toEqual(await visits.state());
}

const ofElder = [elder.name, elder.story, elder.remark, elder.words, keyedOf(elder.identity), keyedOf(elder.seen)];

/** Numbers are stored by their keyed hash only; it is asked for when the office is open. */
function keyedOf(number: string): () => string {
  return () => keyed(number);
}

const text = (marker: string | (() => string)) => (typeof marker === 'function' ? marker() : marker);

describe('an erasure of people in a case in which everything happened', () => {
  it('has something to do: words and names are stored, numbers never in clear', () => {
    for (const marker of [...ofElder, daughter.name, objector.name, objector.reason]) expect(holding(text(marker))).not.toEqual([]);
    for (const number of [elder.identity, elder.seen, daughter.phone, objector.phone]) expect(holding(number)).toEqual([]);
  });

  it('takes who objected out, with what they said, and leaves what is about the elder', async () => {
    const acts = await visits.office.tenant.acts(visits.caseId);
    const objection = acts.find(({ type }) => type === 'ObjectionFiled')?.seq ?? 0;
    expect(await erase({ objection })).toMatchObject({ ok: true });
    for (const marker of [objector.name, objector.reason]) expect(holding(marker)).toEqual([]);
    expect(holding(keyed(objector.phone))).toEqual([]);
    for (const marker of ofElder) expect(holding(text(marker))).not.toEqual([]);
    await expectSound();
  });

  it('takes who filed out, with account, drafts and telephone, and leaves the elder’s case as it is', async () => {
    const before = await visits.state();
    expect(await erase({ agent: 'daughter' })).toMatchObject({ ok: true });
    expect(holding(daughter.name)).toEqual([]);
    expect(holding(keyed(daughter.phone))).toEqual([]);
    expect((await visits.office.tenant.people.byId('daughter'))?.roles).toEqual([]);
    const after = await visits.state();
    expect(after.facts.contact_phone).toMatchObject({ erased: true });
    expect([after.items, after.sheets, after.facts.story]).toEqual([before.items, before.sheets, before.facts.story]);
    await expectSound();
  });

  it('takes the elder out: no byte of words, names, numbers or files, in no table, log or record', async () => {
    expect(await visits.parts.store.registers.get('elders', keyed(elder.identity))).toBeDefined();
    expect(await erase({ item: 'i1' })).toMatchObject({ ok: true });
    for (const marker of ofElder) expect(holding(text(marker))).toEqual([]);
    expect(await visits.parts.store.registers.get('elders', keyed(elder.identity))).toBeUndefined();
    expect(await visits.parts.store.blobs.list({ caseId: visits.caseId })).toEqual([]);
    await expectSound();
  });

  it('says so on every page, and the case goes on', async () => {
    const admin = await visits.office.as('admin');
    const view = await admin.case(visits.caseId);
    expect(view?.items[0]?.name).toBe('（已依法删除）');
    expect(view?.sheets.every(({ erased }) => erased)).toBe(true);
    expect(view?.attachments).toEqual([]);
    for (const { id } of view?.letters ?? []) expect(JSON.stringify(await admin.letter(visits.caseId, id))).not.toMatch(/undefined|null/);
    const printed = await admin.print(visits.caseId, { document: 'approval-form' });
    expect(JSON.stringify(printed)).not.toContain('undefined');
    const assignments = ['first', 'second'].map((seat, index) => ({ seat, person: `x${2 * index + 1}` }));
    const again = await visits.act('clerk', 'intake', 'ASSIGN', { assignments });
    expect(again.position.map(({ id }) => id)).toEqual(['look']);
  });
});
