import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ensureChromium } from './chromium.mjs';
import { run } from './run-step.mjs';

/** `node scripts/screens.mjs`: takes the pictures of docs/screens anew while the stories are played in the browser. */

const FOLDER = join('docs', 'screens');
const LARGEST = 150_000;

mkdirSync(FOLDER, { recursive: true });
for (const name of readdirSync(FOLDER)) if (name.endsWith('.png')) rmSync(join(FOLDER, name));
const built = await run(join('node_modules', '.bin', 'turbo'), ['run', 'build', '--output-logs=errors-only']);
if (built !== 0) process.exit(built);
const env = { ...process.env, CAREWAY_SCREENS: '1', CHROMIUM_PATH: ensureChromium() };
const code = await run(join('node_modules', '.bin', 'vitest'), ['run', '--config', 'test/e2e/vitest.config.ts', 'story', 'registers'], {
  env,
});
const pictures = readdirSync(FOLDER).filter((name) => name.endsWith('.png'));
const large = pictures.filter((name) => statSync(join(FOLDER, name)).size > LARGEST);
console.log(`${pictures.length} pictures in ${FOLDER}`);
if (large.length > 0) console.error(`Larger than ${LARGEST / 1000} kB: ${large.join(', ')}`);
process.exit(code !== 0 || large.length > 0 ? 1 : 0);
