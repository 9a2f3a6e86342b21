import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PrintRequest } from '../runtime.js';
import { CityOffice } from '../testing/city-office.js';
import type { PrintPart, PrintSheet } from '../views.js';

let office: CityOffice;
let caseId: string;
let letter: string;

/** Everything a reader of Chinese sees of it. */
function wordsOf(sheet: PrintSheet): string {
  return JSON.stringify([sheet.title, sheet.number, sheet.case, sheet.parts, sheet.foot], (_, value) =>
    value && typeof value === 'object' && 'zh-CN' in value ? value['zh-CN'] : value,
  );
}

async function print(login: string, wanted: PrintRequest): Promise<PrintSheet> {
  const sheet = await (await office.as(login)).print(caseId, wanted);
  if (!sheet) throw new Error(`${login} gets no ${wanted.document}`);
  return sheet;
}

const headings = (sheet: PrintSheet) => sheet.parts.flatMap((part) => (part.kind === 'heading' ? [part.text?.['zh-CN']] : []));
const tableOf = (sheet: PrintSheet, after: string): PrintPart['rows'] => {
  const at = sheet.parts.findIndex(({ kind, text }) => kind === 'heading' && text?.['zh-CN'] === after);
  return sheet.parts.slice(at).find(({ kind }) => kind === 'table')?.rows;
};

const review = { type: 'TakeAction', step: 'street-review', action: 'DECIDE_ROWS' } as const;

beforeAll(async () => {
  office = await CityOffice.open();
  caseId = await office.file(4);
  await office.act('clerk-a', caseId, { type: 'TakeAction', step: 'accept', action: 'ACCEPT' });
  await office.act('clerk-a', caseId, { ...review, items: ['i1', 'i2', 'i3'], outcome: 'approve' });
  const refusal = { outcome: 'refuse', reason: '服务不满一个月', clause: 'hohhot-plan-5-2-3' } as const;
  await office.act('clerk-a', caseId, { ...review, items: ['i4'], ...refusal });
  await office.act('clerk-a', caseId, { type: 'TakeAction', step: 'street-review', action: 'PUBLISH' });
  while ((await office.case(caseId)).position[0]?.id !== 'district-decision') await office.tenant.clock.advance('next-deadline');
  const approve = { type: 'TakeAction', step: 'district-decision', action: 'APPROVE', opinion: '材料齐全，同意按标准发放' } as const;
  const decided = await office.act('officer-a', caseId, approve);
  letter = decided.letters.find(({ letter: id }) => id === 'decision-letter')?.id ?? '';
});
afterAll(() => office.careway.close());

describe('a letter for paper', () => {
  it('names number, office, amount in capitals, matched rows, the quoted clause and remedies from the delivery', async () => {
    const sheet = await print('agent-a', { document: 'letter', letter });
    expect(sheet).toMatchObject({ number: expect.stringMatching(/^民养〔2021〕/), case: expect.stringMatching(/^SL2021-/) });
    const words = wordsOf(sheet);
    expect(words).toContain('合计550.00元（伍佰伍拾元整）');
    expect(words).toContain('基准运营补贴：失能失智等级为中度 → 基准补贴（元/人·月）为¥150（第1、3行）');
    expect(words).toContain('基准运营补贴分别按每人每月150元、200元的标准发放');
    expect(words).toContain('申请行政复议：期限从送达算起');
    expect(words).toContain('新城区民政局，2021年');
  });

  it('tells of a row that a person refused its reason, and that no change of facts would do', async () => {
    const words = wordsOf(await print('agent-a', { document: 'letter', letter }));
    expect(words).toContain('服务不满一个月；五(二)3');
    expect(words).toMatch(/第4行.+：按规定的标准本来可以，没有批准是因为上面写的理由/);
  });

  it('masks persons in what is shown in public, and says where to object', async () => {
    const notice = (await office.case(caseId)).letters.find(({ letter: id }) => id === 'publicity-notice')?.id ?? '';
    const sheet = await print('agent-a', { document: 'letter', letter: notice });
    const names = tableOf(sheet, '公示') ?? sheet.parts.find(({ kind }) => kind === 'table')?.rows;
    for (const row of names ?? []) expect(row[1]?.['zh-CN']).toMatch(/^.\*+$/);
    expect(wordsOf(sheet)).toContain('海拉尔东路街道办事处窗口');
  });
});

describe('a proof of delivery', () => {
  it('is blank for the hand before the delivery is recorded, and filled in with it afterwards', async () => {
    const wanted = { document: 'delivery-receipt', letter } as const;
    const line = (sheet: PrintSheet, label: string) => sheet.parts[0]?.pairs?.find((pair) => pair.label['zh-CN'] === label);
    const before = await print('clerk-a', wanted);
    expect(line(before, '受送达人')?.value?.['zh-CN']).toBe('青城颐康养老院（演示）');
    for (const label of ['送达方式', '送达地点', '送达日期', '受送达人签名或者盖章', '拒收的理由', '见证人签名']) {
      expect(line(before, label)).toEqual({ label: expect.anything() });
    }
    const deliver = { type: 'TakeAction', step: 'delivery', action: 'DELIVER', letter, method: 'hand', receipt: '李建国签收' } as const;
    await office.act('clerk-a', caseId, deliver);
    const after = await print('clerk-a', wanted);
    expect(line(after, '送达方式')?.value?.['zh-CN']).toBe('直接送达');
    expect(line(after, '送达日期')?.value?.['zh-CN']).toMatch(/^2021年7月/);
    expect(line(after, '受送达人签名或者盖章')?.value?.['zh-CN']).toBe('李建国签收');
    expect(wordsOf(await print('agent-a', { document: 'letter', letter }))).toMatch(/申请行政复议：最后一天是2021年9月\d+日（.）/);
  });
});

describe('the approval form', () => {
  it('shows the whole case in one order: facts, rows, rules, opinions, publicity, decision, letters, remedies, clauses', async () => {
    const sheet = await print('clerk-a', { document: 'approval-form' });
    expect(headings(sheet)).toEqual([
      '办理依据的情况',
      '明细',
      '适用的规定',
      '什么会改变结果',
      '办理意见',
      '公示',
      '决定',
      '签章',
      '时限',
      '文书和送达',
      '救济途径',
      '条款原文',
    ]);
    const words = wordsOf(sheet);
    expect(words).toContain('合计（同意的行）：¥550.00（大写：伍佰伍拾元整）');
    expect(words).toMatch(/第1批4行：陈志强2021年7月\d+日（.）批准，合计¥550.00（大写：伍佰伍拾元整）/);
  });

  it('gives every opinion whole with step, person, post and day', async () => {
    const rows = tableOf(await print('clerk-a', { document: 'approval-form' }), '办理意见') ?? [];
    const decision = rows.find((row) => row[0]?.['zh-CN'] === '区审批')?.map((cell) => cell['zh-CN']);
    expect(decision).toEqual([
      '区审批',
      '陈志强，区民政局审批人',
      expect.stringMatching(/^2021年7月/),
      '按街道意见决定',
      '材料齐全，同意按标准发放',
    ]);
    expect(rows.map((row) => row[1]?.['zh-CN'])).toContain('时限到期');
  });

  it('hides what the screen hides: no identity number, no form for applicants or another area', async () => {
    const sheet = await print('clerk-a', { document: 'approval-form' });
    for (const row of office.application(4).rows as { identity_number: string }[])
      expect(wordsOf(sheet)).not.toContain(row.identity_number);
    expect(await (await office.as('agent-a')).print(caseId, { document: 'approval-form' })).toBeUndefined();
    for (const document of ['approval-form', 'receipt'] as const) {
      expect(await (await office.as('clerk-c')).print(caseId, { document })).toBeUndefined();
    }
    expect(await (await office.as('clerk-c')).print(caseId, { document: 'letter', letter })).toBeUndefined();
  });

  it('ends with the head of the chain and the definition, and enters the access log', async () => {
    const sheet = await print('clerk-a', { document: 'approval-form' });
    const history = await (await office.as('clerk-a')).history(caseId);
    expect(sheet.foot[0]?.['zh-CN']).toBe(`案卷校验码 ${history?.chain.head}（${history?.chain.length}条，完整）`);
    expect(sheet.foot[1]?.['zh-CN']).toContain((await office.case(caseId)).workflow.hash);
    const log = await (await office.as('auditor')).accessLog({ caseId });
    expect(log.rows.map(({ what }) => what)).toContain('print');
  });
});

describe('a receipt for paper', () => {
  it('names number, what comes next, and the code to look it up with', async () => {
    const words = wordsOf(await print('agent-a', { document: 'receipt' }));
    const receipt = await (await office.as('agent-a')).receipt(caseId);
    expect(words).toContain(receipt?.number);
    expect(words).toContain(receipt?.trackingCode);
  });
});
