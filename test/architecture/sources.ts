import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

export interface SourceFile {
  /** Relative to the repository. */
  readonly path: string;
  readonly package: string;
  readonly text: string;
  readonly lines: number;
  readonly isTest: boolean;
  readonly imports: readonly string[];
}

const importPattern =
  /(?:^|[\n;])\s*(?:import|export)\s+(?:type\s+)?(?:[\w*{}\s,$]+?\s+from\s+)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/g;

/** Module specifiers that a text imports, static and dynamic. */
export function importsOf(text: string): string[] {
  return [...text.matchAll(importPattern)].map((match) => (match[1] ?? match[2]) as string);
}

function* walk(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.name === 'node_modules' || entry.name === 'dist') continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* walk(path);
    else if (/\.tsx?$/.test(entry.name)) yield path;
  }
}

/** Every TypeScript source of the packages. */
export function packageSources(): SourceFile[] {
  const packages = readdirSync(join(root, 'packages'));
  return packages.flatMap((name) =>
    [...walk(join(root, 'packages', name, 'src'))].map((file) => {
      const text = readFileSync(file, 'utf8');
      return {
        path: relative(root, file),
        package: name,
        text,
        lines: text.split('\n').length - 1,
        isTest: /\.test\.tsx?$/.test(file) || file.includes('/testing/'),
        imports: importsOf(text),
      };
    }),
  );
}
