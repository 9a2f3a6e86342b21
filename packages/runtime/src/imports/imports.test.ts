import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkCharacter } from '@careway/forms';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { generateElders } from '../demo/generate-elders.js';
import type { TenantFacade } from '../facade/tenant-runtime.js';
import type { ImportInput, ScopedRegisters } from '../runtime-registers.js';
import { CityOffice, demo } from '../testing/city-office.js';
import type { ImportView } from '../views.js';

let office: CityOffice;
let clerk: ScopedRegisters;
beforeEach(async () => {
  office = await CityOffice.open();
  clerk = (await office.as('clerk-a')).registers;
});

const runner = () => (office.tenant as TenantFacade).tools.imports;
const heading = '身份证号,姓名,出生日期,本市户籍,社区（村）';
const known = generateElders(demo.elders)
  .filter(({ area }) => area === 'xc01')
  .map(({ values }) => values);
const elsewhere = generateElders(demo.elders).find(({ area }) => area === 'sh01')?.values;

/** A valid number that no generated elder has. */
function unused(order: number): string {
  const digits = `1501981940010${1 + (order % 9)}${String(order).padStart(3, '0')}`;
  return digits + checkCharacter(digits);
}

async function* pieces(...all: readonly (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const piece of all) yield typeof piece === 'string' ? Buffer.from(piece) : piece;
}

async function* batches(...rows: readonly (readonly unknown[])[]): AsyncGenerator<readonly (readonly unknown[])[]> {
  yield rows;
}

async function bring(content: ImportInput['content'], area = 'xc01'): Promise<ImportView> {
  const started = await clerk.imports.start('elders', { name: '名单.csv', area, content });
  if (!started.ok) throw new Error(JSON.stringify(started));
  await runner().idle();
  return (await clerk.imports.get('elders', started.value.id)) as ImportView;
}
const bringText = (...text: readonly (string | Uint8Array)[]) => bring({ kind: 'text', bytes: pieces(...text) });
const told = ({ errors }: ImportView) => errors.map(({ line, field, code }) => `${line} ${field} ${code}`);
const commit = async (view: ImportView, key: { readonly idempotencyKey: string } = office.key) => {
  const reply = await clerk.imports.commit('elders', view.id, '年度核对', key);
  await runner().idle();
  return reply;
};

describe('a file before it is imported', () => {
  it('says how many rows are new, which change what, and what is wrong line by line; nothing is written', async () => {
    const [same, other] = known;
    const view = await bringText(
      `${heading}\n`,
      `${same?.identity_number},${same?.name},,是,${same?.community}\n`,
      `${other?.identity_number},,,,新社区\n`,
      `${unused(1)},云秀英,1940-01-02,否,新社区\n`,
      `${unused(1)},云秀英,1940-01-02,否,新社区\n`,
      `1.50198E+17,王某,1940-01-02,是,\n`,
      `${unused(2)},,1940-01-02,,\n`,
      `${elsewhere?.identity_number},${elsewhere?.name},,,\n`,
      `150103********0010,王某,,,\n`,
    );
    expect(view).toMatchObject({ state: 'checked', encoding: 'utf-8', total: 8, counts: { added: 1, changed: 1, same: 1, wrong: 5 } });
    expect(told(view)).toEqual([
      '5 identity_number DUPLICATE_IN_FILE',
      '6 identity_number IDENTITY_SCIENTIFIC',
      '7 name ANSWER_MISSING',
      '7 local_hukou CHOICE_MISSING',
      '8 identity_number REGISTERED_ELSEWHERE',
      '9 identity_number MASKED_VALUE',
      '9 birth_date ANSWER_MISSING',
      '9 local_hukou CHOICE_MISSING',
    ]);
    expect(view.rows.map(({ line, kind, changes }) => [line, kind, changes.map(({ field, to }) => `${field}=${to?.['zh-CN']}`)])).toEqual([
      [3, 'changed', ['community=新社区']],
      [4, 'added', expect.arrayContaining(['name=云秀英', 'local_hukou=否'])],
    ]);
    expect((await clerk.list('elders', { text: unused(1) }))?.rows).toEqual([]);
  });

  it('tells nothing of a person registered in another district', async () => {
    const view = await bringText(`${heading}\n${elsewhere?.identity_number},别名,1940-01-02,是,某社区\n`);
    const message = view.errors[0]?.message;
    expect(message?.['zh-CN']).toContain('已在其他区登记');
    for (const detail of [elsewhere?.name, elsewhere?.community, '赛罕']) expect(JSON.stringify(view)).not.toContain(detail as string);
  });

  it('is read in the encoding of Excel in China, also cut in the middle of a character', async () => {
    const gbk = Buffer.from('c9edb7ddd6a4bac52cd0d5c3fb2cb3f6c9fac8d5c6da2cb1becad0bba7bcae0a', 'hex');
    const row = Buffer.concat([
      Buffer.from(`${unused(1)},`),
      Buffer.from('d4c6d0e3', 'hex'),
      Buffer.from(',1940-01-02,'),
      Buffer.from('cac7', 'hex'),
    ]);
    const bytes = Buffer.concat([gbk, row]);
    const view = await bringText(bytes.subarray(0, 3), bytes.subarray(3, 60), bytes.subarray(60));
    expect(view).toMatchObject({ state: 'checked', encoding: 'gb18030', counts: { added: 1, wrong: 0 }, rows: [{ name: '云秀' }] });
  });

  it('that is no text, has no headings, no rows or an open quotation mark is refused in words', async () => {
    const issues = async (...text: readonly (string | Uint8Array)[]) => {
      const view = await bringText(...text);
      return [view.state, ...view.issues.map(({ code }) => code)];
    };
    expect(await issues(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 1, 2, 255]))).toEqual(['refused', 'ROSTER_UNREADABLE']);
    expect(await issues('')).toEqual(['refused', 'ROSTER_UNREADABLE']);
    expect(await issues('王某,李某\n张某,赵某\n')).toEqual(['refused', 'HEADINGS_MISSING']);
    expect(await issues('姓名,社区（村）\n王某,某社区\n')).toEqual(['refused', 'COLUMN_MISSING']);
    expect(await issues(`${heading}\n`)).toEqual(['refused', 'ROSTER_EMPTY']);
    expect(await issues(`${heading}\n"${unused(1)},王某`)).toEqual(['refused', 'QUOTE_OPEN']);
  });

  it('of a spreadsheet keeps the numbers of its lines; numbers that lost digits are told', async () => {
    const view = await bring({
      kind: 'cells',
      rows: batches(
        ['名单', null],
        ['身份证号', '姓名', '出生日期', '本市户籍'],
        [null, null],
        [Number(unused(1).slice(0, 17)), '王某', 14611, '是'],
        [unused(2), '李某', 14611, true],
      ),
    });
    expect(told(view)).toEqual(['4 identity_number IDENTITY_SCIENTIFIC']);
    expect(view.rows[0]).toMatchObject({
      line: 5,
      changes: expect.arrayContaining([expect.objectContaining({ field: 'birth_date', to: { en: '1940-01-01', 'zh-CN': '1940-01-01' } })]),
    });
  });

  it('names areas of one’s own only; rows without one lie in the area chosen', async () => {
    const officer = (await office.as('officer-a')).registers;
    clerk = officer;
    const view = await bringText(
      '身份证号,姓名,出生日期,本市户籍,所属区域\n',
      `${unused(1)},王某,1940-01-02,是,东风路街道\n`,
      `${unused(2)},李某,1940-01-02,是,人民路街道\n`,
      `${unused(3)},张某,1940-01-02,是,\n`,
    );
    expect(told(view)).toEqual(['3 $area AREA_UNKNOWN']);
    await commit(view);
    const areaOf = async (number: string) => (await officer.list('elders', { text: number }))?.rows[0]?.area?.['zh-CN'];
    expect([await areaOf(unused(1)), await areaOf(unused(3))]).toEqual(['东风路街道', '海拉尔东路街道']);
  });

  it('is nobody else’s, and needs a post that keeps the register', async () => {
    const view = await bringText(`${heading}\n${unused(1)},王某,1940-01-02,是,\n`);
    const colleague = (await office.as('clerk-b')).registers;
    expect(await colleague.imports.get('elders', view.id)).toBeUndefined();
    expect(await colleague.imports.commit('elders', view.id, '导入', office.key)).toMatchObject({ kind: 'not-found' });
    expect(await colleague.imports.discard('elders', view.id)).toBe(false);
    const content = { kind: 'text', bytes: pieces('') } as const;
    expect(await clerk.imports.start('facilities', { name: 'a', content })).toMatchObject({ refusal: { code: 'NOT_YOUR_REGISTER' } });
    expect(await clerk.imports.start('entitlements', { name: 'a', content })).toMatchObject({ kind: 'not-found' });
    expect(await clerk.imports.start('elders', { name: 'a', area: 'sh01', content })).toMatchObject({ issues: [{ code: 'AREA_UNKNOWN' }] });
  });
});

describe('an import', () => {
  const rows = `${heading}\n${unused(1)},云秀英,1940-01-02,否,新社区\n${known[0]?.identity_number},,,,新社区\n错,,,,\n`;

  it('writes the rows that are right, each with its reason, and forgets the file', async () => {
    const view = await bringText(rows);
    await commit(view);
    const done = await clerk.imports.get('elders', view.id);
    expect(done).toMatchObject({ state: 'done', counts: { added: 1, changed: 1, same: 0, wrong: 1 }, rows: [] });
    const id = (await clerk.list('elders', { text: known[0]?.identity_number as string }))?.rows[0]?.id ?? '';
    expect((await clerk.history('elders', id))?.[0]).toMatchObject({
      version: 2,
      cause: { source: 'import', by: { name: '王秀英' }, reason: '年度核对' },
      changes: [{ field: 'community', to: { 'zh-CN': '新社区' } }],
    });
    const { blobs } = (office.tenant as TenantFacade).tools.parts.store;
    expect(await blobs.list({ draft: view.id })).toEqual([]);
  });

  it('is done once: the same key again is answered alike, another finds nothing to import', async () => {
    const view = await bringText(rows);
    const key = office.key;
    await Promise.all([commit(view, key), commit(view, key)]);
    expect(await commit(view, key)).toMatchObject({ ok: true, replayed: true, value: { state: 'done' } });
    expect(await commit(view)).toMatchObject({ refusal: { code: 'IMPORT_NOT_READY' } });
    const id = (await clerk.list('elders', { text: known[0]?.identity_number as string }))?.rows[0]?.id ?? '';
    expect(await clerk.history('elders', id)).toHaveLength(2);
  });

  it('needs a reason, and something to import', async () => {
    const view = await bringText(rows);
    expect(await clerk.imports.commit('elders', view.id, ' ', office.key)).toMatchObject({ issues: [{ code: 'REASON_MISSING' }] });
    expect(await commit(await bringText(`${heading}\n错,,,,\n`))).toMatchObject({ refusal: { code: 'IMPORT_NOT_READY' } });
  });

  it('takes rows as the records are when it is written, not as they were when it was looked at', async () => {
    const view = await bringText(rows);
    const values = { identity_number: unused(1), name: '云秀英', birth_date: '1940-01-02', local_hukou: false, community: '新社区' };
    await clerk.create('elders', { values, area: 'xc01', reason: '先到' }, office.key);
    await commit(view);
    expect(await clerk.imports.get('elders', view.id)).toMatchObject({ counts: { added: 0, changed: 1, same: 1, wrong: 1 } });
  });

  it('is forgotten when somebody is erased, for the file may name the person', async () => {
    const caseId = await office.file(1);
    const view = await bringText(rows);
    const admin = await office.as('administrator');
    await admin.erase({ caseId, item: 'i1' }, { ...office.key, reason: '本人申请' });
    expect(await clerk.imports.get('elders', view.id)).toMatchObject({ state: 'expired', rows: [], file: '' });
    expect(await commit(view)).toMatchObject({ refusal: { code: 'IMPORT_NOT_READY' } });
  });

  it('is forgotten when nobody imports it within a day', async () => {
    const view = await bringText(rows);
    await office.tenant.tick();
    expect(await clerk.imports.get('elders', view.id)).toMatchObject({ state: 'checked' });
    await office.tenant.clock.advance({ instant: '2021-07-06T10:00:00+08:00' });
    expect(await clerk.imports.get('elders', view.id)).toMatchObject({ state: 'expired', file: '' });
  });

  it('replaces what the same person brought before and did not import', async () => {
    const before = await bringText(rows);
    await bringText(rows);
    expect(await clerk.imports.get('elders', before.id)).toMatchObject({ state: 'expired' });
    const last = await bringText(rows);
    expect(await clerk.imports.discard('elders', last.id)).toBe(true);
    expect(await clerk.imports.get('elders', last.id)).toBeUndefined();
  });
});

describe('a restart', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'careway-import-'));
  afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

  it('in the middle of an import goes on, and every row is there once', async () => {
    office = await CityOffice.open({ dataDir });
    clerk = (await office.as('clerk-a')).registers;
    const count = 300;
    const lines = Array.from({ length: count }, (_, n) => `${unused(n)},云秀${n},1940-01-02,是,新社区\n`).join('');
    const view = await bringText(`${heading}\n${lines}`);
    await clerk.imports.commit('elders', view.id, '初始导入', office.key);
    while ((runner().progress(view.id)?.read ?? 0) < 50) await new Promise((resolve) => setImmediate(resolve));
    await office.careway.close();

    office = await CityOffice.open({ dataDir });
    clerk = (await office.as('clerk-a')).registers;
    expect(await clerk.imports.get('elders', view.id)).toMatchObject({ state: 'importing' });
    await office.tenant.tick();
    await runner().idle();
    expect(await clerk.imports.get('elders', view.id)).toMatchObject({ state: 'done', counts: { added: count, same: 0, wrong: 0 } });
    const { total } = (await clerk.list('elders', { text: '云秀' })) ?? {};
    expect(total).toBe(count);
    await office.careway.close();
  });
});
