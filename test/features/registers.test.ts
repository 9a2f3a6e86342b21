import { checkCharacter } from '@careway/forms';
import type { ImportView, Page, RecordRow, RecordVersionView, RecordView, RegisterView } from '@careway/runtime';
import { routes } from '@careway/server';
import { readSheet } from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { type Browser, openWorld, type World } from './world.js';

let world: World;
let clerk: Browser;
let officer: Browser;
beforeAll(async () => {
  world = await openWorld();
  clerk = await world.as('clerk-a');
  officer = await world.as('officer-a');
});
afterAll(() => world?.close());

const reason = { reason: '年度核对' };
const heading = '身份证号,姓名,出生日期,本市户籍,社区（村）';
/** Valid, and nobody's: the region belongs to no district. */
function unused(order: number): string {
  const digits = `150198${1930 + (order % 60)}01${String(1 + (Math.floor(order / 60) % 28)).padStart(2, '0')}${String(Math.floor(order / 1680)).padStart(3, '0')}`;
  return digits + checkCharacter(digits);
}
const newRow = (order: number) => `${unused(order)},云秀${order},1940-01-02,是,海东社区`;

async function elder(browser: Browser): Promise<RecordRow> {
  const { rows } = await browser.read<Page<RecordRow>>('listRecords', '/registers/elders?limit=1');
  return rows[0] as RecordRow;
}
async function numberOf(browser: Browser, id: string): Promise<string> {
  const path = `/registers/elders/records/${id}/reveal`;
  return (await browser.write<Record<string, string>>('revealRecord', path, { why: '核对' }))['identity_number'] as string;
}

async function bring(browser: Browser, bytes: string | Uint8Array<ArrayBuffer>, area = 'xc01'): Promise<ImportView> {
  const headers = { 'content-type': 'application/octet-stream' };
  const path = `/registers/elders/imports?name=${encodeURIComponent('名单.csv')}&area=${area}`;
  const started = await browser.write<ImportView>('startImport', path, undefined, { bytes, headers });
  return settled(browser, started);
}
async function settled(browser: Browser, { id }: ImportView): Promise<ImportView> {
  for (;;) {
    const view = await browser.read<ImportView>('readImport', `/registers/elders/imports/${id}`);
    if (view.state !== 'checking' && view.state !== 'importing') return view;
    await new Promise((resolve) => setImmediate(resolve));
  }
}
const told = ({ errors }: ImportView) => errors.map(({ line, label, code }) => `${line} ${label?.['zh-CN']} ${code}`);
const commit = async (browser: Browser, { id }: ImportView, key?: string) => {
  const path = `/registers/elders/imports/${id}/commit`;
  return settled(browser, await browser.write<ImportView>('commitImport', path, reason, key === undefined ? {} : { key }));
};

describe('importing a register', () => {
  it('shows new, changed and wrong rows before anything is written, then writes the right ones once', async () => {
    const known = await elder(clerk);
    const number = await numberOf(clerk, known.id);
    const theirs = await elder(await world.as('clerk-c'));
    const elsewhere = await numberOf(await world.as('clerk-c'), theirs.id);
    const rows = [
      `${number},,,,新建社区`,
      newRow(1),
      newRow(1),
      '1.50198E+17,王某,1940-01-02,是,',
      `${unused(2)},=cmd(),1940-01-02,是,`,
      `${unused(3)},李某,1940-02-30,也许,`,
      `${elsewhere},李某,1940-01-02,是,`,
    ];
    const view = await bring(clerk, `${heading}\n${rows.join('\n')}\n`);
    expect(view).toMatchObject({ state: 'checked', total: 7, counts: { added: 1, changed: 1, same: 0, wrong: 5 } });
    expect(told(view)).toEqual([
      '4 身份证号 DUPLICATE_IN_FILE',
      '5 身份证号 IDENTITY_SCIENTIFIC',
      '6 姓名 FORMULA_CELL',
      '7 出生日期 DATE_NOT_EXISTING',
      '7 本市户籍 NEEDS_YES_NO',
      '8 身份证号 REGISTERED_ELSEWHERE',
    ]);
    for (const detail of [theirs.name, '赛罕', '人民路']) expect(JSON.stringify(view)).not.toContain(detail);
    expect(JSON.stringify(view)).not.toContain(elsewhere);
    expect((await elder(clerk)).version).toBe(known.version);
    await commit(clerk, view, 'once');
    expect(await commit(clerk, view, 'once')).toMatchObject({ state: 'done', counts: { added: 1, changed: 1, wrong: 5 } });
    const history = await clerk.read<RecordVersionView[]>('readRecordHistory', `/registers/elders/records/${known.id}/history`);
    expect(history).toHaveLength(known.version + 1);
    expect(history[0]).toMatchObject({ cause: { source: 'import', by: { name: '王秀英' }, reason: reason.reason } });
  });

  it('needs a reason, and answers a second request with another key that it is done', async () => {
    const view = await bring(clerk, `${heading}\n${newRow(10)}\n`);
    const path = `/registers/elders/imports/${view.id}/commit`;
    expect((await clerk.client.post(path, { reason: ' ' })).json).toMatchObject({ status: 422, issues: [{ code: 'REASON_MISSING' }] });
    await commit(clerk, view);
    expect((await clerk.client.post(path, reason)).json).toMatchObject({ status: 409, code: 'IMPORT_NOT_READY' });
  });

  it('reads the encoding of Excel in China, and says how to save again what is no text', async () => {
    const gbk = new Uint8Array([...Buffer.from('c9edb7ddd6a4bac52cd0d5c3fb0a', 'hex'), ...Buffer.from(`${unused(20)},`), 0xd4, 0xc6]);
    expect(await bring(clerk, gbk)).toMatchObject({
      encoding: 'gb18030',
      errors: [{ code: 'ANSWER_MISSING' }, { code: 'CHOICE_MISSING' }],
    });
    for (const broken of [new Uint8Array([0xff, 0xff, 0x80, 0x81]), new Uint8Array([0x50, 0x4b, 3, 4, 1, 2])]) {
      const view = await bring(clerk, broken);
      expect(view).toMatchObject({ state: 'refused', issues: [{ code: 'ROSTER_UNREADABLE' }] });
      expect(view.issues[0]?.message['zh-CN']).toContain('另存为');
    }
    expect(await bring(clerk, '')).toMatchObject({ state: 'refused' });
    expect(await bring(clerk, `${heading}\n"${newRow(21)}\n`)).toMatchObject({ state: 'refused', issues: [{ code: 'QUOTE_OPEN' }] });
  });

  it('takes a spreadsheet, with the numbers of its lines', async () => {
    const cells = [heading.split(','), newRow(30).split(','), [Number(unused(31).slice(0, 17)), '李某', new Date('1940-01-02'), '是', '']];
    const view = await bring(clerk, new Uint8Array(await writeXlsxFile(cells as never, { dateFormat: 'yyyy-mm-dd' }).toBuffer()));
    expect(view.counts).toEqual({ added: 1, changed: 0, same: 0, wrong: 1 });
    expect(told(view)).toEqual(['3 身份证号 IDENTITY_SCIENTIFIC']);
  });

  it('of 200,000 rows goes on in the background while others are answered; a row more is refused by its number', async () => {
    const lines = Array.from({ length: 200_000 }, (_, order) => newRow(order)).join('\n');
    const headers = { 'content-type': 'text/csv' };
    const path = '/registers/elders/imports?name=big.csv&area=xc01';
    const started = await clerk.write<ImportView>('startImport', path, undefined, { bytes: `${heading}\n${lines}\n`, headers });
    const at = `/registers/elders/imports/${started.id}`;
    let view = started;
    while (view.read < 200 && view.state === 'checking') {
      view = await clerk.read<ImportView>('readImport', at);
      expect((await officer.client.get('/registers/elders?limit=1')).status).toBe(200);
    }
    expect(view).toMatchObject({ state: 'checking', total: 200_001 });
    expect((await clerk.client.delete(at)).status).toBe(204);
    const more = await bring(clerk, `${heading}\n${lines}\n${newRow(200_000)}\n`);
    expect(more).toMatchObject({ state: 'refused', issues: [{ code: 'FILE_ROWS_TOO_MANY', params: { limit: 200_000 } }] });
  }, 120_000);

  it('too large for the interface is refused before it is read', async () => {
    const headers = { 'content-type': 'text/csv' };
    const bytes = 'x'.repeat(65 * 1024 * 1024);
    const answer = await clerk.client.send('POST', '/registers/elders/imports?name=a.csv&area=xc01', { bytes, headers });
    expect(answer.json).toMatchObject({ status: 413, code: 'BODY_TOO_LARGE' });
  });

  it('is for those who keep the register', async () => {
    const headers = { 'content-type': 'text/csv' };
    const send = (browser: Browser, register: string) =>
      browser.client.send('POST', `/registers/${register}/imports?name=a.csv`, { bytes: heading, headers });
    expect((await send(clerk, 'facilities')).json).toMatchObject({ status: 409, code: 'NOT_YOUR_REGISTER' });
    expect((await send(clerk, 'entitlements')).json).toMatchObject({ status: 404 });
    expect((await send(await world.as('agent-a'), 'elders')).json).toMatchObject({ status: 403 });
  });

  it('has a template whose headings it reads back', async () => {
    for (const format of ['csv', 'xlsx']) {
      const template = await clerk.client.get(`/registers/elders/template?format=${format}`);
      const view = await bring(clerk, template.bytes as Uint8Array<ArrayBuffer>);
      expect(view.issues.map(({ code }) => code)).toEqual(['ROSTER_EMPTY']);
    }
  });
});

describe('a record changed by hand', () => {
  const values = { identity_number: unused(100), name: '云秀英', birth_date: '1940-01-02', local_hukou: true };
  const add = (browser: Browser, body: object) => browser.client.post('/registers/elders/records', body);

  it('is added once, and of another district refused without a name or an area', async () => {
    const added = await add(clerk, { values, area: 'xc01', ...reason });
    expect([added.status, added.headers.get('etag')]).toEqual([201, '"1"']);
    expect((await add(clerk, { values, area: 'xc01', ...reason })).json).toMatchObject({ status: 409, code: 'RECORD_EXISTS' });
    const theirs = await add(await world.as('clerk-c'), { values, area: 'sh01', ...reason });
    expect(theirs.json).toMatchObject({ status: 409, code: 'REGISTERED_ELSEWHERE' });
    for (const detail of ['云秀英', '新城', '海拉尔']) expect(theirs.text).not.toContain(detail);
  });

  it('at a version that is not the newest is answered 409 with both sides', async () => {
    const { id, version } = await elder(clerk);
    const path = `/registers/elders/records/${id}`;
    const put = (body: object, at: number) => clerk.client.put(path, { ...body, ...reason }, { version: at });
    expect((await put({ values: { community: '甲社区' } }, version)).status).toBe(200);
    const stale = await put({ values: { community: '乙社区' } }, version);
    expect(stale.json).toMatchObject({
      status: 409,
      code: 'RECORD_CHANGED',
      current: version + 1,
      differences: [{ field: 'community', mine: { 'zh-CN': '乙社区' }, theirs: { 'zh-CN': '甲社区' } }],
    });
    expect((await put({ values: {} }, version + 1)).json).toMatchObject({ status: 409, code: 'NOTHING_CHANGED' });
    expect((await clerk.client.put(path, { values: { community: 'x' }, reason: '' }, { version: version + 1 })).json).toMatchObject({
      status: 422,
    });
    expect((await clerk.client.put(path, { values: {}, ...reason })).json['code']).toBe('VERSION_REQUIRED');
  });

  it('keeps masked numbers, and refuses what is none', async () => {
    const { id } = await elder(clerk);
    const before = await numberOf(clerk, id);
    const view = await clerk.read<RecordView>('readRecord', `/registers/elders/records/${id}`);
    const hints = { identity_number: view.values['identity_number']?.value, phone: '139****0000', community: '丙社区' };
    const path = `/registers/elders/records/${id}`;
    const refused = await clerk.client.put(path, { values: hints, ...reason }, { version: view.version });
    expect(refused.json).toMatchObject({ status: 422, issues: [{ code: 'MASKED_VALUE', path: '/values/phone' }] });
    const { phone: _, ...kept } = hints;
    await clerk.write('changeRecord', path, { values: kept, ...reason }, { method: 'PUT', version: view.version });
    expect(await numberOf(clerk, id)).toBe(before);
  });
});

describe('a record of another area', () => {
  const about = routes.filter(({ path }) => path.includes('/records/:record'));
  const bodies: Readonly<Record<string, unknown>> = {
    changeRecord: { values: { community: 'x' }, ...reason },
    revealRecord: { why: '看看' },
  };

  it('is asked for by every route about a record', () => {
    expect(about.map(({ id }) => id).sort()).toEqual(['changeRecord', 'readRecord', 'readRecordHistory', 'revealRecord']);
  });

  for (const { id, method, path } of about) {
    it(`does not exist by ${id}, word for word as an unknown one`, async () => {
      const real = await elder(clerk);
      const outsider = (await world.as('clerk-c')).client;
      const ask = (record: string) =>
        outsider.send(method.toUpperCase(), path.replace(':register', 'elders').replace(':record', record), {
          version: 1,
          ...(bodies[id] === undefined ? {} : { body: bodies[id] }),
        });
      const [theirs, unknown] = [await ask(real.id), await ask('0'.repeat(40))];
      expect(theirs.status).toBe(404);
      expect({ ...theirs.json, instance: '' }).toEqual({ ...unknown.json, instance: '' });
    });
  }

  it('is in no list, count or export of others', async () => {
    const { id, name } = await elder(clerk);
    const number = await numberOf(clerk, id);
    const outsider = await world.as('clerk-c');
    expect((await outsider.read<Page<RecordRow>>('listRecords', `/registers/elders?text=${number}`)).total).toBe(0);
    const sheet = await outsider.client.get('/registers/elders/export.xlsx');
    expect(JSON.stringify(await readSheet(Buffer.from(sheet.bytes)))).not.toContain(name);
    const counted = async (browser: Browser) =>
      (await browser.read<RegisterView[]>('listRegisters', '/registers')).find((view) => view.id === 'elders')?.total;
    expect(await counted(outsider)).not.toBe(await counted(clerk));
  });
});

describe('the list of a register', () => {
  it('is filtered, sorted and paged without a gap or a double', async () => {
    const seen: string[] = [];
    let next: string | undefined = '';
    while (next !== undefined) {
      const path = `/registers/elders?limit=50&match=${encodeURIComponent('status:living')}${next && `&cursor=${next}`}`;
      const page: Page<RecordRow> = await clerk.read('listRecords', path);
      seen.push(...page.rows.map(({ id }) => id));
      next = page.next;
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBeGreaterThan(100);
    for (const match of ['status', 'a:b:c', '%E0%A4%A', ':;:']) {
      expect((await clerk.client.get(`/registers/elders?match=${encodeURIComponent(match)}`)).status).toBeLessThan(500);
    }
    expect((await clerk.client.get('/registers/elders?expires=tomorrow')).json['code']).toBe('REQUEST_INVALID');
  });

  it('is exported masked, without a formula', async () => {
    const path = '/registers/elders/records';
    const risky = { identity_number: unused(200), name: '云秀英', birth_date: '1940-01-02', local_hukou: true, community: '-2+3' };
    await clerk.write('createRecord', path, { values: risky, area: 'xc01', ...reason });
    const answer = await clerk.client.get(`/registers/elders/export.xlsx?text=${unused(200)}&lang=zh-CN`);
    const [head, row] = await readSheet(Buffer.from(answer.bytes));
    const cell = (label: string) => row?.[head?.indexOf(label) ?? -1];
    expect([cell('身份证号'), cell('姓名'), cell('出生日期'), cell('社区（村）')]).toEqual([
      `${unused(200).slice(0, 6)}********${unused(200).slice(14)}`,
      '云**',
      '1940',
      "'-2+3",
    ]);
    const log = await (await world.as('auditor')).read<Page<{ what: string }>>('readAccessLog', '/access-log');
    expect(log.rows[0]?.what).toBe('export');
  });
});
