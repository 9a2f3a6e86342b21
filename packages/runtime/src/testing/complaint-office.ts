import type { CaseView } from '../views.js';
import { complaintPack, home } from './complaint-pack.js';
import { SmallOffice } from './small-office.js';

/** What the complaint in these tests says that the home must not learn. */
export const secret = { name: '欧阳晓岚', phone: '15400009876', room: '三楼东头双人间' } as const;

const complaint = {
  home: home.key,
  kind: 'food',
  what: `${secret.name}说饭菜是凉的，可打${secret.phone}`,
  room: secret.room,
  contact_phone: secret.phone,
};

/** An office where complaints about a home are handled: clerk, head, investigators, a citizen with an account, and the home's agent. */
export async function openComplaintOffice(dataDir?: string): Promise<SmallOffice> {
  const people = {
    clerk: ['clerk'],
    head: ['head'],
    admin: ['administrator'],
    'look-a': ['investigator'],
    'look-b': ['investigator'],
    'look-c': ['investigator'],
    'look-d': ['investigator'],
    citizen: ['citizen'],
    [home.agent]: ['citizen'],
  };
  const office = await SmallOffice.open(complaintPack(), people, '2026-01-05T09:00:00+08:00', dataDir);
  const agent = await office.tenant.people.byId(home.agent);
  if (agent) await office.tenant.people.put({ ...agent, organisations: [{ key: home.key, name: '松鹤院' }] });
  await office.seed('homes', { code: home.key, name: '松鹤院' });
  await office.seed(
    'investigators',
    { account: 'look-a', name: '甲', status: 'active' },
    { account: 'look-b', name: '乙', status: 'active' },
    { account: 'look-c', name: '丙', status: 'active' },
    { account: 'look-d', name: '丁', status: 'leave' },
  );
  return office;
}

/** Files the complaint at the counter under the secret name. */
export function fileComplaint(office: SmallOffice): Promise<string> {
  const data = { ...complaint, complainant_name: secret.name };
  return office.file('clerk', { service: 'complaint', data, area: 'district', channel: 'telephone' });
}

/** Files it without an account; named unless `name` is empty. */
export async function filePublicly(office: SmallOffice, name = '') {
  const data = { ...complaint, ...(name === '' ? {} : { complainant_name: name }) };
  const reply = await office.tenant.public.file({ service: 'complaint', data, area: 'district' }, office.key);
  if (!reply.ok) throw new Error(JSON.stringify(reply));
  return reply.value;
}

export function nameInvestigators(office: SmallOffice, caseId: string): Promise<CaseView> {
  const assignments = [
    { seat: 'first', person: 'look-a' },
    { seat: 'second', person: 'look-b' },
  ];
  return office.act('clerk', caseId, { type: 'TakeAction', step: 'intake', action: 'ASSIGN', assignments });
}

export function fileReport(office: SmallOffice, caseId: string, login: string, severity: number): Promise<CaseView> {
  const answers = { severity, remark: `${login}看过` };
  return office.act(login, caseId, { type: 'TakeAction', step: 'look', action: 'REPORT', answers });
}

export function fileStatement(office: SmallOffice, caseId: string): Promise<CaseView> {
  return office.act(home.agent, caseId, { type: 'TakeAction', step: 'statement', action: 'STATE', answers: { words: '已经整改' } });
}
