import type { Request } from 'express';
import { readJson } from '@careway/definition';
import { ProblemError, problem, refuse } from '../problem.js';
import type { Route } from '../route.js';
import type { BodySpec } from '../schemas/carried-type.js';
import { collectBytes, streamBytes } from './collect-bytes.js';
import { validateShape } from './validate-shape.js';

const megabyte = 1024 * 1024;
/** A roster of some thousand rows is about 1 MB as JSON. */
const jsonMegabytes = 2;

/** Media type without parameters, lower case; '' when none was sent. */
export const mediaType = (request: Request): string => (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';

/** Reads and checks the body of a route. Too large, another media type, malformed or of another shape: a problem, before any work is done. */
export async function readBody(route: Route, request: Request): Promise<unknown> {
  const spec = route.body;
  // nothing is expected, so a kilobyte is generous
  if (!spec) return void (await collectBytes(request, 1024));
  checkMediaType(spec, request);
  if (spec.kind === 'stream') return streamBytes(request, spec.megabytes * megabyte);
  if (spec.kind === 'bytes') return collectBytes(request, spec.megabytes * megabyte);
  const value = parseJson(await collectBytes(request, jsonMegabytes * megabyte));
  validateShape(spec.schema, value, '');
  return value;
}

function checkMediaType(spec: BodySpec, request: Request): void {
  const allowed = spec.kind === 'json' ? ['application/json'] : spec.types;
  if (allowed.includes('*/*') || allowed.includes(mediaType(request))) return;
  refuse('MEDIA_TYPE_UNSUPPORTED', { allowed: allowed.join(', ') });
}

function parseJson(bytes: Uint8Array): unknown {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return refuse('JSON_MALFORMED', { line: 1, column: 1, reason: 'the text is not UTF-8' });
  }
  const { value, problems } = readJson(text);
  const first = problems[0];
  if (!first) return value;
  throw new ProblemError(problem('JSON_MALFORMED', { line: 1, column: 1, reason: `${first.code} ${first.path}`, ...first.params }));
}
