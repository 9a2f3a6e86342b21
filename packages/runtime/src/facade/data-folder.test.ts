import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { StoreUnusable } from '../ports/store.js';
import { makeDataFolder } from './data-folder.js';

const root = mkdtempSync(join(tmpdir(), 'careway-folder-'));
afterAll(() => rmSync(root, { recursive: true }));

describe('the data folder', () => {
  it('is made with what is missing above it, for nobody else to read, and again without complaint', () => {
    const folder = join(root, 'a/b');
    makeDataFolder(folder);
    makeDataFolder(folder);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
  });

  it('says in one line why it cannot be made, at once', () => {
    const file = join(root, 'file');
    writeFileSync(file, '');
    for (const place of ['/proc/careway', '/proc/careway/data', file, join(file, 'data')]) {
      expect(() => makeDataFolder(place), place).toThrow(StoreUnusable);
      expect(() => makeDataFolder(place), place).toThrow(/^The folder \S+ cannot be written \([^\n]+\)\. Choose another with --data\.$/);
    }
  });
});
