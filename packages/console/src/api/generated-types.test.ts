import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

it('the shapes of the API are those of the runtime: node packages/console/scripts/generate-api-types.mjs', () => {
  const script = fileURLToPath(new URL('../../scripts/generate-api-types.mjs', import.meta.url));
  const current = execFileSync(process.execPath, [script, '--print'], { encoding: 'utf8' });
  expect(current).toContain('export interface CaseView');
  expect(readFileSync(new URL('./generated/views.ts', import.meta.url), 'utf8')).toBe(current);
});
