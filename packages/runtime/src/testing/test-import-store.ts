import { expect, it } from 'vitest';
import type { StoredImport } from '../ports/import-store.js';
import type { Store } from '../ports/store.js';

const found = (id: string, change: Partial<StoredImport> = {}): StoredImport => ({
  id,
  register: 'elders',
  version: 1,
  owner: 'p1',
  at: '2021-07-05T09:00:00+08:00',
  kind: 'text',
  state: 'checking',
  read: 0,
  counts: { added: 0, changed: 0, same: 0, wrong: 0 },
  sealed: 'x',
  ...change,
});

/** What every store guarantees about imports. */
export function testImportStore(open: () => Store): void {
  const imports = () => open().tenant('t').imports;

  it('changes an import only from the version it knows', async () => {
    expect(await imports().put(found('1'))).toBe(true);
    expect(await imports().put(found('1'))).toBe(false);
    expect(await imports().put(found('1', { version: 2, state: 'checked', read: 7 }))).toBe(true);
    expect(await imports().get('1')).toEqual(found('1', { version: 2, state: 'checked', read: 7 }));
    expect(await imports().get('none')).toBeUndefined();
    expect(await open().tenant('other').imports.get('1')).toBeUndefined();
  });

  it('lists those that wait for the machine or for a person, until they are done or removed', async () => {
    for (const [id, state] of Object.entries({
      a: 'checking',
      b: 'checked',
      c: 'importing',
      d: 'done',
      e: 'refused',
      f: 'expired',
    } as const)) {
      await imports().put(found(id, { state }));
    }
    const ids = async () => (await imports().open()).map(({ id }) => id);
    expect(await ids()).toEqual(['a', 'b', 'c']);
    await imports().put(found('b', { version: 2, state: 'done' }));
    expect(await imports().remove('a')).toBe(true);
    expect(await imports().remove('a')).toBe(false);
    expect(await ids()).toEqual(['c']);
  });
}
