import { beforeEach, describe, expect, it } from 'vitest';
import type { ScopedRegisters } from '../runtime-registers.js';
import { CityOffice, demo, elders } from '../testing/city-office.js';
import { generateElders } from '../demo/generate-elders.js';

let office: CityOffice;
let clerk: ScopedRegisters;
const [first, second] = elders(2);
const number = first?.identity_number as string;
/** Valid, and nobody's. */
const unused = '150199193801050010';
const person = { identity_number: unused, name: '云秀英', birth_date: '1938-01-05', local_hukou: true };
const elsewhere = generateElders(demo.elders).find(({ area }) => area === 'sh01')?.values;

beforeEach(async () => {
  office = await CityOffice.open();
  clerk = (await office.as('clerk-a')).registers;
});

const idOf = async (text: string) => (await clerk.list('elders', { text }))?.rows[0]?.id ?? '';
const codes = (reply: { ok: boolean; issues?: readonly { code: string; path: string }[] }) =>
  (reply.issues ?? []).map(({ code, path }) => `${code} ${path}`);

describe('the list of a register', () => {
  it('finds by the beginning of a name and by a whole number, never by part of one', async () => {
    expect((await clerk.list('elders', { text: number }))?.rows.map(({ name }) => name)).toEqual([first?.elder_name]);
    expect((await clerk.list('elders', { text: number.slice(0, 12) }))?.rows).toEqual([]);
    const surname = String(first?.elder_name).slice(0, 1);
    const named = await clerk.list('elders', { text: surname });
    expect(named?.total).toBeGreaterThan(0);
    expect(named?.rows.every(({ name }) => name.startsWith(surname))).toBe(true);
  });

  it('shows words and masked numbers', async () => {
    const [row] = (await clerk.list('elders', { text: number }))?.rows ?? [];
    expect(row?.values['identity_number']?.text['zh-CN']).toBe(`${number.slice(0, 6)}********${number.slice(14)}`);
    expect(row?.values['disability_level']?.text['zh-CN']).toMatch(/中度|重度/);
    expect(JSON.stringify(row)).not.toContain(number);
  });

  it('is filtered by indexed fields, status and what expires, and sorted', async () => {
    const all = (await (await office.as('officer-a')).registers.list('facilities', { sort: 'until' }))?.rows ?? [];
    const days = all.map(({ until }) => until ?? '9');
    expect(days).toEqual(days.toSorted());
    const graded = await (await office.as('officer-a')).registers.list('facilities', { match: { grade: 'level-4' } });
    expect(graded?.rows.length).toBeGreaterThan(0);
    expect(graded?.rows.every(({ values }) => values['grade']?.value === 'level-4')).toBe(true);
    const due = await clerk.list('assessor-organisations', { expires: '90' });
    expect(due?.rows.map(({ until }) => until)).toEqual(['2021-08-31']);
    const over = await clerk.list('assessor-organisations', { expires: 'past' });
    expect(over?.rows.map(({ until, level }) => [until, level])).toEqual([['2020-12-31', 'expired']]);
  });

  it('holds the viewer’s areas and no others; registers of the whole city are for all offices', async () => {
    expect((await clerk.list('elders', { text: elsewhere?.identity_number as string }))?.rows).toEqual([]);
    const areas = new Set((await clerk.list('elders', { limit: 200 }))?.rows.map(({ area }) => area?.['zh-CN']));
    expect([...areas]).toEqual(['海拉尔东路街道']);
    expect((await clerk.list('assessors', {}))?.total).toBe(9);
    expect(await clerk.list('no-register', {})).toBeUndefined();
    expect(await (await office.as('agent-a')).registers.list('elders', {})).toBeUndefined();
    expect(await (await office.as('operator')).registers.all()).toEqual([]);
  });

  it('tells who keeps it, how many there are and how many have expired', async () => {
    const views = new Map((await clerk.all()).map((view) => [view.id, view]));
    expect(views.get('elders')).toMatchObject({ mayEdit: true, mayImport: true, areas: [{ id: 'xc01' }], total: 120 });
    expect(views.get('elders')?.byStatus[0]).toMatchObject({ value: 'living', count: 120 });
    expect(views.get('facilities')).toMatchObject({ mayEdit: false, mayImport: false, areas: [] });
    expect(views.get('facilities')?.editors?.['zh-CN']).toContain('区民政局');
    expect(views.get('entitlements')?.editors).toBeUndefined();
    expect(views.get('assessor-organisations')?.expired).toBe(1);
  });
});

describe('the page of a record', () => {
  it('says of each value where it comes from and since when', async () => {
    const id = await idOf(number);
    const view = await clerk.record('elders', id);
    expect(view?.known.find(({ field }) => field === 'community')).toMatchObject({
      shown: { text: { 'zh-CN': first?.community } },
      validOn: demo.elders.asOf,
      cause: { source: 'seed' },
    });
    const changed = await clerk.change(
      'elders',
      id,
      { values: { community: '新社区' }, reason: '搬家', validOn: '2021-07-01' },
      office.key,
    );
    expect(changed.ok && changed.value.known.find(({ field }) => field === 'community')).toMatchObject({
      validOn: '2021-07-01',
      cause: { source: 'manual', by: { name: '王秀英' }, reason: '搬家' },
    });
    expect(changed.ok && changed.value.known.find(({ field }) => field === 'name')?.cause.source).toBe('seed');
  });

  it('shows the cases, entitlements and payments of a person, and what names an organisation', async () => {
    const caseId = await office.file(1);
    expect((await clerk.record('elders', await idOf(number)))?.cases.map((row) => row.caseId)).toEqual([caseId]);
    const officer = (await office.as('officer-a')).registers;
    const facility = await officer.record('facilities', '52150199MJ00000019');
    expect(facility?.cases.map((row) => row.caseId)).toEqual([caseId]);
    expect(facility?.related.find(({ register }) => register === 'certificates')?.rows).toHaveLength(1);
    const [organisation] = (await clerk.list('assessor-organisations', { text: '青城' }))?.rows ?? [];
    const assessors = (await clerk.record('assessor-organisations', organisation?.id ?? ''))?.related[0];
    expect(assessors?.rows.length).toBe(5);
    expect(assessors?.rows[0]?.values['organisation']).toMatchObject({
      text: { 'zh-CN': '青城老年人能力评估中心（演示）' },
      record: { register: 'assessor-organisations', id: organisation?.id },
    });
  });

  it('of another area does not exist', async () => {
    const theirs = (await office.as('clerk-c')).registers;
    const id = (await theirs.list('elders', { text: elsewhere?.identity_number as string }))?.rows[0]?.id ?? '';
    expect(await theirs.record('elders', id)).toBeDefined();
    for (const ask of [clerk.record('elders', id), clerk.history('elders', id), clerk.reveal('elders', id, '看看')])
      expect(await ask).toBeUndefined();
    expect(await clerk.change('elders', id, { values: {}, reason: '改' }, office.key)).toEqual({ ok: false, kind: 'not-found' });
  });

  it('shows whole numbers for a reason that the access log keeps', async () => {
    const id = await idOf(number);
    expect(await clerk.reveal('elders', id, '核对身份证')).toMatchObject({ identity_number: number });
    const { rows } = await (await office.as('auditor')).accessLog({});
    expect(rows[0]).toMatchObject({
      what: 'reveal',
      why: '核对身份证',
      record: { register: 'elders', id, label: { 'zh-CN': '老年人台账' } },
    });
  });
});

describe('adding a record by hand', () => {
  const add = (values: Readonly<Record<string, unknown>>, more: object = {}) =>
    clerk.create('elders', { values, area: 'xc01', reason: '新登记', ...more }, office.key);

  it('keeps who did it and why', async () => {
    const reply = await add(person);
    expect(reply).toMatchObject({ ok: true, value: { name: '云秀英', version: 1, area: { 'zh-CN': '海拉尔东路街道' } } });
    const [version] = (await clerk.history('elders', await idOf(unused))) ?? [];
    expect(version).toMatchObject({ version: 1, cause: { source: 'manual', by: { name: '王秀英' }, reason: '新登记' } });
  });

  it('needs a reason, an area of one’s own and every value that must be there', async () => {
    expect(codes((await add({ ...person, local_hukou: undefined }, { reason: ' ', area: 'sh01' })) as never)).toEqual([
      'CHOICE_MISSING /values/local_hukou',
      'REASON_MISSING /reason',
      'AREA_UNKNOWN /area',
    ]);
    expect(codes((await add({ ...person, identity_number: '150199193801050011' })) as never)).toContain(
      'IDENTITY_CHECKSUM /values/identity_number',
    );
    expect(codes((await add({ ...person, identity_number: '150199********0010' })) as never)).toContain(
      'MASKED_VALUE /values/identity_number',
    );
  });

  it('is done once for the same request, and refused for the same key with something else', async () => {
    const key = office.key;
    const input = { values: person, area: 'xc01', reason: '新登记' };
    const replies = await Promise.all([clerk.create('elders', input, key), clerk.create('elders', input, key)]);
    expect(replies.map(({ ok }) => ok)).toEqual([true, true]);
    expect(await clerk.create('elders', { ...input, reason: '别的' }, key)).toEqual({ ok: false, kind: 'key-reused' });
    expect(await clerk.history('elders', await idOf(unused))).toHaveLength(1);
  });

  it('of a person who is there is refused; of one in another district without a name or an area', async () => {
    expect(await add({ ...person, identity_number: second?.identity_number })).toMatchObject({ refusal: { code: 'RECORD_EXISTS' } });
    const refused = await add({ ...person, identity_number: elsewhere?.identity_number });
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'REGISTERED_ELSEWHERE' } });
    const told = JSON.stringify(refused);
    for (const detail of [elsewhere?.name, elsewhere?.community, '赛罕', '人民路']) expect(told).not.toContain(detail as string);
  });

  it('is refused where others keep the register, or only cases write it', async () => {
    const values = { credit_code: '52150199MJ0000009C', name: '新院', kind: 'social', grade: 'unrated' };
    const input = { values, area: 'xc01', reason: '新登记' };
    expect(await clerk.create('facilities', input, office.key)).toMatchObject({ refusal: { code: 'NOT_YOUR_REGISTER' } });
    expect(await clerk.create('entitlements', input, office.key)).toMatchObject({ refusal: { code: 'WRITTEN_BY_CASES' } });
  });

  it('names an organisation that is registered', async () => {
    const officer = (await office.as('officer-a')).registers;
    const values = {
      identity_number: unused,
      name: '云某',
      organisation: '12150199MB00000015',
      medical_background: true,
      full_time: true,
      status: 'active',
    };
    expect(codes((await officer.create('assessors', { values, reason: '新聘' }, office.key)) as never)).toEqual([
      'REFERENCE_UNKNOWN /values/organisation',
    ]);
  });
});

describe('changing a record by hand', () => {
  it('takes masked numbers as unchanged, and a number that differs as new', async () => {
    const id = await idOf(number);
    const before = await clerk.record('elders', id);
    const hints = Object.fromEntries((before?.hidden ?? []).map((field) => [field, before?.values[field]?.value]));
    const values = {
      ...hints,
      identity_number: `${number.slice(0, 6)}********${number.slice(14)}`,
      phone: '13800000000',
      community: '新社区',
    };
    const reply = await clerk.change('elders', id, { values, reason: '更正' }, { ...office.key, ifVersion: 1 });
    expect(reply).toMatchObject({ ok: true, value: { version: 2 } });
    const [version] = (await clerk.history('elders', id)) ?? [];
    expect(version?.changes.map(({ field, from, to }) => [field, from?.['zh-CN'], to?.['zh-CN']])).toEqual([
      ['phone', expect.stringContaining('****'), '138****0000'],
      ['community', first?.community, '新社区'],
    ]);
    expect(await clerk.reveal('elders', id, '核对')).toMatchObject({ identity_number: number, phone: '13800000000' });
  });

  it('moves a record to another area of one’s own, takes values away, and never changes whom it is about', async () => {
    const officer = (await office.as('officer-a')).registers;
    const id = await idOf(number);
    const input = { values: { phone: null }, area: 'xc02', reason: '迁居' };
    expect(await officer.change('elders', id, input, office.key)).toMatchObject({ ok: true, value: { areaId: 'xc02' } });
    expect((await officer.record('elders', id))?.known.some(({ field }) => field === 'phone')).toBe(false);
    expect(await clerk.record('elders', id)).toBeUndefined();
    const other = { values: { identity_number: unused, name: null }, reason: '更正' };
    expect(codes((await officer.change('elders', id, other, office.key)) as never)).toEqual([
      'KEY_FIXED /values/identity_number',
      'ANSWER_MISSING /values/name',
    ]);
    expect(await officer.change('elders', id, { values: {}, reason: '更正' }, office.key)).toMatchObject({
      refusal: { code: 'NOTHING_CHANGED' },
    });
  });

  it('of a version that is not the newest shows both sides and changes nothing', async () => {
    const id = await idOf(number);
    await clerk.change('elders', id, { values: { community: '甲社区', status: 'moved' }, reason: '一' }, { ...office.key, ifVersion: 1 });
    const input = { values: { community: '乙社区', phone: '13800000000' }, reason: '二' };
    const stale = await clerk.change('elders', id, input, { ...office.key, ifVersion: 1 });
    expect(stale).toMatchObject({
      ok: false,
      kind: 'record-conflict',
      current: 2,
      since: { 'zh-CN': expect.stringContaining('王秀英改了这条记录') },
    });
    const sides = stale.ok || stale.kind !== 'record-conflict' ? [] : stale.differences;
    expect(sides.map(({ field, mine, theirs }) => [field, mine?.['zh-CN'], theirs?.['zh-CN']])).toEqual([
      ['status', undefined, '已迁出'],
      ['community', '乙社区', '甲社区'],
      ['phone', '138****0000', expect.stringContaining('****')],
    ]);
    expect((await clerk.record('elders', id))?.version).toBe(2);
  });

  it('of ten who change it at the same time lets one through', async () => {
    const id = await idOf(number);
    const tries = Array.from({ length: 10 }, (_, n) =>
      clerk.change('elders', id, { values: { community: `社区${n}` }, reason: '改' }, { ...office.key, ifVersion: 1 }),
    );
    expect((await Promise.all(tries)).filter(({ ok }) => ok)).toHaveLength(1);
  });
});

describe('an export', () => {
  it('masks everything personal and enters the access log', async () => {
    const reply = await clerk.export('elders', { text: number });
    const [row] = reply.ok ? reply.value : [];
    expect(row).toMatchObject({
      identity_number: { 'zh-CN': expect.stringContaining('********') },
      name: { 'zh-CN': expect.stringMatching(/^.\*+$/) },
      birth_date: { 'zh-CN': number.slice(6, 10) },
      community: { 'zh-CN': first?.community },
    });
    expect(JSON.stringify(row)).not.toContain(first?.elder_name as string);
    const { rows } = await (await office.as('auditor')).accessLog({});
    expect(rows[0]).toMatchObject({ what: 'export', person: '王秀英', record: { register: 'elders' } });
  });
});
