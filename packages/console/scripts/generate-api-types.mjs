// Copies the shapes of the API into src/api/generated, so that the web app depends on the server by HTTP only.
import { readFileSync, writeFileSync } from 'node:fs';

const root = new URL('../../', import.meta.url);
const read = (path) => readFileSync(new URL(path, root), 'utf8');

/** The declaration of an exported interface or type, up to the line that closes it. */
function declaration(source, name) {
  const start = source.search(new RegExp(`^export (interface|type) ${name}\\b`, 'm'));
  if (start < 0) throw new Error(`no declaration ${name}`);
  const rest = source.slice(start);
  const end = rest.startsWith('export interface') ? rest.indexOf('\n}\n') + 3 : rest.search(/;\n(?=\n|export|\/\*\*|$)/) + 2;
  return rest.slice(0, end);
}

const engineState = read('engine/src/types/state.ts');
const engineContext = read('engine/src/types/context.ts');
const runtime = read('runtime/src/runtime.ts');
/** The modules that `views.ts` names, in its order, without their imports. */
const views = [...read('runtime/src/views.ts').matchAll(/from '\.\/(views-[a-z]+)\.js';/g)]
  .map(([, module]) =>
    read(`runtime/src/${module}.ts`)
      .replace(/^import [^;]*;\n/gm, '')
      .trim(),
  )
  .join('\n\n')
  .concat('\n');

const text = [
  "import type { Issue, LocalizedText } from '@careway/definition';",
  '',
  '/* Written by scripts/generate-api-types.mjs. Do not edit. */',
  '',
  declaration(engineState, 'CaseEnding'),
  declaration(engineState, 'ItemStatus'),
  declaration(engineState, 'AttachmentRef'),
  declaration(engineContext, 'RefusalCode'),
  declaration(engineContext, 'Refusal'),
  declaration(runtime, 'CaseCommand'),
  declaration(runtime, 'WorklistQuery'),
  declaration(runtime, 'CaseQuery'),
  views,
].join('\n');
// `--print` shows what would be written, so that a test can tell whether the file is current.
if (process.argv.includes('--print')) process.stdout.write(text);
else writeFileSync(new URL('../src/api/generated/views.ts', import.meta.url), text);
