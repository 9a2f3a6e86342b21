import { expect, it } from 'vitest';
import type { RecordQuery, StoredRecord } from '../ports/register-store.js';
import type { Store } from '../ports/store.js';

const cause = (at: string, more: Partial<StoredRecord['cause']> = {}): StoredRecord['cause'] => ({ at, source: 'seed', ...more });

const record = (key: string, change: Partial<StoredRecord> = {}): StoredRecord => ({
  register: 'elders',
  key,
  version: 1,
  validOn: '2021-01-01',
  name: `王${key}`,
  path: '/a/b/',
  subject: `s-${key}`,
  status: 'living',
  until: '',
  indexed: { level: '4' },
  values: { level: '4' },
  cause: cause('2021-01-01T09:00:00+08:00'),
  ...change,
});

/** What every store guarantees about registers. */
export function testRegisterStore(open: () => Store): void {
  const registers = () => open().tenant('t').registers;
  const page = { offset: 0, limit: 9 };
  const keys = async (query: Partial<RecordQuery> = {}) =>
    (await registers().find('elders', { ...page, ...query })).records.map(({ key }) => key);

  it('changes a record only from the version it knows', async () => {
    expect(await registers().put(record('1'))).toBe(true);
    expect(await registers().put(record('1'))).toBe(false);
    expect(await registers().put(record('1', { version: 2, values: { level: '3' } }))).toBe(true);
    expect(await registers().put(record('1', { version: 2 }))).toBe(false);
    expect((await registers().get('elders', '1'))?.values).toEqual({ level: '3' });
    expect((await registers().get('facilities', '1'))?.key).toBeUndefined();
  });

  it('puts many records at once, each by itself', async () => {
    expect(await registers().putAll([record('1'), record('2'), record('1'), record('1', { version: 2 })])).toEqual([
      true,
      true,
      false,
      true,
    ]);
    const found = await registers().getAll('elders', ['2', 'none', '1']);
    expect([...found].map(([key, { version }]) => [key, version]).sort()).toEqual([
      ['1', 2],
      ['2', 1],
    ]);
  });

  it('gives a record to one of twenty who change it at the same time', async () => {
    await registers().put(record('1'));
    const tries = Array.from({ length: 20 }, (_, n) => registers().put(record('1', { version: 2, values: { n: String(n) } })));
    expect((await Promise.all(tries)).filter(Boolean)).toHaveLength(1);
    expect(await registers().history('elders', '1')).toHaveLength(2);
  });

  it('keeps every version with its cause', async () => {
    const versions = [
      record('1'),
      record('1', { version: 2, values: { level: '3' }, cause: cause('2021-02-01', { source: 'manual', by: 'p1', reason: '复核' }) }),
      record('1', {
        version: 3,
        values: { level: '2' },
        cause: cause('2021-03-01', { source: 'effect', caseId: 'c1', act: 7, effect: 'e' }),
      }),
    ];
    for (const version of versions) await registers().put(version);
    await registers().put(record('10'));
    expect(await registers().history('elders', '1')).toEqual(versions);
    expect(await registers().history('elders', 'none')).toEqual([]);
  });

  it('finds records by name, key and area', async () => {
    await registers().putAll([record('1'), record('2', { name: '李2', path: '/a/c/' }), record('3', { register: 'facilities' })]);
    expect(await keys()).toEqual(['2', '1']);
    expect(await keys({ text: '李' })).toEqual(['2']);
    expect(await keys({ text: '%' })).toEqual([]);
    expect(await keys({ text: 'none', keys: ['1', 'none'] })).toEqual(['1']);
    expect(await keys({ text: '李', keys: ['none'] })).toEqual(['2']);
    expect(await keys({ text: '李', keys: ['1'], paths: ['/a/c/'] })).toEqual([]);
    expect(await keys({ paths: ['/a/b/'] })).toEqual(['1']);
    expect(await keys({ paths: [] })).toEqual([]);
    expect(await registers().find('elders', { offset: 1, limit: 1 })).toMatchObject({ total: 2, records: [{ key: '1' }] });
  });

  it('finds records by indexed fields as they are now, and by status', async () => {
    const indexed = (level: string, area: string) => ({ indexed: { level, area } });
    await registers().putAll([record('1', indexed('4', 'x')), record('2', indexed('4', 'y')), record('3', indexed('3', 'x'))]);
    await registers().put(record('2', { version: 2, status: 'moved', ...indexed('3', 'y') }));
    expect(await keys({ match: { level: '4' } })).toEqual(['1']);
    expect(await keys({ match: { level: '3' } })).toEqual(['2', '3']);
    expect(await keys({ match: { level: '3', area: 'x' } })).toEqual(['3']);
    expect(await keys({ match: { level: '3' }, status: 'moved' })).toEqual(['2']);
    expect(await keys({ match: { level: "4' or '1'='1" } })).toEqual([]);
    expect(await keys({ match: { unknown: '4' } })).toEqual([]);
  });

  it('finds what expires, in the order of the last day; what never expires comes last', async () => {
    await registers().putAll([record('1', { until: '2021-09-30' }), record('2', { until: '2021-06-30' }), record('3')]);
    expect(await keys({ sort: 'until' })).toEqual(['2', '1', '3']);
    expect(await keys({ until: { to: '2021-09-30' }, sort: 'until' })).toEqual(['2', '1']);
    expect(await keys({ until: { from: '2021-07-01' } })).toEqual(['1']);
    expect((await registers().get('elders', '3'))?.until).toBe('');
  });

  it('shows what changed last first', async () => {
    await registers().putAll([record('1', { cause: cause('2021-01-02') }), record('2', { cause: cause('2021-01-01') })]);
    await registers().put(record('2', { version: 2, cause: cause('2021-01-03') }));
    expect(await keys({ sort: 'changed' })).toEqual(['2', '1']);
  });

  it('counts records by area and status', async () => {
    await registers().putAll([record('1'), record('2', { status: 'moved' }), record('3', { path: '/a/c/' })]);
    expect(await registers().counts('elders')).toEqual({ total: 3, byStatus: { living: 2, moved: 1 } });
    expect(await registers().counts('elders', { paths: ['/a/c/'] })).toEqual({ total: 1, byStatus: { living: 1 } });
    expect(await registers().counts('facilities')).toEqual({ total: 0, byStatus: {} });
  });

  it('finds and erases the records about a person in every register, with their history', async () => {
    const grant = { register: 'grants', subject: 's-1' };
    await registers().putAll([record('1'), record('g', grant), record('g', { ...grant, version: 2 }), record('2')]);
    expect((await registers().about('s-1', 9)).map(({ register, version }) => [register, version])).toEqual([
      ['elders', 1],
      ['grants', 2],
    ]);
    expect(await keys({ subject: 's-1' })).toEqual(['1']);
    expect(await registers().erase('s-1')).toBe(2);
    expect(await registers().get('elders', '1')).toBeUndefined();
    expect(await registers().history('grants', 'g')).toEqual([]);
    expect(await keys({ match: { level: '4' } })).toEqual(['2']);
    expect(await registers().erase('s-1')).toBe(0);
  });

  it('keeps the registers of tenants apart', async () => {
    await registers().put(record('1'));
    const other = open().tenant('other').registers;
    expect(await other.get('elders', '1')).toBeUndefined();
    expect(await other.find('elders', { match: { level: '4' }, ...page })).toEqual({ records: [], total: 0 });
    expect(await other.erase('s-1')).toBe(0);
  });
}
