import { visitPack } from '@careway/definition/testing';
import type { CaseState } from '@careway/engine';
import type { TenantFacade } from '../facade/tenant-runtime.js';
import { stateOf } from '../loop/command-loop.js';
import type { TenantParts } from '../loop/tenant-parts.js';
import type { CaseCommand } from '../runtime.js';
import type { CaseView } from '../views.js';
import { SmallOffice } from './small-office.js';

/** What is said in the case of these tests, by whom it is about. */
export const said = {
  elder: {
    name: '独孤求真',
    identity: '11010519491231002X',
    story: '夜里起身要人扶',
    remark: '卧室的灯坏了',
    words: '确实需要照护',
    seen: '15400007701',
  },
  daughter: { name: '令狐小满', phone: '15400007702' },
  objector: { name: '慕容异议', phone: '15400007703', reason: '我看见老人上街买菜' },
} as const;

const { elder, daughter, objector } = said;
const pdf = new Uint8Array(Buffer.from('%PDF-1.4\n1 0 obj\n<< >>\nendobj\ntrailer << >>\n%%EOF\n'));

/** An office that visits elders, with a daughter who files for her mother. */
export class VisitOffice {
  private constructor(
    readonly office: SmallOffice,
    readonly caseId: string,
  ) {}

  /** Opens it and files, with a paper that bears the elder's name. */
  static async open(dataDir?: string): Promise<VisitOffice> {
    const staff = { clerk: ['clerk'], officer: ['officer'], head: ['head'], admin: ['administrator'] };
    const people = { ...staff, x1: ['visitor'], x2: ['visitor'], x3: ['visitor'], daughter: ['citizen'], stranger: ['citizen'] };
    const office = await SmallOffice.open(visitPack(), people, '2026-01-05T09:00:00+08:00', dataDir);
    const account = await office.tenant.people.byId('daughter');
    if (account) await office.tenant.people.put({ ...account, name: daughter.name });
    await office.seed('visitors', ...['x1', 'x2', 'x3'].map((id) => ({ account: id, elder_name: `核查员${id}`, status: 'active' })));
    const filer = await office.as('daughter');
    const draft = await filer.drafts.create('visit');
    await filer.attachments.put({ draft: draft.id, field: 'paper', name: `${elder.name}的病历.pdf`, bytes: pdf });
    await filer.drafts.save(draft.id, { data: request }, draft.version);
    const reply = await filer.fileCase({ service: 'visit', draft: draft.id, area: 'district' }, office.key);
    if (!reply.ok) throw new Error(JSON.stringify(reply));
    return new VisitOffice(office, reply.value.caseId);
  }

  act(login: string, step: string, action: string, more: object = {}): Promise<CaseView> {
    return this.office.act(login, this.caseId, { type: 'TakeAction', step, action, ...more } as CaseCommand);
  }

  /** Names two visitors; one is recused, the other files a sheet; the clerk concludes. */
  async visit(): Promise<void> {
    const assignments = ['first', 'second'].map((seat, index) => ({ seat, person: `x${index + 1}` }));
    await this.act('clerk', 'intake', 'ASSIGN', { assignments, reason: `去看${elder.name}` });
    await this.decideProcedure({ procedure: 'recusal', step: 'look', seat: 'second', reason: `是${elder.name}的邻居` });
    await this.act('x1', 'look', 'REPORT', { answers: { severity: 4, remark: elder.remark } });
    await this.conclude();
  }

  conclude(): Promise<CaseView> {
    return this.act('clerk', 'finding', 'CONCLUDE', {
      answers: { words: elder.words, seen_phone: elder.seen },
      opinion: `${elder.name}属实`,
    });
  }

  /** Somebody objects; the clerk concludes once more and the period ends. */
  async object(): Promise<void> {
    const input = {
      step: 'notice',
      action: 'OBJECT',
      items: [],
      reason: objector.reason,
      objector: { name: objector.name, phone: objector.phone },
    };
    const reply = await this.office.tenant.public.object(this.caseId, input, this.office.key);
    if (!reply.ok) throw new Error(JSON.stringify(reply));
    await this.conclude();
    await this.office.until('2026-02-01T09:00:00+08:00');
  }

  /** Decides, revokes, decides again and delivers. */
  async decide(): Promise<void> {
    await this.act('officer', 'decide', 'GRANT', { opinion: `同意${elder.name}的申请` });
    await this.decideProcedure({ procedure: 'revocation', batch: 1, reason: `${elder.name}的金额有误` });
    const view = await this.act('officer', 'decide', 'GRANT', { opinion: '同意' });
    for (const letter of view.letters.filter(({ letter, status, revoked }) => letter === 'decided' && status === 'issued' && !revoked)) {
      await this.act('clerk', 'delivery', 'DELIVER', { letter: letter.id, method: 'hand', receipt: `${elder.name}本人签收` });
    }
  }

  /** A clerk corrects what somebody filed. */
  async correct(fact: string, value: string): Promise<void> {
    const supersedes = (await this.state()).factActs?.[fact] ?? 0;
    await this.office.act('clerk', this.caseId, { type: 'CorrectFact', fact, value, supersedes, reason: `${elder.name}说写错了` });
  }

  async state(): Promise<CaseState> {
    const found = stateOf(await this.parts.store.cases.load(this.caseId));
    if (!found) throw new Error('no case');
    return found;
  }

  get parts(): TenantParts {
    return (this.office.tenant as TenantFacade).tools.parts;
  }

  async decideProcedure(request: Omit<Extract<CaseCommand, { type: 'RequestProcedure' }>, 'type'>): Promise<void> {
    const view = await this.office.act('clerk', this.caseId, { type: 'RequestProcedure', ...request });
    const id = view.procedures.at(-1)?.id ?? '';
    await this.office.act('head', this.caseId, { type: 'VoteProcedure', id, vote: 'for' });
  }
}

const request = {
  elder_name: elder.name,
  identity: elder.identity,
  story: elder.story,
  contact_name: daughter.name,
  contact_phone: daughter.phone,
};
