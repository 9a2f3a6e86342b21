import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { workflowDocs } from '../../scripts/workflow-docs.js';
import { root } from '../architecture/sources.js';

const pages = workflowDocs();

describe('docs/workflows', () => {
  it('says what the packs say: `npm run docs:workflows` writes it again', () => {
    const stale = [...pages].filter(([path, text]) => !existsSync(join(root, path)) || readFileSync(join(root, path), 'utf8') !== text);
    expect(stale.map(([path]) => path)).toEqual([]);
  });

  it('has no page of a workflow that is gone', () => {
    const files = readdirSync(join(root, 'docs/workflows'), { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.(md|svg)$/.test(name),
    );
    expect(files.map((name) => `docs/workflows/${name}`).filter((path) => !pages.has(path))).toEqual([]);
  });

  it('shows no id, placeholder or empty table head to a reader', () => {
    for (const [path, text] of pages) {
      if (!path.endsWith('.md')) continue;
      expect(text, path).not.toMatch(/undefined|null|\[object/);
      expect(text, path).not.toMatch(/\|\s*\|\s*\n\|---/);
    }
  });
});
