import { join } from 'node:path';
import { run } from './run-step.mjs';

/** `npm start`: builds what changed, then serves the two demo cities on the embedded store. Arguments go to `careway serve`. */
process.env.TURBO_TELEMETRY_DISABLED = '1';
const built = await run(join('node_modules', '.bin', 'turbo'), ['run', 'build', '--output-logs=errors-only']);
if (built !== 0) process.exit(built);

const { main } = await import('../packages/cli/dist/main.js');
process.exitCode = await main(['serve', '--demo', '--pack', 'examples/hohhot', '--pack', 'workflows', ...process.argv.slice(2)]);
