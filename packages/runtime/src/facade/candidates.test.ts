import { beforeEach, describe, expect, it } from 'vitest';
import { fileComplaint, nameInvestigators, openComplaintOffice } from '../testing/complaint-office.js';
import type { SmallOffice } from '../testing/small-office.js';

let office: SmallOffice;
beforeEach(async () => {
  office = await openComplaintOffice();
});

const candidates = async (caseId: string, login = 'clerk') =>
  (await office.as(login)).candidates(caseId, { step: 'intake', action: 'ASSIGN' });

describe('who might be named for a seat', () => {
  it('are the holders of its role with their register record; who cannot be named says why', async () => {
    const view = await candidates(await fileComplaint(office));
    expect(view?.seats.map(({ seat, state, label }) => [seat, state, label['zh-CN']])).toEqual([
      ['first', 'vacant', '调查人员1'],
      ['second', 'vacant', '调查人员2'],
    ]);
    expect(view?.candidates.map(({ person, seats, suggested }) => [person.id, seats.length, suggested])).toEqual([
      ['look-a', 2, true],
      ['look-b', 2, true],
      ['look-c', 2, false],
      ['look-d', 0, false],
    ]);
    expect(view?.candidates[3]).toMatchObject({
      refusal: { code: 'PERSON_NOT_ELIGIBLE', message: { 'zh-CN': '不能指派这个人：正在休假。' } },
      facts: [{ id: 'status', text: { 'zh-CN': 'leave' } }],
    });
  });

  it('take turns: the fewest open cases first, then the longest since the last one', async () => {
    await nameInvestigators(office, await fileComplaint(office));
    const view = await candidates(await fileComplaint(office));
    expect(
      view?.candidates.map(({ person, openCases, lastAssigned, suggested }) => [person.id, openCases, lastAssigned, suggested]),
    ).toEqual([
      ['look-c', 0, undefined, true],
      ['look-a', 1, '2026-01-05', true],
      ['look-b', 1, '2026-01-05', false],
      ['look-d', 0, undefined, false],
    ]);
  });

  it('are told to colleagues of the case only', async () => {
    const caseId = await fileComplaint(office);
    expect(await candidates(caseId, 'citizen')).toBeUndefined();
    expect(await candidates(caseId, 'agent')).toBeUndefined();
    expect(await candidates('unknown')).toBeUndefined();
  });
});

describe('a recusal', () => {
  it('names the member and the substitute, and the office sees what became of it', async () => {
    const caseId = await fileComplaint(office);
    const named = await nameInvestigators(office, caseId);
    expect(named.requestable).toMatchObject([{ kind: 'recuse', substitutes: true, seats: [{ seat: 'first' }, { seat: 'second' }] }]);
    const open = await (await office.as('clerk')).candidates(caseId, { step: 'look', procedure: 'recusal' });
    expect(open?.candidates.filter(({ suggested }) => suggested).map(({ person }) => person.id)).toEqual(['look-c']);
    const requested = await office.act('clerk', caseId, {
      type: 'RequestProcedure',
      procedure: 'recusal',
      step: 'look',
      seat: 'second',
      substitute: 'look-c',
      reason: '是机构负责人的亲属',
    });
    expect(requested.procedures).toMatchObject([
      { kind: 'recuse', person: { id: 'look-b' }, substitute: { id: 'look-c' }, seatLabel: { 'zh-CN': '调查人员2' }, canVote: false },
    ]);
    const [procedure] = requested.procedures;
    const decided = await office.act('head', caseId, { type: 'VoteProcedure', id: procedure?.id ?? '', vote: 'for' });
    expect(decided.recusals).toMatchObject([{ person: { id: 'look-b' }, dropped: false }]);
    expect(decided.seats.map(({ person }) => person?.id)).toEqual(['look-a', 'look-c']);
    expect(await (await office.as('look-b')).case(caseId)).toBeUndefined();
  });
});
