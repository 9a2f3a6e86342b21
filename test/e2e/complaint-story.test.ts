import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sees } from './browser.js';
import { fillPanel, findCase, press, type Receipt, sendComplaint, tellWhatHappened, track } from './complaint-pages.js';
import { type DemoCity, openDemoCity } from './demo-city.js';
import { choose, fillDay } from './form-fields.js';
import { goOn } from './portal-pages.js';
import { look } from './screens.js';
import { confirmPanel, deliver, openCase } from './staff-pages.js';

const FEES = {
  about: '收费',
  day: '2026-02-26',
  happening: '二月份多收了取暖费300元，问了没有人解释。',
  facility: '朝晖颐养院',
};

const NOT_SATISFIED = '夜里还是只有一个人值班。';

/** Complained with a name: the facility must never see who she is. */
const NIGHT = {
  about: '服务质量',
  day: '2026-02-28',
  happening: '2月28日夜里母亲按铃，一个多小时没有人来。',
  facility: '朝晖颐养院',
  name: '周桂芬',
  phone: '15400100088',
};

let opened: DemoCity | undefined;
let caseId = '';
let receipt: Receipt = { number: '', code: '' };

beforeAll(async () => {
  opened = await openDemoCity('2026-03-02');
});
afterAll(() => opened?.close());

function city(): DemoCity {
  if (!opened) throw new Error('the city is not open');
  return opened;
}

/** A member of staff on the page of the case. */
async function at(login: string, width: 'wide' | 'narrow' = 'wide'): Promise<Page> {
  const page = await city().as(login, width);
  await openCase(page, caseId);
  return page;
}

it('somebody complains without a name or a log-in and gets a number and a code', async () => {
  const page = await city().as();
  await page.goto('/');
  await page.getByRole('link', { name: /投诉、举报/ }).click();
  await look(page, 'complaint-what', 'both');
  await tellWhatHappened(page, FEES);
  await look(page, 'complaint-facility', 'both');
  await goOn(page, '联系您');
  await look(page, 'complaint-contact', 'both');
  await goOn(page, /请核对/);
  await sees(page, '您没有留姓名');
  await look(page, 'complaint-check', 'both');
  receipt = await sendComplaint(page);
  await look(page, 'complaint-receipt', 'both');
  await track(page, receipt);
  await sees(page, /等朝晖区民政局审批人：登记/);
  // Nobody is in danger: no emergency is expected.
  expect(await page.locator('main').innerText()).not.toContain('紧急处置');
  await look(page, 'complaint-track', 'both');
});

it('the district registers it and passes it on to the body in charge', async () => {
  const officer = await city().as('officer');
  await officer.goto('/console/tasks');
  await sees(officer, '匿名');
  await look(officer, 'complaint-tasks');
  caseId = await findCase(officer, receipt.number);
  await sees(officer, '投诉人（匿名）提交了“养老服务投诉”');
  await look(officer, 'complaint-register');
  await fillPanel(officer, '登记投诉');
  await choose(officer, /有人身危险/, '否');
  await look(officer, 'complaint-register-panel');
  await confirmPanel(officer);
  await look(officer, 'complaint-accept');
  await fillPanel(officer, '移送给有权处理的单位');
  await press(officer);
  await sees(officer, '请选依据的条款');
  await look(officer, 'complaint-transfer-missing');
  const panel = officer.getByRole('dialog');
  await panel.getByLabel('接收单位', { exact: true }).fill('朝晖区市场监督管理局');
  await panel.getByLabel('接收单位联系方式').fill('12315');
  await panel.getByLabel('移送的内容').fill('反映二月份多收取暖费300元，没有明码标价。');
  await panel.getByLabel('理由').fill('价格和收费由市场监督管理部门管');
  await panel.getByLabel('依据的条款').selectOption({ label: '中华人民共和国老年人权益保障法（2018年修正） 第四十四条第二款' });
  await look(officer, 'complaint-transfer');
  await confirmPanel(officer);
});

it('it stays ours until the right receipt is entered', async () => {
  const officer = await at('officer');
  await sees(officer, '等接收单位签收');
  await sees(officer, /签收时限，2026年3月9日/);
  await look(officer, 'complaint-waiting-for-receipt');
  await fillPanel(officer, '登记签收回执');
  const panel = officer.getByRole('dialog');
  await panel.getByLabel('回执（签收人、邮寄单号）').fill('王科长');
  await panel.getByLabel('回执上印的文号').fill('民养〔2026〕0999号');
  await press(officer);
  await sees(officer, '回执上的编号民养〔2026〕0999号不是本件文书的编号。');
  await look(officer, 'complaint-wrong-receipt');
  await panel.getByLabel('回执上印的文号').fill('民养〔2026〕ZH-0001号');
  await confirmPanel(officer);
  await sees(officer, '已移送');
  await sees(officer, /本件已结束：已移送/);
  await look(officer, 'complaint-passed-on');
  const page = await city().as();
  await track(page, receipt);
  await sees(page, '投诉人：');
  await look(page, 'complaint-track-passed-on', 'both');
});

it('a daughter complains with her name: she is asked whether it may be told to others', async () => {
  const page = await city().as();
  await page.goto('/complaints/new');
  await page.getByRole('button', { name: '再投诉一件' }).click();
  await tellWhatHappened(page, NIGHT);
  await goOn(page, '联系您');
  expect(await page.getByText(/可以告诉对方您的姓名和电话吗/).count()).toBe(0);
  await page.getByLabel('您的姓名').fill(NIGHT.name);
  await page.getByLabel('您的电话').fill(NIGHT.phone);
  await choose(page, /可以告诉对方您的姓名和电话吗/, '否');
  await look(page, 'complaint-named', 'both');
  await goOn(page, /请核对/);
  await sees(page, '被投诉的机构不会知道是您');
  receipt = await sendComplaint(page);
});

it('the district registers and accepts it, the investigator asks the facility', async () => {
  const officer = await city().as('officer');
  caseId = await findCase(officer, receipt.number);
  await sees(officer, '投诉人周桂芬提交了“养老服务投诉”');
  await fillPanel(officer, '登记投诉');
  await choose(officer, /有人身危险/, '否');
  await confirmPanel(officer);
  await fillPanel(officer, '受理，开始调查');
  await look(officer, 'complaint-accepting');
  await confirmPanel(officer);
  const investigator = await at('investigator');
  await look(investigator, 'complaint-investigate');
  await fillPanel(investigator, '请机构说明情况', { 要说明的问题: '有人反映2月28日夜间呼叫无人应答，请说明当晚值班情况。' });
  await investigator.getByRole('checkbox', { name: '没有透露投诉人的任何信息' }).check();
  await look(investigator, 'complaint-ask-facility');
  await confirmPanel(investigator);
});

/** What the browser of the facility is given, on the page and behind it. */
const toldTheFacility: string[] = [];

function knowsNothing(): void {
  expect(toldTheFacility.length).toBeGreaterThan(0);
  for (const secret of [NIGHT.name, NIGHT.phone, '****0088', '母亲按铃', '取暖费']) {
    expect(toldTheFacility.filter((told) => told.includes(secret))).toEqual([]);
  }
}

it('the facility answers from its own page and never sees who complained', async () => {
  const home = await city().as('home');
  home.on('response', async (response) => {
    if (response.url().includes('/api/')) toldTheFacility.push(await response.text().catch(() => ''));
  });
  await home.goto('/my');
  await sees(home, '机构说明：养老服务投诉');
  // Of the complaint that was passed on without asking it, it knows nothing.
  expect(await home.getByRole('main').getByRole('link', { name: '养老服务投诉' }).count()).toBe(1);
  await look(home, 'complaint-respondent-my', 'both');
  await home.getByRole('main').getByRole('link', { name: '养老服务投诉' }).click();
  await sees(home, '投诉人（保密）');
  await look(home, 'complaint-respondent-case', 'both');
  await home.getByRole('link', { name: '提交说明' }).click();
  await home.getByLabel('情况说明').fill('当晚值班两人，呼叫铃故障，3月1日已经修好。');
  await home.getByLabel('说明人和职务').fill('何建平，院长');
  await look(home, 'complaint-respondent-statement', 'both');
  await home.getByRole('button', { name: '提交说明' }).click();
  await sees(home, '已提交：提交说明');
  await look(home, 'complaint-respondent-after', 'both');
  knowsNothing();
});

it('the investigator asks once for more time and the chief grants it', async () => {
  await city().goTo('2026-03-05');
  const investigator = await at('investigator');
  await fillPanel(investigator, '申请延期', { 理由: '要调取监控和值班记录' });
  await investigator.getByRole('dialog').getByLabel(/^延长/).fill('5');
  await look(investigator, 'complaint-extend');
  await confirmPanel(investigator);
  const chief = await city().as('supervisor');
  await chief.goto('/console/tasks');
  await sees(chief, '审批：延长办理时限');
  await look(chief, 'complaint-chief-tasks');
  await openCase(chief, caseId);
  await chief.getByRole('button', { name: '我来审批' }).click();
  await choose(chief, /您的意见/, '同意');
  await look(chief, 'complaint-chief-votes');
  await confirmPanel(chief);
  await openCase(investigator, caseId);
  await sees(investigator, /2026年3月30日/);
  await look(investigator, 'complaint-extended');
  // It was extended once; a second extension is not offered.
  expect(await investigator.getByRole('button', { name: /延期/ }).count()).toBe(0);
});

async function fileFindings(login: string, day: string, found: string, proposal: string): Promise<void> {
  const investigator = await at(login);
  await fillPanel(investigator, '提交调查情况');
  const panel = investigator.getByRole('dialog');
  await fillDay(investigator, '现场核查日期', day);
  await panel.getByLabel('调查人员（两人以上）').fill('黄永强、赵玉洁');
  await panel.getByLabel('查明的事实').fill(found);
  await choose(investigator, '初步意见', proposal);
  await look(investigator, `complaint-findings-${login}`);
  await confirmPanel(investigator);
}

async function conclude(finding: string, measures: string, opinion: string, name: string): Promise<void> {
  const chief = await at('supervisor');
  await look(chief, `${name}-conclusion`);
  await fillPanel(chief, '作出结论并答复', { 采取的措施: measures, 审批意见: opinion });
  await choose(chief, '结论', finding);
  await chief.getByRole('button', { name: '看将要发出的文书' }).click();
  await look(chief, `${name}-concluding`);
  await confirmPanel(chief);
}

it('it is investigated, concluded and answered in writing', async () => {
  await city().goTo('2026-03-12');
  await fileFindings('investigator', '2026-03-12', '值班记录显示当晚只有一人在岗，呼叫铃没有接通。', '属实');
  await conclude('属实', '责令7天内补足夜间值班人员，修好呼叫铃。', '反映的问题属实，责令整改', 'complaint');
  const officer = await at('officer');
  await deliver(officer, '周桂芬签收');
  await look(officer, 'complaint-delivered');
});

it('the complainant is not satisfied, says why, and it is taken up again', async () => {
  await city().goTo('2026-03-16');
  const page = await city().as();
  await track(page, receipt);
  await sees(page, '答复书');
  await sees(page, '责令7天内补足夜间值班人员，修好呼叫铃。');
  await look(page, 'complaint-answered', 'both');
  await page.getByRole('button', { name: /评价处理结果/ }).click();
  await choose(page, '您满意吗', '不满意');
  await page.getByRole('button', { name: '评价处理结果', exact: true }).click();
  await sees(page, /请填写哪里不满意|请填写“?哪里不满意/);
  await look(page, 'complaint-feedback-missing', 'both');
  await page.getByLabel('哪里不满意').fill(NOT_SATISFIED);
  await page.getByRole('button', { name: '评价处理结果', exact: true }).click();
  await sees(page, '已提交：评价处理结果');
  await look(page, 'complaint-dissatisfied', 'both');
  await page.getByRole('button', { name: /要求重新办理/ }).click();
  await page.getByLabel('为什么').fill('整改没有落实');
  await look(page, 'complaint-reopening', 'both');
  await page.getByRole('button', { name: '要求重新办理', exact: true }).click();
  await sees(page, '已提交：要求重新办理');
  await look(page, 'complaint-reopened', 'both');
});

it('somebody else investigates within a new time limit; the second reply satisfies and the case is closed', async () => {
  const first = await at('investigator');
  await sees(first, '重新调查');
  await sees(first, /您办过本件的“调查”/);
  await look(first, 'complaint-not-again');
  await city().goTo('2026-03-20');
  const second = await at('investigator-2');
  // Fifteen working days from the day of re-opening.
  await sees(second, /调查办结时限，2026年4月7日/);
  await sees(second, NOT_SATISFIED);
  expect(await second.getByRole('button', { name: /延期/ }).count()).toBe(0);
  await look(second, 'complaint-again');
  await fileFindings('investigator-2', '2026-03-20', '3月18日夜间抽查，仍只有一人在岗。', '属实');
  await conclude('属实', '约谈负责人，夜间增派一人，3月19日复查已到岗。', '重新查实，处理如下', 'complaint-again');
  const officer = await at('officer');
  await deliver(officer, '周桂芬签收');
  await city().goTo('2026-03-23');
  await openCase(officer, caseId);
  await fillPanel(officer, '登记回访结果');
  await choose(officer, '回访结果', '满意');
  await look(officer, 'complaint-call-back');
  await confirmPanel(officer);
  await sees(officer, /本件已结束/);
});

it('one screen says what was decided, why, by which article, and what can be done against it', async () => {
  const officer = await at('officer');
  const decided = officer.getByRole('region', { name: /处理结果：答复书/ });
  await decided.getByText('约谈负责人，夜间增派一人，3月19日复查已到岗。').waitFor();
  const words = await decided.innerText();
  expect(words).toMatch(/结论\s*属实/);
  expect(words).toMatch(/查明的事实\s*3月18日夜间抽查，仍只有一人在岗。/);
  expect(words).toMatch(/老年人权益保障法（2018年修正） 第七十三条第二款/);
  expect(words).toMatch(/不满意的，办结后可以要求重新办理/);
  await look(officer, 'complaint-closed');
});

it('history tells extension, conclusion and re-opening in the order in which they happened, without rows or batches', async () => {
  const officer = await at('officer');
  await officer.getByRole('link', { name: '看全部经过' }).click();
  await sees(officer, '投诉人周桂芬重新打开了本件');
  await look(officer, 'complaint-history');
  const words = await officer.locator('main').innerText();
  const told = [
    '投诉人周桂芬提交了“养老服务投诉”',
    '申请延长办理时限5个工作日，理由：要调取监控和值班记录',
    '“延长办理时限”的申请已批准',
    '调查办结时限延长5个工作日，到2026年3月30日',
    '作出结论并答复',
    '投诉人周桂芬在“回访”环节：评价处理结果',
    '要求重新办理，理由：整改没有落实',
    '投诉人周桂芬重新打开了本件',
    '赵玉洁在“重新调查”环节：提交调查情况',
    '登记回访结果',
  ];
  const places = told.map((sentence) => words.indexOf(sentence));
  expect(
    places.every((place) => place >= 0),
    JSON.stringify(places),
  ).toBe(true);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  expect(words).not.toMatch(/群众|第\d+批|\d+行/);
});

it('the whole case on paper says who decided and when, without rows or batches', async () => {
  const officer = await at('officer');
  await officer.getByRole('button', { name: /^打印/ }).click();
  await officer.getByRole('link', { name: '审批表', exact: true }).click();
  await sees(officer, /马国庆2026年3月20日.*作出决定/);
  await look(officer, 'complaint-approval-form');
  expect(await officer.locator('main').innerText()).not.toMatch(/群众|第\d+批|\d+行/);
});

it('the facility still knows nothing, and no page broke a script or a rule of content', async () => {
  const home = await city().as('home');
  await home.goto(`/my/cases/${caseId}`);
  await sees(home, '投诉人（保密）');
  await look(home, 'complaint-respondent-end');
  knowsNothing();
  expect(city().browser.faults).toEqual([]);
});
