import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { sampleAct, sampleCommit, sampleRow, testStore } from '../testing/index.js';
import { Database } from './database.js';
import { openSqliteStore } from './index.js';

const folders: string[] = [];
const folder = () => {
  const made = mkdtempSync(join(tmpdir(), 'careway-store-'));
  folders.push(made);
  return made;
};
afterEach(() => {
  for (const made of folders.splice(0)) rmSync(made, { recursive: true, force: true });
});

testStore('sqlite', () => openSqliteStore(folder()));

describe('sqlite store', () => {
  it('has after opening again what it acknowledged', async () => {
    const dir = folder();
    const first = openSqliteStore(dir);
    await first.tenant('t').cases.commit(sampleCommit('c1', 0));
    await first.close();
    const second = openSqliteStore(dir);
    expect((await second.tenant('t').cases.load('c1'))?.version).toBe(1);
    await second.close();
  });

  it('refuses a database of a newer version in one line', async () => {
    const dir = folder();
    await openSqliteStore(dir).close();
    const database = new Database(join(dir, 'careway.db'));
    database.run('pragma user_version = 999');
    database.close();
    expect(() => openSqliteStore(dir)).toThrow(
      expect.objectContaining({ code: 'NEWER_VERSION', message: expect.not.stringContaining('\n') }),
    );
  });

  it('refuses a file that is no database', () => {
    const dir = folder();
    mkdirSync(dir, { recursive: true });
    writeFileSync(join(dir, 'careway.db'), 'this is no database, but it is long enough to look like one '.repeat(20));
    expect(() => openSqliteStore(dir)).toThrow(expect.objectContaining({ code: 'NOT_A_DATABASE' }));
  });

  it('refuses a folder that cannot be made', () => {
    const file = join(folder(), 'file');
    writeFileSync(file, '');
    expect(() => openSqliteStore(join(file, 'data'))).toThrow(expect.objectContaining({ code: 'NOT_WRITABLE' }));
  });

  it('leaves no byte of a removed value in any file after a scrub', async () => {
    const dir = folder();
    const store = openSqliteStore(dir);
    const { cases } = store.tenant('t');
    await cases.commit(sampleCommit('c1', 0, { state: { name: 'SECRET-VALUE-1' }, reply: { name: 'SECRET-VALUE-2' } }));
    const [commit] = await cases.commits('c1');
    if (!commit) throw new Error('no commit');
    await cases.commit(sampleCommit('c1', 1, { rewritten: [{ ...commit, reply: {} }] }));
    await store.scrub();
    for (const name of ['careway.db', 'careway.db-wal']) expect(readFileSync(join(dir, name)).includes('SECRET-VALUE')).toBe(false);
    await store.close();
  });

  it('leaves none after rows have moved between pages, as deleting alone does', async () => {
    const dir = folder();
    const store = openSqliteStore(dir);
    const { cases } = store.tenant('t');
    let dice = 9;
    const random = (below: number) => {
      dice = (Math.imul(dice, 1103515245) + 12345) >>> 0;
      return (dice >>> 8) % below;
    };
    const secret = (number: number) => `NAME-${number}-SECRET`;
    const versions = new Map<number, number>();
    const grow = () => {
      const number = random(60);
      const version = versions.get(number) ?? 0;
      versions.set(number, version + 1);
      const name = secret(number);
      const more = 'x'.repeat(random(300));
      const state = { name, more, again: Array.from({ length: random(4) }, () => name) };
      const rows = [
        sampleRow({ id: `t${random(5)}`, data: { name, more: more.slice(0, random(500)) } }),
        sampleRow({ list: 'case', data: { name } }),
      ];
      const acts = [sampleAct(version + 1, name + more)];
      return cases.commit(sampleCommit(`c${number}`, version, { acts, state, rows, terms: [`x:${name}`, `r:${random(1000)}`] }));
    };
    for (let round = 0; round < 150; round += 1) await Promise.all([grow(), grow(), grow(), grow()]);
    const gone = [...versions.keys()].filter((number) => number % 2 === 0);
    for (const number of gone) {
      const commits = await cases.commits(`c${number}`);
      const rewritten = commits.map((commit) => ({ ...commit, acts: commit.acts.map((act) => ({ ...act, slots: {} })) }));
      await cases.commit(sampleCommit(`c${number}`, versions.get(number) ?? 0, { acts: [], state: {}, rewritten }));
    }
    await store.scrub();
    const bytes = Buffer.concat(['careway.db', 'careway.db-wal'].map((name) => readFileSync(join(dir, name))));
    expect(gone.filter((number) => bytes.includes(secret(number)))).toEqual([]);
    expect(bytes.includes(secret(1))).toBe(true);
    await store.close();
  });

  it('rejects only the write that throws and keeps the rest of its group', async () => {
    const database = new Database(join(folder(), 'x.db'));
    const put = (name: string) => database.run('insert into setting (tenant, name, value) values (?, ?, ?)', 't', name, 'v');
    const results = await Promise.allSettled([
      database.write(() => put('a')),
      database.write(() => {
        put('b');
        throw new Error('no');
      }),
      database.write(() => put('c')),
    ]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(database.all('select name from setting order by name').map(({ name }) => name)).toEqual(['a', 'c']);
    database.close();
  });
});
