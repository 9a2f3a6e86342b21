import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { workflowHandbook, workflowPicture } from '@careway/proof';
import { loadPackChain } from '@careway/runtime';

const root = resolve(import.meta.dirname, '..');

/** Pages under `docs/workflows` by path: of the base pack, and of each city those workflows that it changes or has services for. */
export function workflowDocs(): ReadonlyMap<string, string> {
  const pages = new Map<string, string>();
  const packs = [
    'workflows',
    ...readdirSync(join(root, 'examples'))
      .sort()
      .map((city) => `examples/${city}`),
  ];
  for (const folder of packs) {
    const { composed } = loadPackChain(join(root, folder));
    if (!composed) throw new Error(`the pack in ${folder} is broken`);
    const city = folder === 'workflows' ? '' : `${composed.manifest.id}/`;
    const used = new Set([...composed.services.values()].map(({ workflow }) => workflow));
    for (const workflow of composed.workflows.values()) {
      if (!used.has(workflow.id)) continue;
      for (const [locale, prefix] of [
        ['zh-CN', ''],
        ['en', 'en/'],
      ] as const) {
        const page = `docs/workflows/${prefix}${city}${workflow.id}`;
        pages.set(`${page}.md`, workflowHandbook(composed, workflow.id, { locale, picture: `${workflow.id}.svg` }));
        pages.set(`${page}.svg`, workflowPicture(workflow, locale));
      }
    }
  }
  return pages;
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === import.meta.filename) {
  for (const [path, text] of workflowDocs()) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}
