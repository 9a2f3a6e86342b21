import { deflateRawSync } from 'node:zlib';
import type { ScopedTenant, TenantRuntime } from '@careway/runtime';
import { readSheet } from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { fakeCareway } from '../testing/fake-careway.js';
import { smallPack } from '../testing/small-pack.js';
import { rosterOf } from './read-roster.js';
import { worklistSheet } from './worklist-sheet.js';

const tenant = (await fakeCareway(smallPack)).tenants()[0] as TenantRuntime;
const read = (bytes: Uint8Array | string) =>
  rosterOf(
    tenant,
    { service: 'bed-subsidy', field: 'elders', answers: {} },
    typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes,
  );
const codes = async (bytes: Uint8Array | string) => (await read(bytes)).issues.map(({ code }) => code);

/** A zip of deflated files whose directory tells the truth but for the sizes in `lie`. */
function zipOf(files: Readonly<Record<string, Buffer>>, lie: { unpacked?: number } = {}): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(files)) {
    const packed = deflateRawSync(content);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt32LE(lie.unpacked ?? content.length, 22);
    local.writeUInt16LE(name.length, 26);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(8, 10);
    central.writeUInt32LE(packed.length, 20);
    central.writeUInt32LE(lie.unpacked ?? content.length, 24);
    central.writeUInt16LE(name.length, 28);
    central.writeUInt32LE(offset, 42);
    parts.push(local, Buffer.from(name), packed);
    directory.push(central, Buffer.from(name));
    offset += 30 + name.length + packed.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(files).length, 10);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, ...directory, end]);
}

describe('reading a roster', () => {
  it('takes what was copied from a spreadsheet, and CSV in the encoding of Excel in China', async () => {
    expect(await read('姓名\t天数\n张某\t30\n')).toMatchObject({ rows: [{ name: '张某', days: 30 }], issues: [], encoding: 'utf-8' });
    const gb = Buffer.from([0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0xcc, 0xec, 0xca, 0xfd, 0x0a, 0xd5, 0xc5, 0xc4, 0xb3, 0x2c, 0x33, 0x30, 0x0a]);
    expect(await read(gb)).toMatchObject({ rows: [{ name: '张某', days: 30 }], encoding: 'gb18030' });
  });

  it('takes XLSX by its content, whatever it is called', async () => {
    const bytes = await writeXlsxFile([
      ['姓名', '天数'],
      ['张某', 30],
    ]).toBuffer();
    expect(await read(bytes)).toMatchObject({ rows: [{ name: '张某', days: 30 }], issues: [] });
  });

  it('answers 100,000 rows with one issue that names the number and the limit, quickly', async () => {
    const text = `姓名,天数\n${'张某,30\n'.repeat(100_000)}`;
    const rows = Array.from({ length: 100_000 }, (_, index) => `<row r="${index + 1}"><c r="A${index + 1}"><v>1</v></c></row>`).join('');
    const sheet = zipOf({ 'xl/worksheets/sheet1.xml': Buffer.from(`<worksheet><sheetData>${rows}</sheetData></worksheet>`) });
    const started = performance.now();
    expect(await read(text)).toMatchObject({ rows: [], issues: [{ code: 'TOO_MANY_ROWS', params: { count: 100_000, limit: 200 } }] });
    expect(await read(sheet)).toMatchObject({ rows: [], issues: [{ code: 'TOO_MANY_ROWS', params: { count: 99_999, limit: 200 } }] });
    expect(performance.now() - started).toBeLessThan(3000);
  });

  it('stops a zip bomb, also one that lies about its size', async () => {
    const bomb = Buffer.alloc(64 * 1024 * 1024);
    expect(await codes(zipOf({ 'xl/worksheets/sheet1.xml': bomb }))).toEqual(['ROSTER_UNREADABLE']);
    expect(await codes(zipOf({ 'xl/worksheets/sheet1.xml': bomb }, { unpacked: 10 }))).toEqual(['ROSTER_UNREADABLE']);
  });

  it('says how to save it again when it is neither text nor spreadsheet', async () => {
    expect(await codes(new Uint8Array([0x50, 0x4b, 3, 4, 1, 2, 3]))).toEqual(['ROSTER_UNREADABLE']);
    expect(await codes(zipOf({ 'a.txt': Buffer.from('x') }))).toEqual(['ROSTER_UNREADABLE']);
    expect(await codes(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0]))).toEqual(['ROSTER_UNREADABLE']);
    expect(await codes('')).toEqual(['ROSTER_EMPTY']);
  });

  it('does not find a field that is no table', async () => {
    await expect(rosterOf(tenant, { service: 'bed-subsidy', field: 'nothing', answers: {} }, new Uint8Array())).rejects.toMatchObject({
      problem: { code: 'NOT_FOUND' },
    });
  });
});

describe('an exported list', () => {
  it('follows every page, types amounts as numbers and writes no formula', async () => {
    const label = { 'zh-CN': '事项', en: 'Service' };
    const row = { number: '=1+1', service: label, stepLabel: label, applicant: '@cmd', area: label, items: 2, amount: '385.00' };
    const pages = [
      { rows: [row], next: 'more', total: 2 },
      { rows: [row], total: 2 },
    ];
    const asked: unknown[] = [];
    const worklist = async (query: unknown) => {
      asked.push(query);
      return pages[asked.length - 1];
    };
    const answer = await worklistSheet({ worklist } as unknown as ScopedTenant, { view: 'todo' }, 'zh-CN');
    const cells = answer.kind === 'file' ? await readSheet(Buffer.from(answer.bytes)) : [];
    expect(asked).toEqual([
      { view: 'todo', limit: 200 },
      { view: 'todo', limit: 200, cursor: 'more' },
    ]);
    expect(cells).toHaveLength(3);
    expect(cells[1]?.slice(0, 7)).toEqual(["'=1+1", '事项', '事项', "'@cmd", '事项', 2, 385]);
  });
});
