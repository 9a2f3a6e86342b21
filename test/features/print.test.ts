import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PdfPage, type ReadPdf, readPdf } from '@careway/server/testing';
import { type Browser, openWorld, sample, untilStep, type World } from './world.js';

let world: World;
let caseId: string;
let letter: string;
let clerk: Browser;

/** One PDF of the interface, read back. */
async function pdf(login: string | undefined, path: string): Promise<ReadPdf> {
  const answer = await (await world.as(login)).client.get(path);
  if (answer.status !== 200) throw new Error(`${path} ${answer.status} ${answer.text}`);
  expect(answer.headers.get('content-type')).toBe('application/pdf');
  return readPdf(answer.bytes);
}

const textOf = (pages: readonly PdfPage[]) => pages.map(({ text }) => text).join('\n');
/** A4 in points. */
const a4 = [595.28, 841.89];

async function importedRows(agent: Browser, file: string): Promise<readonly Record<string, unknown>[]> {
  const draft = await agent.write<{ id: string }>('createDraft', '/drafts', { service: 'family-bed-operating-subsidy' });
  const headers = { 'content-type': 'text/csv' };
  const answer = await agent.client.send('POST', `/drafts/${draft.id}/rows?field=rows`, { bytes: sample(file), headers });
  return (answer.json as unknown as { rows: Record<string, unknown>[] }).rows;
}

beforeAll(async () => {
  world = await openWorld();
  const agent = await world.as('agent-a');
  clerk = await world.as('clerk-a');
  const rows = (await importedRows(agent, 'roster-2021-06.csv')).slice(0, 45);
  // 䶮 is in the font, 𱎼 (Extension G) is not
  caseId = await agent.file(rows.map((row, index) => (index === 0 ? { ...row, elder_name: '王䶮𱎼' } : row)));
  await world.settle();
  await clerk.take(caseId, 'ACCEPT');
  const { items } = await clerk.case(caseId);
  const fine = items.filter(({ result }) => result === 'ok').map(({ id }) => id);
  const others = items.filter(({ result }) => result !== 'ok').map(({ id }) => id);
  await clerk.take(caseId, 'DECIDE_ROWS', { items: fine, outcome: 'approve' });
  if (others.length > 0) {
    await clerk.take(caseId, 'DECIDE_ROWS', { items: others, outcome: 'refuse', reason: '不符合条件', clause: 'hohhot-plan-5-2-3' });
  }
  await clerk.take(caseId, 'PUBLISH');
  await untilStep(world, caseId, 'district-decision');
  const decided = await (await world.as('officer-a')).take(caseId, 'APPROVE', { opinion: '材料齐全，同意按标准发放' });
  letter = decided.letters.find(({ letter: id }) => id === 'decision-letter')?.id ?? '';
  await clerk.take(caseId, 'DELIVER', { letter, method: 'hand', receipt: '李建国签收' });
}, 120_000);
afterAll(() => world?.close());

describe('a letter as PDF', () => {
  it('is on A4 with number, amount in capitals, the quoted clause and last days of the remedies, as text one can select', async () => {
    const { pages, title, language, fonts } = await pdf('agent-a', `/cases/${caseId}/letters/${letter}.pdf`);
    for (const { size } of pages) expect(size).toEqual(a4);
    const { number, letters, total } = await clerk.case(caseId);
    const issued = letters.find(({ id }) => id === letter);
    expect(title).toContain('决定书');
    expect(language).toBe('zh-CN');
    expect(fonts.every((name) => /^[A-Z]{6}\+NotoSansSC/.test(name))).toBe(true);
    const text = textOf(pages);
    expect(text).toContain(issued?.number);
    expect(text).toContain(number);
    expect(Number(total)).toBeGreaterThan(1000);
    expect(text).toMatch(/合计[\d,]+\.00元（[壹贰叁肆伍陆柒捌玖拾佰仟万零]+元整）/);
    expect(text).toContain('基准运营补贴分别按每人每月150元、200元的标准发放');
    for (const { due = '' } of issued?.remedies ?? []) {
      const [year, month, day] = due.split('-').map(Number);
      expect(text).toContain(`最后一天是${year}年${month}月${day}日`);
    }
  });

  it('numbers its pages and repeats the head of a table that goes on', async () => {
    const { pages } = await pdf('agent-a', `/cases/${caseId}/letters/${letter}.pdf`);
    expect(pages.length).toBeGreaterThan(2);
    for (const [index, { text }] of pages.entries()) expect(text).toContain(`第${index + 1}页，共${pages.length}页`);
    const withRows = pages.filter(({ text }) => /\d(同意|不同意)/.test(text) || text.includes('150 × 1.1'));
    expect(withRows.length).toBeGreaterThan(1);
    for (const { text } of withRows.slice(0, 2)) expect(text).toContain('行姓名（名称）决定金额（元）');
  });

  it('shows a sign for a character that the font lacks, and says which it is', async () => {
    const text = textOf((await pdf('agent-a', `/cases/${caseId}/letters/${letter}.pdf`)).pages);
    expect(text).toContain('王䶮〓');
    expect(text).toContain('打印字库缺1个字，文中用〓代替，请手写补上：U+313BC');
  });

  it('masks persons in a public notice', async () => {
    const notice = (await clerk.case(caseId)).letters.find(({ letter: id }) => id === 'publicity-notice')?.id ?? '';
    const text = textOf((await pdf('agent-a', `/cases/${caseId}/letters/${notice}.pdf`)).pages);
    expect(text).toContain('王**');
    for (const { name } of (await clerk.case(caseId)).items) expect(text).not.toContain(name);
  });

  it('speaks English when asked to', async () => {
    const { pages, language } = await pdf('agent-a', `/cases/${caseId}/letters/${letter}.pdf?lang=en`);
    expect(language).toBe('en');
    expect(textOf(pages)).toContain('Page 1 of');
    expect(textOf(pages)).toContain('has been examined and is decided as follows');
  });
});

describe('forms of the office as PDF', () => {
  it('give the proof of delivery with what was recorded and lines to sign', async () => {
    const text = textOf((await pdf('clerk-a', `/cases/${caseId}/letters/${letter}/delivery-receipt.pdf`)).pages);
    for (const words of ['送达回证', '直接送达', '李建国签收', '拒收的理由', '见证人签名']) expect(text).toContain(words);
  });

  it('give the approval form whole, with opinions, rules, total in capitals and the head of the chain, no number in clear', async () => {
    const { pages } = await pdf('clerk-a', `/cases/${caseId}/approval-form.pdf`);
    const text = textOf(pages);
    const { chain } = await clerk.read<{ chain: { head: string } }>('readHistory', `/cases/${caseId}/history`);
    for (const words of ['材料齐全，同意按标准发放', '适用的规定', '基准运营补贴：失能失智等级为中度', '（大写：', chain.head]) {
      expect(text).toContain(words);
    }
    expect(text).not.toMatch(/\d{17}[\dX]/);
    const sheet = await clerk.read<{ parts: readonly { kind: string }[] }>('readApprovalForm', `/cases/${caseId}/approval-form`);
    expect(sheet.parts.length).toBeGreaterThan(10);
  });

  it('are not there for another street, nor for applicants', async () => {
    const paths = [`approval-form.pdf`, `letters/${letter}.pdf`, `letters/${letter}/delivery-receipt.pdf`, 'receipt.pdf'];
    for (const path of paths) {
      expect((await (await world.as('clerk-c')).client.get(`/cases/${caseId}/${path}`)).json['code'], path).toBe('NOT_FOUND');
      expect((await (await world.as('agent-b')).client.get(`/cases/${caseId}/${path}`)).status, path).toBeGreaterThanOrEqual(403);
    }
    expect((await (await world.as('agent-a')).client.get(`/cases/${caseId}/approval-form.pdf`)).json['code']).toBe('ROLE_MISSING');
    expect((await clerk.client.get(`/cases/${caseId}/letters/l999.pdf`)).json['code']).toBe('NOT_FOUND');
  });
});

describe('papers of an applicant as PDF', () => {
  it('give the receipt with number and code', async () => {
    const receipt = await (await world.as('agent-a')).read<{ number: string; trackingCode: string }>(
      'readReceipt',
      `/cases/${caseId}/receipt`,
    );
    const text = textOf((await pdf('agent-a', `/cases/${caseId}/receipt.pdf`)).pages);
    expect(text).toContain(receipt.number);
    expect(text).toContain(receipt.trackingCode);
  });

  it('give anybody the blank form with every question, boxes to tick and the papers to bring', async () => {
    const { pages, title } = await pdf(undefined, '/forms/family-bed-operating-subsidy.pdf');
    expect(title).toContain('家庭护理型养老床位综合运营补贴申请');
    const text = textOf(pages);
    for (const words of ['统一社会信用代码', '“失能失智等级”填', '要带的材料', '申请人签名']) expect(text).toContain(words);
    expect(text).toMatch(/□\s社会办养老机构/);
    expect((await (await world.as()).client.get('/forms/no-such-form.pdf')).json['code']).toBe('NOT_FOUND');
  });
});
