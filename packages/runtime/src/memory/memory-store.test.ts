import { describe, expect, it } from 'vitest';
import { sampleAct, sampleCommit, testStore } from '../testing/index.js';
import { documentLimit, openMemoryStore } from './index.js';

testStore('memory', openMemoryStore);

describe('memory store', () => {
  it('seals old commits into pages, so that a case document stays small for ever', async () => {
    const { cases } = openMemoryStore().tenant('t');
    for (let version = 0; version < 400; version += 1) {
      await cases.commit(sampleCommit('c1', version, { acts: [sampleAct(version + 1, 'x'.repeat(8000))] }));
    }
    expect((await cases.commits('c1')).map(({ version }) => version)).toEqual(Array.from({ length: 400 }, (_, n) => n + 1));
    expect(await cases.committed('c1-3')).toMatchObject({ version: 3 });
  });

  it('refuses a document above 2 MB and keeps the one before', async () => {
    const { cases } = openMemoryStore().tenant('t');
    await cases.commit(sampleCommit('c1', 0));
    const tooLarge = sampleCommit('c1', 1, { state: { text: 'x'.repeat(documentLimit) } });
    await expect(cases.commit(tooLarge)).rejects.toMatchObject({ code: 'DOCUMENT_TOO_LARGE' });
    expect((await cases.load('c1'))?.version).toBe(1);
  });
});
