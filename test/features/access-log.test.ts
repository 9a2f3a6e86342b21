import type { LogRow, Page } from '@careway/runtime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import scenario from '../../workflows/elder-assessment/scenarios/assessment-the-whole-way.json' with { type: 'json' };
import { complainant, fileNamed } from './complaint-story.js';
import { type Browser, openWorld, type World } from './world.js';

/** An elder asks who looked at her data; the auditor finds out. */
let world: World;
let auditor: Browser;
let assessment: string;
let complaint: string;

const elder = { name: scenario.submission.elder_name, number: scenario.submission.identity_number };

beforeAll(async () => {
  world = await openWorld({ from: '2026-03-02T09:00:00+08:00' });
  auditor = await world.as('auditor');
  const daughter = await world.as('daughter');
  const contact = { filed_by: 'family', relation: '女儿', contact_name: '沈雨晴' };
  assessment = await daughter.fileFor('elder-ability-assessment', { ...scenario.submission, ...contact });
  complaint = await fileNamed(daughter);
});
afterAll(() => world?.close());

const log = (text?: string) =>
  auditor.read<Page<LogRow>>('readAccessLog', `/access-log${text === undefined ? '' : `?${new URLSearchParams({ text })}`}`);
const seen = async (text?: string) => (await log(text)).rows.map(({ person, what, why }) => [person, what, ...(why ? [why] : [])]);

describe('the access log', () => {
  it('has nothing of somebody at whom nobody has looked, and nothing of a person who looks at their own', async () => {
    await (await world.as('daughter')).case(assessment);
    expect(await log(elder.name)).toMatchObject({ rows: [], total: 0 });
    expect(await log(elder.number)).toMatchObject({ rows: [], total: 0 });
  });

  it('tells who opened the case, its history, its receipt and a file, and who saw whole numbers and why', async () => {
    const clerk = await world.as('clerk');
    await clerk.case(assessment);
    await clerk.write('reveal', `/cases/${assessment}/reveal`, { why: '电话核实住址' });
    const officer = await world.as('officer');
    await officer.read('readHistory', `/cases/${assessment}/history`);
    await officer.read('readReceipt', `/cases/${assessment}/receipt`);
    const expected = [
      ['孙海波', 'receipt'],
      ['孙海波', 'history'],
      ['高丽萍', 'reveal', '电话核实住址'],
      ['高丽萍', 'case'],
    ];
    expect(await seen(elder.number)).toEqual(expected);
    expect(await seen(elder.name)).toEqual(expected);
    expect(await seen(elder.number.toLowerCase())).toEqual(expected);
  });

  it('keeps people apart: what was looked at of one is not told of another', async () => {
    const officer = await world.as('officer');
    const view = await officer.case(complaint);
    await officer.client.get(`/attachments/${view.attachments[0]?.id}`);
    expect(await seen(complainant.name)).toEqual([
      ['孙海波', 'attachment'],
      ['孙海波', 'case'],
    ]);
    expect((await log(elder.number)).rows.some(({ caseId }) => caseId === complaint)).toBe(false);
    expect((await log()).total).toBe(6);
  });

  it('finds a record of a register by name and by number, and who saw its history', async () => {
    const officer = await world.as('officer');
    const assessors = await officer.read<Page<{ id: string }>>(
      'listRecords',
      `/registers/assessors?${new URLSearchParams({ text: '陈立新' })}`,
    );
    const record = `/registers/assessors/records/${assessors.rows[0]?.id}`;
    await officer.read('readRecord', record);
    await officer.read('readRecordHistory', `${record}/history`);
    const expected = [
      ['孙海波', 'history'],
      ['孙海波', 'record'],
    ];
    expect(await seen('陈立新')).toEqual(expected);
    expect(await seen('980199199008190095')).toEqual(expected);
  });

  it('takes whole names and numbers only, and is for auditors and administrators', async () => {
    for (const part of ['沈', '沈秀', elder.number.slice(0, 17), ' ']) expect((await log(part)).total).toBe(0);
    const answers = await Promise.all(
      ['clerk', 'officer', 'supervisor', 'home', 'elder', undefined].map(async (login) =>
        (await world.as(login)).client.get(`/access-log?${new URLSearchParams({ text: elder.name })}`),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403, 401]);
    const { text } = await auditor.client.get(`/access-log?${new URLSearchParams({ text: elder.number })}`);
    expect(text).not.toContain(elder.number);
  });
});
