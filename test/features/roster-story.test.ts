import type {
  CaseView,
  DraftCheck,
  DraftView,
  HistoryView,
  LetterText,
  Page,
  PublicityView,
  ReceiptView,
  WhyView,
  WorklistRow,
} from '@careway/runtime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Browser, homeAnswers, openWorld, sample, service, untilStep, type World } from './world.js';

/** The story of a home's monthly roster over HTTP, each step on the state that the one before it left. */
let world: World;
let agent: Browser;
let clerk: Browser;
let officer: Browser;
let draft: DraftView;
let caseId: string;
let childId: string;

beforeAll(async () => {
  world = await openWorld();
  agent = await world.as('agent-a');
  clerk = await world.as('clerk-a');
  officer = await world.as('officer-a');
});
afterAll(() => world?.close());

const rowsOf = (view: CaseView, ...numbers: readonly number[]) => view.items.filter(({ row }) => numbers.includes(row)).map(({ id }) => id);
const statusOf = (view: CaseView, row: number) => view.items.find((item) => item.row === row)?.status;
const clockOf = (view: CaseView, id: string) => view.clocks.findLast(({ clock }) => clock === id);

describe('a home files its roster of June 2021', () => {
  it('given a service whose policy it can read, with every time limit and clause', async () => {
    const view = await agent.read<{ clauses: { quote: string }[]; clocks: { id: string; amount: number }[] }>(
      'readService',
      `/services/${service}`,
    );
    expect(view.clauses.length).toBeGreaterThan(0);
    const days = Object.fromEntries(view.clocks.map(({ id, amount }) => [id, amount]));
    expect(days).toMatchObject({ accept: 5, supplement: 5, street: 8, publicity: 7, district: 10, delivery: 10 });
  });

  it('when it pastes 60 elders into a draft, then each row has its amount and nothing is to mend', async () => {
    const made = await agent.write<DraftView>('createDraft', '/drafts', { service });
    const roster = await agent.write<{ rows: unknown[]; issues: unknown[] }>('readRows', `/drafts/${made.id}/rows?field=rows`, undefined, {
      bytes: sample('roster-2021-06.csv'),
      headers: { 'content-type': 'text/csv' },
    });
    expect([roster.rows.length, roster.issues]).toEqual([60, []]);
    const data = { ...homeAnswers, rows: roster.rows };
    draft = await agent.write<DraftView>(
      'saveDraft',
      `/drafts/${made.id}`,
      { data, page: 'roster' },
      { method: 'PUT', version: made.version },
    );
    const checked = await agent.write<DraftCheck>('checkDraft', `/drafts/${draft.id}/check?why=1`);
    expect(checked.issues).toEqual([]);
    expect(checked.rows).toHaveLength(60);
    expect(checked.rows.every(({ amount }) => amount === '165.00' || amount === '220.00')).toBe(true);
    const sum = checked.rows.reduce((total, { amount }) => total + Number(amount), 0);
    expect(checked.total).toBe(sum.toFixed(2));
  });

  it('when it attaches evidence and comes back, then the draft is as it was left', async () => {
    const pdf = new TextEncoder().encode('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');
    await agent.write(
      'putAttachment',
      `/attachments?field=evidence_24h&name=${encodeURIComponent('值班表.pdf')}&draft=${draft.id}`,
      undefined,
      {
        bytes: pdf,
        headers: { 'content-type': 'application/pdf' },
      },
    );
    const back = await agent.read<DraftView>('readDraft', `/drafts/${draft.id}`);
    expect(back).toMatchObject({
      page: 'roster',
      data: { service_month: '2021-06' },
      attachments: [{ name: '值班表.pdf', type: 'application/pdf' }],
    });
    draft = back;
  });

  it('when it submits, then it gets a number and a receipt, and the draft is gone', async () => {
    const receipt = await agent.write<ReceiptView>('submitDraft', `/drafts/${draft.id}/submit`, {}, { key: 'submit-june' });
    caseId = receipt.caseId;
    const shown = await agent.read<ReceiptView>('readReceipt', `/cases/${caseId}/receipt`);
    expect(shown).toMatchObject({ items: 60, number: expect.stringMatching(/2021/) });
    expect((await agent.client.get(`/drafts/${draft.id}`)).status).toBe(404);
    const again = await agent.client.post(`/drafts/${draft.id}/submit`, {}, { key: 'submit-june' });
    expect([again.status, (again.json as { caseId?: string }).caseId]).toEqual([201, caseId]);
    const tracked = await (await world.as()).write('track', '/track', { number: shown.number, code: shown.trackingCode });
    expect(JSON.stringify(tracked)).not.toMatch(/李建国|\d+\.\d\d/);
  });
});

describe('the street clerk', () => {
  it('finds it in the worklist, opens and accepts it', async () => {
    const { rows } = await clerk.read<Page<WorklistRow>>('listTasks', '/worklist');
    expect(rows.find((row) => row.caseId === caseId)).toMatchObject({ items: 60, step: 'accept', clock: { due: '2021-07-12' } });
    const view = await clerk.take(caseId, 'ACCEPT');
    expect(view.position.map(({ id }) => id)).toEqual(['street-review']);
    expect(JSON.stringify(view.items)).not.toMatch(/\d{17}[\dX]/);
  });

  it('asks for a supplement once, with the whole list; the clock stops, and resumes when it is filed', async () => {
    const before = clockOf(await clerk.case(caseId), 'street');
    await clerk.write('advanceClock', '/clock/advance', { to: 'next-working-day' });
    const asked = await clerk.take(caseId, 'REQUEST_SUPPLEMENT', { list: [{ what: '服务协议', why: '没有盖章' }] });
    expect(clockOf(asked, 'street')).toMatchObject({ status: 'paused', pauses: [{ from: '2021-07-06' }] });
    await clerk.write('advanceClock', '/clock/advance', { to: 'next-working-day' });
    await clerk.write('advanceClock', '/clock/advance', { to: 'next-working-day' });
    const shown = await agent.case(caseId);
    expect(shown.supplement).toMatchObject({ list: [{ what: '服务协议', why: '没有盖章' }], due: '2021-07-13' });
    const filed = await agent.act(caseId, { type: 'FileSupplement', data: {} });
    expect(filed.supplement).toBeUndefined();
    const after = clockOf(filed, 'street');
    expect(after).toMatchObject({ status: 'running', pauses: [{ from: '2021-07-06', to: '2021-07-08' }] });
    expect((after?.due ?? '') > (before?.due ?? '')).toBe(true);
  });

  it('holds two rows, refuses one with reason and clause, approves the rest; the total follows', async () => {
    const view = await clerk.case(caseId);
    await clerk.take(caseId, 'DECIDE_ROWS', { items: rowsOf(view, 4, 5), outcome: 'hold', reason: '等核实台账' });
    const clause =
      view.items[0] && (await clerk.read<WhyView>('readWhy', `/cases/${caseId}/items/${view.items[0].id}/why`)).matched[0]?.clause?.id;
    await clerk.take(caseId, 'DECIDE_ROWS', { items: rowsOf(view, 6), outcome: 'refuse', reason: '核实为轻度', clause });
    const rest = view.items.filter(({ row }) => ![4, 5, 6].includes(row)).map(({ id }) => id);
    const decided = await clerk.take(caseId, 'DECIDE_ROWS', { items: rest, outcome: 'approve' });
    expect(decided.counts).toMatchObject({ approved: 57, held: 2, refused: 1, open: 0 });
    const sum = decided.items.filter(({ status }) => status !== 'refused').reduce((total, { amount }) => total + Number(amount), 0);
    expect(decided.total).toBe(sum.toFixed(2));
  });

  it('cannot decide what is the district officer’s, and is told so', async () => {
    const { version } = await clerk.case(caseId);
    const body = { type: 'TakeAction', step: 'district-decision', action: 'APPROVE', opinion: '同意' };
    const answer = await clerk.client.post(`/cases/${caseId}/commands`, body, { version });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([409, 'application/problem+json; charset=utf-8']);
    expect((answer.json as { code: string }).code).toMatch(/^(STEP_NOT_ACTIVE|ACTION_NOT_AVAILABLE|NOT_YOUR_TASK)$/);
  });

  it('publishes the batch', async () => {
    const view = await clerk.take(caseId, 'PUBLISH');
    expect(view.position.map(({ id }) => id)).toEqual(['publicity']);
    expect(view.publicity).toMatchObject([{ batch: 1, from: '2021-07-08', until: '2021-07-15', status: 'open' }]);
  });
});

describe('during publicity', () => {
  it('the public sees surnames, communities and benefits, and no number or whole name', async () => {
    const visitor = await world.as();
    const shown = (await visitor.read<PublicityView[]>('listPublicity', '/publicity')).find((view) => view.caseId === caseId);
    expect(shown?.rows.length).toBeGreaterThanOrEqual(57);
    expect(shown?.rows[0]?.name).toMatch(/^.[*＊某]+/);
    expect(JSON.stringify(shown)).not.toMatch(/\d{17}|王德福/);
  });

  it('an objection against one row makes it a case of its own, while the rest goes on', async () => {
    const visitor = await world.as();
    const shown = await visitor.read<PublicityView>('readPublicity', `/publicity/${caseId}`);
    const row = shown.rows.find((candidate) => candidate.row === 3);
    const body = {
      step: 'publicity',
      action: 'OBJECT',
      items: [row?.item],
      reason: '这位老人已经搬走',
      objector: { name: '马某', phone: '15400000009' },
    };
    await visitor.write('fileObjection', `/publicity/${caseId}/objections`, body);
    const parent = await clerk.case(caseId);
    expect([statusOf(parent, 3), parent.position.map(({ id }) => id)]).toEqual(['split', ['publicity']]);
    expect(parent.children).toMatchObject([{ status: 'open' }]);
    childId = parent.children[0]?.caseId ?? '';
    const child = await clerk.case(childId);
    expect([child.items.length, child.position.map(({ id }) => id), child.parent?.caseId]).toEqual([1, ['objection-review'], caseId]);
  });

  it('an upheld objection sends the row through review and a full new period', async () => {
    const own = (await clerk.case(childId)).actions.find(({ action }) => action === 'UPHOLD');
    expect([own?.available, own?.refusal?.code]).toEqual([false, 'SAME_PERSON']);
    await (await world.as('clerk-b')).take(childId, 'UPHOLD', { opinion: '居住情况要重新核实' });
    const view = await clerk.case(childId);
    await clerk.take(childId, 'DECIDE_ROWS', { items: view.items.map(({ id }) => id), outcome: 'reopen' });
    await clerk.take(childId, 'DECIDE_ROWS', { items: view.items.map(({ id }) => id), outcome: 'approve' });
    const published = await clerk.take(childId, 'PUBLISH');
    expect(published.publicity.at(-1)).toMatchObject({ status: 'open', from: '2021-07-08', until: '2021-07-15' });
  });

  it('ends by its clock, without anybody doing anything', async () => {
    const view = await untilStep(world, caseId, 'district-decision');
    expect(view.publicity).toMatchObject([{ status: 'ended' }]);
  });
});

describe('the district officer', () => {
  it('decides, and the letter cites rows, clauses and remedies', async () => {
    const own = (await clerk.case(caseId)).actions.find(({ action }) => action === 'APPROVE');
    expect(own?.available ?? false).toBe(false);
    const view = await officer.take(caseId, 'APPROVE', { opinion: '同意街道意见' });
    expect(view.position.map(({ id }) => id)).toEqual(['delivery']);
    const letter = view.letters.find((candidate) => candidate.letter === 'decision-letter');
    expect(letter).toMatchObject({ status: 'issued', number: expect.stringContaining('2021') });
    const text = await officer.read<LetterText>('readLetter', `/cases/${caseId}/letters/${letter?.id}`);
    expect(text.blocks.find(({ kind }) => kind === 'items')?.rows?.length).toBe(57);
    expect(text.blocks.find(({ kind }) => kind === 'clauses')?.clauses?.length).toBeGreaterThan(0);
  });

  it('has it delivered; the remedies count from the delivery, and the held rows come back', async () => {
    const letter = (await clerk.case(caseId)).letters.find((candidate) => candidate.letter === 'decision-letter');
    const view = await clerk.take(caseId, 'DELIVER', { letter: letter?.id, method: 'hand' });
    const delivered = view.letters.find(({ id }) => id === letter?.id);
    expect(delivered?.status).toBe('delivered');
    expect(delivered?.remedies.every(({ due }) => (due ?? '') > (delivered.delivered?.on ?? '9'))).toBe(true);
    expect([view.status, view.position.map(({ id }) => id)]).toEqual(['open', ['street-review']]);
    expect(rowsOf(view, 4, 5).length).toBe(2);
    const way = view.path.map(({ step, state }) => `${state} ${step.id}`);
    expect(way).toEqual([
      'done accept',
      'done street-review',
      'done publicity',
      'done district-decision',
      'done delivery',
      'now street-review',
      'expected publicity',
      'expected district-decision',
      'expected delivery',
      'expected completed',
    ]);
  });

  it('decides the held rows as a batch of their own, and the case ends when all is delivered', async () => {
    const view = await clerk.case(caseId);
    await clerk.take(caseId, 'DECIDE_ROWS', { items: rowsOf(view, 4, 5), outcome: 'approve' });
    await clerk.take(caseId, 'PUBLISH');
    await untilStep(world, caseId, 'district-decision');
    await officer.take(caseId, 'APPROVE', { opinion: '同意' });
    await finish(caseId);
    await untilStep(world, childId, 'district-decision');
    await officer.take(childId, 'APPROVE', { opinion: '同意' });
    await finish(childId);
    const ended = await agent.case(caseId);
    expect([ended.status, ended.ending, ended.batch >= 2]).toEqual(['closed', 'completed', true]);
    expect(ended.letters.filter(({ letter }) => letter === 'decision-letter')).toHaveLength(2);
  });
});

async function finish(id: string): Promise<void> {
  const open = (await clerk.case(id)).letters.find(({ letter, status }) => letter === 'decision-letter' && status !== 'delivered');
  await clerk.take(id, 'DELIVER', { letter: open?.id, method: 'hand' });
}

describe('afterwards', () => {
  it('history names every clock in words and separates thousands, as the letter does', async () => {
    const { acts } = await clerk.read<HistoryView>('readHistory', `/cases/${caseId}/history`);
    const sentences = acts.map(({ sentence }) => sentence['zh-CN']);
    expect(sentences.filter((sentence) => /c\d+/.test(sentence))).toEqual([]);
    expect(acts.find(({ type }) => type === 'ClockPaused')?.sentence['zh-CN']).toMatch(/[\u4e00-\u9fff]{2,}暂停$/);
    expect(acts.find(({ type }) => type === 'SupplementFiled')?.sentence['zh-CN']).toMatch(/补齐了材料$/);
    expect(acts.find(({ type }) => type === 'BatchDecided')?.sentence['zh-CN']).toMatch(/¥\d{1,2},\d{3}\.00$/);
    const letter = (await clerk.case(caseId)).letters.find((candidate) => candidate.letter === 'decision-letter');
    const text = await agent.read<LetterText>('readLetter', `/cases/${caseId}/letters/${letter?.id}`);
    expect(JSON.stringify(text.blocks)).toMatch(/合计\d{1,2},\d{3}\.00元/);
    expect(text.blocks.at(-1)?.text?.['zh-CN']).toMatch(/^新城区民政局，2021年/);
    const notice = (await clerk.case(caseId)).letters.find((candidate) => candidate.letter === 'publicity-notice');
    const shown = await agent.read<LetterText>('readLetter', `/cases/${caseId}/letters/${notice?.id}`);
    expect(JSON.stringify(shown.blocks)).toMatch(/公示至2021年\d{1,2}月\d{1,2}日/);
  });

  it('an auditor traces one row from the letter back to the clause, act by act, and no other row is in it', async () => {
    const auditor = await world.as('auditor');
    const view = await auditor.case(caseId);
    const item = view.items.find(({ row }) => row === 1)?.id ?? '';
    const { acts, chain } = await auditor.read<HistoryView>('readHistory', `/cases/${caseId}/history?item=${item}`);
    expect(chain).toMatchObject({ ok: true });
    expect(acts.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['CaseOpened', 'ItemDecided', 'BatchDecided', 'LetterIssued', 'LetterDelivered']),
    );
    expect(acts.every(({ items }) => items.length === 0 || items.some(({ id }) => id === item))).toBe(true);
    expect(acts.filter(({ type }) => type === 'ItemDecided').every(({ items }) => items.length === 1)).toBe(true);
    const why = await auditor.read<WhyView>('readWhy', `/cases/${caseId}/items/${item}/why`);
    expect(why.matched.some(({ clause }) => (clause?.quote ?? '').includes('150元、200元'))).toBe(true);
    expect(why.formula).toMatch(/× ?1\.1/);
  });

  it('the home withdraws another application, and nothing is left waiting', async () => {
    const data = {
      elder_name: '赵某',
      identity_number: '15019919450312002X',
      disability_level: 'severe',
      local_hukou: true,
      service_24h: true,
      community: '海东社区',
    };
    const id = await agent.file([data], { service_month: '2021-05' });
    const view = await agent.take(id, 'WITHDRAW');
    expect([view.status, view.ending, view.tasks]).toEqual(['closed', 'withdrawn', []]);
  });

  it('every list shows what was done', async () => {
    const mine = await agent.read<Page<{ caseId: string }>>('listMyCases', '/my/cases');
    expect(mine.rows.map((row) => row.caseId)).toEqual(expect.arrayContaining([caseId]));
    const inbox = await agent.read<Page<{ id: string; caseId: string }>>('listInbox', '/inbox?limit=200');
    expect(inbox.rows.some((row) => row.caseId === caseId)).toBe(true);
    await agent.client.post(`/inbox/${inbox.rows[0]?.id}/read`);
    const counts = await clerk.read<{ overdue: number }>('countTasks', '/worklist/counts');
    expect(counts.overdue).toBe(0);
    expect((await clerk.client.get('/export/worklist')).bytes.slice(0, 2)).toEqual(new Uint8Array([0x50, 0x4b]));
    expect((await clerk.client.get(`/cases/${caseId}/rows.xlsx`)).bytes.slice(0, 2)).toEqual(new Uint8Array([0x50, 0x4b]));
    await clerk.read('listRecords', '/registers/facilities');
    await (await world.as('operator')).read('readOperations', '/operations');
  });
});
