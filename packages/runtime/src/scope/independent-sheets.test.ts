import { beforeEach, describe, expect, it } from 'vitest';
import { fileComplaint, fileReport, nameInvestigators, openComplaintOffice } from '../testing/complaint-office.js';
import type { SmallOffice } from '../testing/small-office.js';

let office: SmallOffice;
let caseId: string;
beforeEach(async () => {
  office = await openComplaintOffice();
  caseId = await fileComplaint(office);
  await nameInvestigators(office, caseId);
});

const seen = async (login: string) => {
  const scoped = await office.as(login);
  const view = await scoped.case(caseId);
  return {
    sheets: view?.sheets.map(({ by, answers }) => [by.name, answers.severity]),
    facts: view?.facts.map(({ id }) => id).filter((id) => ['severity_mean', 'serious'].includes(id)),
    seats: view?.seats.map(({ state, vote }) => [state, vote]),
    history: JSON.stringify(await scoped.history(caseId)),
  };
};

describe('forms that each seat files on its own', () => {
  it('show nothing of one another, nor what follows from them, until all are filed', async () => {
    await fileReport(office, caseId, 'look-a', 2);
    for (const login of ['look-b', 'clerk']) {
      const view = await seen(login);
      expect(view.sheets).toEqual([]);
      expect(view.facts).toEqual([]);
      expect(view.seats).toEqual([
        ['voted', undefined],
        ['waiting', undefined],
      ]);
    }
    expect((await seen('look-a')).sheets).toEqual([['look-a', '2']]);
  });

  it('are seen by a supervisor at once', async () => {
    await fileReport(office, caseId, 'look-a', 2);
    expect(await seen('head')).toMatchObject({ sheets: [['look-a', '2']], facts: ['severity_mean', 'serious'] });
  });

  it('are seen by all colleagues of the case when the last one is there', async () => {
    await fileReport(office, caseId, 'look-a', 2);
    await fileReport(office, caseId, 'look-b', 4);
    for (const login of ['look-a', 'look-b', 'clerk']) {
      expect(await seen(login)).toMatchObject({
        sheets: [
          ['look-a', '2'],
          ['look-b', '4'],
        ],
        facts: ['severity_mean', 'serious'],
      });
    }
  });

  it('say at the answer what is wrong with it', async () => {
    const answers = { severity: 9, remark: 'x' };
    const reply = await office.try('look-a', caseId, { type: 'TakeAction', step: 'look', action: 'REPORT', answers });
    expect(reply).toMatchObject({ ok: false, kind: 'issues', issues: [{ path: '/answers/severity' }] });
    const none = await office.try('look-a', caseId, { type: 'TakeAction', step: 'look', action: 'REPORT' });
    expect(none).toMatchObject({ ok: false, kind: 'issues', issues: [{ code: 'FORM_REQUIRED' }] });
  });
});
