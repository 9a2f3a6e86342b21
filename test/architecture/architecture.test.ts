import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importsOf, packageSources, root, type SourceFile } from './sources.js';

/** The package table: each may import only what stands in its list. */
const mayImport: Record<string, readonly string[]> = {
  definition: [],
  rules: ['definition'],
  engine: ['definition', 'rules'],
  forms: ['definition', 'rules'],
  proof: ['definition', 'rules', 'engine', 'forms'],
  runtime: ['definition', 'rules', 'engine', 'forms', 'proof'],
  server: ['definition', 'forms', 'proof', 'runtime'],
  cli: ['definition', 'rules', 'engine', 'forms', 'proof', 'runtime', 'server'],
  'form-react': ['definition', 'rules', 'forms'],
  console: ['definition', 'rules', 'forms', 'proof', 'form-react'],
};
const pure = ['definition', 'rules', 'engine', 'forms', 'proof'];
const sources = packageSources();
const product = sources.filter((file) => !file.isTest);

/** Message catalogues, schemas and generated modules may be long. */
const exemptFromLength = /\/(schemas|generated|i18n)\/|catalogue[^/]*\.ts$|-catalogue\.ts$/;

function workspaceImport(specifier: string): string | undefined {
  return /^@careway\/([a-z-]+)/.exec(specifier)?.[1];
}

function localTarget(file: SourceFile, specifier: string): string | undefined {
  if (!specifier.startsWith('.')) return undefined;
  const path = normalize(join(dirname(file.path), specifier));
  const candidates = [path, path.replace(/\.js$/, '.ts'), path.replace(/\.js$/, '.tsx'), path.replace(/\.jsx$/, '.tsx')];
  return candidates.find((candidate) => /\.tsx?$/.test(candidate) && existsSync(join(root, candidate)));
}

/** Import chains that come back to their start, type imports left out. */
function cycles(files: readonly SourceFile[]): string[] {
  const graph = new Map(files.map((file) => [file.path, valueTargets(file)]));
  const found: string[] = [];
  const done = new Set<string>();
  const visit = (path: string, trail: string[]): void => {
    if (trail.includes(path)) {
      found.push([...trail.slice(trail.indexOf(path)), path].join(' → '));
      return;
    }
    if (done.has(path)) return;
    for (const next of graph.get(path) ?? []) visit(next, [...trail, path]);
    done.add(path);
  };
  for (const path of graph.keys()) visit(path, []);
  return found;
}

function valueTargets(file: SourceFile): string[] {
  const withoutTypes = file.text.replace(/(?:import|export)\s+type\s+[^;]*?from\s+['"][^'"]+['"]/g, '');
  return importsOf(withoutTypes).flatMap((specifier) => localTarget(file, specifier) ?? []);
}

describe('architecture', () => {
  it('sees the modules of every package', () => {
    const seen = new Map<string, number>();
    for (const file of product) seen.set(file.package, (seen.get(file.package) ?? 0) + 1);
    expect([...seen.keys()].sort()).toEqual(Object.keys(mayImport).sort());
    for (const [name, count] of seen) expect(count, `modules of ${name}`).toBeGreaterThanOrEqual(3);
    expect(product.length).toBeGreaterThan(150);
    expect(product.flatMap((file) => file.imports).length).toBeGreaterThan(500);
  });

  it('lets packages point one way only', () => {
    const wrong = sources.flatMap((file) =>
      file.imports
        .map(workspaceImport)
        .filter((target): target is string => target !== undefined && target !== file.package && !mayImport[file.package]?.includes(target))
        .map((target) => `${file.path} imports ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  it('reaches other packages by their entry points, never by path', () => {
    const wrong = sources.flatMap((file) =>
      file.imports
        .filter((specifier) => /^@careway\/[^/]+\/(src|dist)/.test(specifier) || crossesPackages(file, specifier))
        .map((specifier) => `${file.path}: ${specifier}`),
    );
    expect(wrong).toEqual([]);
  });

  it('declares every package it imports', () => {
    const wrong = product.flatMap((file) => {
      const manifest = JSON.parse(readFileSync(join(root, 'packages', file.package, 'package.json'), 'utf8'));
      const declared = new Set(Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies, ...manifest.devDependencies }));
      return file.imports
        .filter((specifier) => !specifier.startsWith('.') && !specifier.startsWith('node:'))
        .map((specifier) =>
          specifier
            .split('/')
            .slice(0, specifier.startsWith('@') ? 2 : 1)
            .join('/'),
        )
        .filter((name) => !declared.has(name) && name !== `@careway/${file.package}`)
        .map((name) => `${file.path}: ${name}`);
    });
    expect(wrong).toEqual([]);
  });

  it('has no import cycles', () => {
    expect(cycles(product)).toEqual([]);
  });

  it('keeps files short', () => {
    const long = sources
      .filter((file) => !exemptFromLength.test(file.path) && file.lines > (file.isTest ? 600 : 400))
      .map((file) => `${file.path}: ${file.lines} lines`);
    expect(long).toEqual([]);
  });

  it('keeps the pure packages free of I/O, clock, timers, randomness and async', () => {
    const banned =
      /['"]node:|\bDate\.now\b|\bnew Date\(\s*\)|\bMath\.random\b|\bset(Timeout|Interval|Immediate)\b|\bfetch\(|\bprocess\.|\basync\b|\bawait\b|\bcrypto\.|\bperformance\.|\beval\(|\bnew Function\b/;
    const wrong = product
      .filter((file) => pure.includes(file.package) && !file.path.includes('/generated/'))
      .flatMap((file) =>
        file.text
          .split('\n')
          .map((line, index) => ({ line: line.replace(/\/\/.*$|^\s*\*.*$|\/\*.*\*\//g, ''), at: index + 1 }))
          .filter(({ line }) => banned.test(line))
          .map(({ at, line }) => `${file.path}:${at}: ${line.trim()}`),
      );
    expect(wrong).toEqual([]);
  });

  it('names no city in code', () => {
    const cities = /呼和浩特|湘潭|梧州|北京市|hohhot|xiangtan|wuzhou|beijing/i;
    const wrong = product.filter((file) => cities.test(file.text)).map((file) => file.path);
    expect(wrong).toEqual([]);
  });

  it('leaves nothing unfinished behind', () => {
    const marks = /\bTODO\b|\bFIXME\b|@ts-ignore|@ts-expect-error|:\s*any\b|\bas any\b/;
    const wrong = product
      .filter((file) => !file.path.includes('/generated/'))
      .flatMap((file) => file.text.split('\n').flatMap((line, index) => (marks.test(line) ? [`${file.path}:${index + 1}`] : [])));
    expect(wrong).toEqual([]);
  });
});

function crossesPackages(file: SourceFile, specifier: string): boolean {
  if (!specifier.startsWith('.')) return false;
  const target = normalize(join(dirname(file.path), specifier));
  return !target.startsWith(`packages/${file.package}/`);
}
