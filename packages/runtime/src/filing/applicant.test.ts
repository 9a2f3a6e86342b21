import { describe, expect, it } from 'vitest';
import { type ApplicantInput, findApplicant } from './applicant.js';

const elders = { id: 'elders', key: 'number', name: 'name', fields: [{ id: 'number', type: 'identity' }] };
const homes = { id: 'homes', key: 'code', name: 'name', fields: [{ id: 'code', type: 'text' }] };
const field = (id: string, register?: string, of?: string) => ({
  id,
  widget: 'text',
  ...(register ? { prefill: { register, field: of } } : {}),
});
const workflow = {
  parties: [{ id: 'applicant', name: 'elder' }],
  facts: [{ id: 'elder', from: { kind: 'submission', field: 'elder' } }],
};
const fields = [field('remark'), field('elder', 'elders', 'name'), field('number', 'elders', 'number'), field('home', 'homes', 'code')];

function filing(who: 'agent' | 'daughter' | 'clerk', data: Readonly<Record<string, unknown>>) {
  const organisations = who === 'agent' ? [{ key: 'H1', name: '松鹤院' }] : [];
  const input = {
    parts: {
      registers: {},
      store: { registers: { get: async () => undefined } },
      sealer: { subject: (key: string) => `s ${key}`, searchKey: (key: string) => key },
    },
    scope: { isStaff: who === 'clerk', person: { id: who, name: who, roles: [], organisations } },
    pack: { workflows: new Map([['w', workflow]]), registers: new Map(Object.entries({ elders, homes })) },
    service: { workflow: 'w', applicants: ['person', 'organisation'] },
    form: { fields },
    data,
    caseId: 'c',
  };
  return findApplicant(input as unknown as ApplicantInput);
}

describe('who applies', () => {
  it('is the organisation that the form names by its key, and only its agents say so', async () => {
    const data = { remark: 'x', home: 'H1', number: 'N' };
    expect(await filing('agent', data)).toMatchObject({ party: { kind: 'organisation', subject: 'org:H1', agents: ['agent'] } });
    expect(await filing('daughter', data)).toMatchObject({ issue: { code: 'NOT_YOUR_ORGANISATION', path: '/home' } });
  });

  it('is the person whom the form names, whatever the register of people is keyed by', async () => {
    const data = { remark: 'x', elder: '沈秀兰', number: 'N' };
    expect(await filing('daughter', data)).toMatchObject({ party: { kind: 'person', name: '沈秀兰', agents: ['daughter'] } });
    expect(await filing('clerk', data)).toMatchObject({ party: { kind: 'person', name: '沈秀兰', agents: [] } });
    expect(await filing('daughter', { remark: 'x' })).toMatchObject({ party: { subject: 'daughter', name: 'daughter' } });
    expect(await filing('clerk', { remark: 'x' })).toMatchObject({ issue: { code: 'ON_BEHALF_OF_REQUIRED' } });
  });
});
