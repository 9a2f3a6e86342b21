import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureChromium } from './chromium.mjs';
import { run } from './run-step.mjs';

/** `npm test`: everything that CI runs, in order, then one line `N passed, N failed`. Every step runs even when one before it failed. */

process.env.TURBO_TELEMETRY_DISABLED = '1';
const reports = mkdtempSync(join(tmpdir(), 'careway-test-'));
const bin = (name) => join('node_modules', '.bin', name);
let passed = 0;
let failed = 0;
const wrong = [];

function count(name, ok) {
  if (ok) passed += 1;
  else {
    failed += 1;
    wrong.push(name);
  }
}

async function step(name, command, args, options) {
  console.log(`\n— ${name}`);
  count(name, (await run(command, args, options)) === 0);
}

async function suite(name, config, env = {}) {
  console.log(`\n— ${name}`);
  const file = join(reports, `${name.replaceAll(' ', '-')}.json`);
  const args = ['run', '--config', config, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const code = await run(bin('vitest'), args, { env: { ...process.env, ...env } });
  let report;
  try {
    report = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    count(`${name} (no report)`, false);
    return;
  }
  passed += report.numPassedTests;
  failed += report.numFailedTests;
  if (report.numPendingTests > 0) console.log(`${name}: ${report.numPendingTests} tests were skipped`);
  if (report.numFailedTests > 0) wrong.push(name);
  if (report.numTotalTests === 0) count(`${name} (no test ran)`, false);
  if (code !== 0 && report.numFailedTests === 0) count(`${name} (exit ${code})`, false);
}

async function browserSuite() {
  let chromium;
  try {
    chromium = ensureChromium();
  } catch (error) {
    console.error(error.message);
    count('browser', false);
    return;
  }
  await suite('browser', 'test/e2e/vitest.config.ts', { CHROMIUM_PATH: chromium });
}

await step('format', bin('biome'), ['format', '.']);
await step('lint', bin('oxlint'), ['--deny-warnings']);
await step('build', bin('turbo'), ['run', 'build', '--output-logs=errors-only']);
await step('types', bin('tsc'), ['-b']);
await step('types of the tests', bin('tsc'), ['-p', 'test']);
await suite('unit and features', 'vitest.config.ts');
await suite('kill', 'test/kill/vitest.config.ts');
await browserSuite();

if (wrong.length > 0) console.log(`\nFailed: ${wrong.join(', ')}`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
