import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The built web app beside this package; undefined when it has not been built, and then only the interface is served. */
export function webFolder(): string | undefined {
  const folder = fileURLToPath(new URL('../../../console/dist', import.meta.url));
  return existsSync(`${folder}/index.html`) ? folder : undefined;
}
