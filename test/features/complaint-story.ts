import type { CaseView } from '@careway/runtime';
import type { Browser, World } from './world.js';

export const complaintService = 'facility-complaint';

/** Nobody of the demo, nothing of the demo: where any of it is read, it comes from the complaint. */
export const complainant = {
  name: '欧阳晓岚',
  phone: '15400109876',
  identity: '110101194912310026',
  address: '杏花里七号楼三单元302室',
  file: '欧阳晓岚的缴费单据.pdf',
} as const;

export const complaintAnswers = {
  complaint_kind: 'fees',
  danger: false,
  happened_on: '2026-02-28',
  happening: `我是${complainant.name}，身份证${complainant.identity}，住${complainant.address}。二月多收了我母亲护理费。`,
  facility_name: '朝晖颐养院（演示）',
  facility_credit_code: '52980199MJ0000001B',
  complainant_phone: complainant.phone,
  name_may_be_used: false,
} as const;

const bill = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj
trailer<</Root 1 0 R>>
%%EOF
`;

export const paper = (field: string, name: string) => ({ field, name, bytes: new Uint8Array(Buffer.from(bill)) });

/** Files under the complainant's name with the bill attached, by somebody with an account. */
export function fileNamed(browser: Browser): Promise<string> {
  return browser.fileFor(complaintService, { ...complaintAnswers, complainant_name: complainant.name }, [
    paper('evidence', complainant.file),
  ]);
}

/** From registration to the step at which the facility states its side; the investigator forgets to leave the names out. */
export async function toHearing(world: World, caseId: string, summary: string): Promise<CaseView> {
  const officer = await world.as('officer');
  await officer.take(caseId, 'REGISTER', { answers: { danger_found: false, registration_note: `${complainant.name}来过电话` } });
  await officer.take(caseId, 'ACCEPT');
  const answers = { respondent_summary: summary, identity_kept: true };
  return (await world.as('investigator')).take(caseId, 'ASK_STATEMENT', { answers });
}

/** The facility states its side, with a paper of its own. */
export async function stateSide(world: World, caseId: string): Promise<CaseView> {
  const home = await world.as('home');
  const { name, field, bytes } = paper('statement_files', '二月收费明细.pdf');
  const query = new URLSearchParams({ case: caseId, field, name });
  const request = { bytes, headers: { 'content-type': 'application/octet-stream' } };
  const { id } = await home.write<{ id: string }>('putAttachment', `/attachments?${query}`, undefined, request);
  const answers = { statement: '护理费按合同收取，明细附后。', statement_by: '何建平，院长' };
  return home.take(caseId, 'STATE', { answers, attachments: [id] });
}

export const findings = {
  visited_on: '2026-03-02',
  investigators: '黄永强、赵玉洁',
  facts_found: `核对了${complainant.name}提供的单据，多收120元。`,
  proposed_finding: 'substantiated',
} as const;

/** From the findings to the delivered reply. */
export async function toReply(world: World, caseId: string): Promise<CaseView> {
  await (await world.as('investigator')).take(caseId, 'FILE_FINDINGS', { answers: findings });
  return concludeAndDeliver(world, caseId);
}

export async function concludeAndDeliver(world: World, caseId: string): Promise<CaseView> {
  await (await world.as('supervisor')).take(caseId, 'CONCLUDE', {
    answers: { finding: 'substantiated', measures: `七天内退还${complainant.name}120元。` },
    opinion: `${complainant.name}反映属实`,
  });
  const officer = await world.as('officer');
  const letter = (await officer.case(caseId)).letters.find(({ delivery, delivered }) => delivery === 'required' && !delivered);
  return officer.take(caseId, 'DELIVER', { letter: letter?.id, method: 'post', receipt: `${complainant.name}签收` });
}
