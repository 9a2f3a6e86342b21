import type { ComposedPack, ServiceDefinition } from '@careway/definition';
import type { Actor, OpenCase, RegisterRead, SealedValue } from '@careway/engine';
import { loadPackChain, type StoredRecord } from '@careway/runtime';

const creditCode = '52150199MJ00000019';

/** The case that every measure runs on: a roster of `rows` elders for a service of a shipped pack, all of them to be granted. */
export interface RosterCase {
  readonly pack: ComposedPack;
  readonly service: ServiceDefinition;
  readonly rows: number;
  readonly agent: Actor;
  readonly clerk: Actor;
  readonly officer: Actor;
}

export const areas = [
  { id: 'city', level: 'city', label: { 'zh-CN': '市', en: 'City' } },
  { id: 'district', parent: 'city', level: 'district', label: { 'zh-CN': '区', en: 'District' } },
  { id: 'street', parent: 'district', level: 'street', label: { 'zh-CN': '街道', en: 'Street' } },
];
const areaPath = areas.map(({ id, level }) => ({ id, level }));

/** Loads the pack once; share it. @throws Error when it has faults. */
export function loadBenchPack(folder: string): ComposedPack {
  const { composed, issues } = loadPackChain(folder);
  if (!composed) throw new Error(issues.map(({ code, path }) => `${code} ${path}`).join('\n'));
  return composed;
}

export function rosterCase(pack: ComposedPack, rows: number): RosterCase {
  const service = [...pack.services.values()].find(({ workflow, form }) => pack.workflows.has(workflow) && pack.forms.has(form));
  if (!service) throw new Error('the pack has no service with a workflow and a form');
  const staff = (id: string, role: string, area: string): Actor => ({
    kind: 'person',
    id,
    roles: [{ role, area }],
    parties: [],
    channel: 'online',
  });
  return {
    pack,
    service,
    rows,
    agent: { kind: 'person', id: 'agent', roles: [], parties: ['applicant'], channel: 'online' },
    clerk: staff('clerk', 'street-clerk', 'street'),
    officer: staff('officer', 'district-officer', 'district'),
  };
}

export function openCommand({ pack, service, rows }: RosterCase, caseId: string): OpenCase {
  const form = { id: service.form, hash: pack.documentHashes.get(`form:${service.form}`) ?? service.form };
  return {
    type: 'OpenCase',
    caseId,
    tenant: 'bench',
    service: service.id,
    areaPath,
    parties: [{ party: 'applicant', kind: 'organisation', subject: 'home', name: '青城养老院', agents: ['agent'] }],
    submission: {
      validated: true,
      form,
      answers: {
        facility_credit_code: creditCode,
        facility_name: '青城养老院',
        facility_kind: 'social',
        facility_grade: 'level-4',
        service_month: '2021-06',
        contact_name: '李某',
        contact_phone: sealed('15400000001', '154****0001'),
        declaration: true,
      },
      rows: Array.from({ length: rows }, (_, index) => elderRow(caseId, index)),
      attachments: [],
    },
  };
}

function elderRow(caseId: string, index: number) {
  const number = `150199194503${String(index).padStart(6, '0')}`;
  return {
    subject: `elder-${caseId}-${index}`,
    values: {
      elder_name: `老人${index}`,
      identity_number: sealed(number, `150***********${String(index).padStart(4, '0')}`),
      disability_level: index % 2 === 0 ? 'moderate' : 'severe',
      local_hukou: true,
      service_24h: true,
      community: '海东社区',
    },
  };
}

/** The register says what the roster says. */
export function registerRecord(register: string): RegisterRead | undefined {
  if (register === 'facilities') return { version: 1, values: { kind: 'social', grade: 'level-4' }, validOn: '2021-01-01' };
  if (register === 'elders') return { version: 1, values: { disability_level: 'moderate', local_hukou: true }, validOn: '2021-01-01' };
  return undefined;
}

/** The register records of such a roster, as the store keeps them. */
export function storedRecords(roster: RosterCase): readonly StoredRecord[] {
  const made = (register: string, key: string): StoredRecord => {
    const { version, validOn, values } = registerRecord(register) as RegisterRead;
    const cause = { at: validOn, source: 'seed' } as const;
    return { register, key, version, validOn, values, name: key, path: '/', subject: key, status: '', until: '', indexed: {}, cause };
  };
  const elders = openCommand(roster, '').submission.rows.map(({ values }) => made('elders', (values.identity_number as SealedValue).key));
  return [made('facilities', creditCode), ...elders];
}

/** As long as a sealed value of the runtime, so that pages count right. */
function sealed(number: string, hint: string): SealedValue {
  return {
    sealed: Buffer.from(`${number}${'x'.repeat(28)}`).toString('base64'),
    key: Buffer.from(number).toString('hex').padEnd(40, '0').slice(0, 40),
    hint,
  };
}
