import { writeFileSync } from 'node:fs';
import { openApiOf, routes } from '../src/index.js';

/** Writes the description of the interface beside the other documentation; a test says when it has drifted. */
const file = new URL('../../../docs/openapi.json', import.meta.url);
writeFileSync(file, `${JSON.stringify(openApiOf(routes, '0.1.0'), null, 2)}\n`);
