import type { CandidatesView, CaseView } from '@careway/runtime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import scenario from '../../workflows/elder-assessment/scenarios/assessment-two-disagree-third-decides.json' with { type: 'json' };
import { type Browser, openWorld, type World } from './world.js';

/** Whom the district may name as assessors, and in which words it is told why not. */
let world: World;
let officer: Browser;
let caseId: string;

const sheets = scenario.script.flatMap(({ action, answers }) => (action === 'FILE_GBT' && answers ? [answers] : []));

beforeAll(async () => {
  world = await openWorld({ from: '2026-03-02T09:00:00+08:00' });
  officer = await world.as('officer');
  await addAssessor('nephew', '沈志远', { identity_number: '98019919900501001X', status: 'active', organisation: '52980199MJ0000011C' });
  await addAssessor('assessor-e', '方文', { identity_number: '980199199005020015', status: 'active', organisation: '52980199MJ0000012F' });
  await addAssessor('assessor-f', '石磊', { identity_number: '980199199005030010', status: 'left', organisation: '52980199MJ0000011C' });
  caseId = await (await world.as('elder')).fileFor('elder-ability-assessment', scenario.submission);
  await (await world.as('clerk')).take(caseId, 'ACCEPT');
});
afterAll(() => world?.close());

/** Somebody with the account of an assessor and a record in the register. */
async function addAssessor(login: string, name: string, values: Readonly<Record<string, unknown>>): Promise<void> {
  const model = await world.tenant.people.byLogin('assessor-a');
  if (!model) throw new Error('no model');
  await world.tenant.people.put({ ...model, id: login, login, name });
  const record = { name, account: login, medical_background: true, full_time: true, ...values };
  const administrator = await world.as('administrator');
  await administrator.write('createRecord', '/registers/assessors/records', { values: record, reason: '演示', area: 'demo-city' });
}

async function whyNot(step: string, action: string): Promise<Readonly<Record<string, string | undefined>>> {
  const view = await officer.read<CandidatesView>('readCandidates', `/cases/${caseId}/candidates?step=${step}&action=${action}`);
  return Object.fromEntries(view.candidates.map(({ person, refusal }) => [person.id, refusal?.message['zh-CN']]));
}

const name = (assignments: readonly { seat: string; person: string }[], action = 'ASSIGN', step = 'assign') =>
  officer
    .case(caseId)
    .then(({ version }: CaseView) =>
      officer.client.post(`/cases/${caseId}/commands`, { type: 'TakeAction', step, action, assignments }, { version }),
    );

describe('the first two assessors', () => {
  it('are chosen from a list that says in plain words why somebody cannot be', async () => {
    expect(await whyNot('assign', 'ASSIGN')).toEqual({
      'assessor-a': undefined,
      'assessor-b': undefined,
      'assessor-c': undefined,
      nephew: undefined,
      'assessor-d': '不能指派这个人：请假至2027-12-31。',
      'assessor-e': '不能指派这个人：所在机构“安心评估服务社（演示）”只有2名专职评估师，不够规定的人数。',
      'assessor-f': '不能指派这个人：不在岗：休假或者已经离职。',
    });
  });

  it('are not who is on leave: refused with a code, at the seat, in both languages', async () => {
    const refused = await name([
      { seat: 'lead', person: 'assessor-a' },
      { seat: 'second', person: 'assessor-d' },
    ]);
    expect(refused).toMatchObject({ status: 409, json: { code: 'PERSON_NOT_ELIGIBLE' } });
    expect(refused.json['detail']).toMatchObject({ en: expect.stringContaining('on leave until 2027-12-31') });
    expect(refused.json['issues']).toMatchObject([
      { code: 'PERSON_NOT_ELIGIBLE', path: '/assignments/1', message: { 'zh-CN': expect.stringContaining('请假至2027-12-31') } },
    ]);
  });

  it('are two people, of whom one has a medical background', async () => {
    const twice = await name([
      { seat: 'lead', person: 'assessor-a' },
      { seat: 'second', person: 'assessor-a' },
    ]);
    expect(twice.json).toMatchObject({ code: 'PERSON_NOT_ELIGIBLE', issues: [{ path: '/assignments/1' }] });
  });
});

describe('the third assessor', () => {
  beforeAll(async () => {
    await officer.take(caseId, 'ASSIGN', {
      assignments: [
        { seat: 'lead', person: 'assessor-a' },
        { seat: 'second', person: 'nephew' },
      ],
    });
    const request = { type: 'RequestProcedure', procedure: 'recuse', step: 'assess', seat: 'second' };
    const asked = await officer.act(caseId, { ...request, substitute: 'assessor-b', reason: '是老人的侄子' });
    const supervisor = await world.as('supervisor');
    await supervisor.act(caseId, { type: 'VoteProcedure', id: asked.procedures[0]?.id, vote: 'for' });
    await world.goTo('2026-03-10T09:00:00+08:00');
    for (const [index, login] of ['assessor-a', 'assessor-b'].entries()) {
      const answers = { ...sheets[index], assessed_on: '2026-03-10' };
      await (await world.as(login)).client.post(
        `/cases/${caseId}/commands`,
        { type: 'TakeAction', step: 'assess', action: 'FILE_GBT', answers },
        { version: (await officer.case(caseId)).version },
      );
      await world.settle();
    }
  });

  it('is neither of the first two, nor the relative who was recused', async () => {
    expect((await officer.case(caseId)).position.map(({ id }) => id)).toEqual(['third-assign']);
    const reasons = await whyNot('third-assign', 'ASSIGN_THIRD');
    expect(reasons).toMatchObject({
      'assessor-a': expect.stringContaining('办过本件的'),
      'assessor-b': expect.stringContaining('办过本件的'),
      nephew: '不能指派这个人：已经在本件回避。',
      'assessor-d': '不能指派这个人：请假至2027-12-31。',
    });
    expect(reasons['assessor-c']).toBeUndefined();
  });

  it.each(['assessor-a', 'assessor-b', 'nephew'])('when %s is named all the same, that is refused with code and place', async (person) => {
    const refused = await name([{ seat: 'third', person }], 'ASSIGN_THIRD', 'third-assign');
    expect(refused).toMatchObject({
      status: 409,
      json: {
        code: 'PERSON_NOT_ELIGIBLE',
        issues: [{ code: 'PERSON_NOT_ELIGIBLE', path: '/assignments/0' }],
        next: { en: expect.any(String) },
      },
    });
    const view = await officer.case(caseId);
    expect(view.position.map(({ id }) => id)).toEqual(['third-assign']);
  });

  it('is told to no one but colleagues of the case', async () => {
    const path = `/cases/${caseId}/candidates?step=third-assign&action=ASSIGN_THIRD`;
    const answers = await Promise.all(['elder', 'officer-ak', 'clerk-ak'].map(async (login) => (await world.as(login)).client.get(path)));
    expect(answers.map(({ status, json }) => [status, json['code']])).toEqual([
      [403, 'ROLE_MISSING'],
      [404, 'NOT_FOUND'],
      [404, 'NOT_FOUND'],
    ]);
  });

  it('may be who is back from leave', async () => {
    await world.goTo('2028-01-01T09:00:00+08:00');
    expect((await whyNot('third-assign', 'ASSIGN_THIRD'))['assessor-d']).toBeUndefined();
    const named = await officer.take(caseId, 'ASSIGN_THIRD', { assignments: [{ seat: 'third', person: 'assessor-d' }] });
    expect(named.position.map(({ id }) => id)).toEqual(['third-assess']);
  });
});
