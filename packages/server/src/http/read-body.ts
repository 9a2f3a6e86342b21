import type { Request, Response } from 'express';
import express from 'express';
import { readJson } from '@careway/definition';
import { ProblemError, problem, refuse } from '../problem.js';
import type { Route } from '../route.js';
import type { BodySpec } from '../schemas/carried-type.js';
import { validateShape } from './validate-shape.js';

const megabyte = 1024 * 1024;
/** A roster of some thousand rows is about 1 MB as JSON. */
const jsonMegabytes = 2;

/** Media type without parameters, lower case; '' when none was sent. */
export const mediaType = (request: Request): string => (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';

/** Reads and checks the body of a route. Too large, another media type, malformed or of another shape: a problem, before any work is done. */
export async function readBody(route: Route, request: Request, response: Response): Promise<unknown> {
  const spec = route.body;
  if (!spec) return readNothing(request, response);
  checkMediaType(spec, request);
  const megabytes = spec.kind === 'json' ? jsonMegabytes : spec.megabytes;
  const bytes = await readBytes(request, response, megabytes);
  if (spec.kind === 'bytes') return bytes;
  const value = parseJson(bytes);
  validateShape(spec.schema, value, '');
  return value;
}

async function readNothing(request: Request, response: Response): Promise<undefined> {
  // nothing is expected, so a kilobyte is generous
  await readBytes(request, response, 1 / 1024);
  return undefined;
}

function checkMediaType(spec: BodySpec, request: Request): void {
  const allowed = spec.kind === 'json' ? ['application/json'] : spec.types;
  if (allowed.includes('*/*') || allowed.includes(mediaType(request))) return;
  refuse('MEDIA_TYPE_UNSUPPORTED', { allowed: allowed.join(', ') });
}

function readBytes(request: Request, response: Response, megabytes: number): Promise<Uint8Array> {
  // a compressed body could grow a thousandfold: not taken
  const read = express.raw({ type: () => true, limit: megabytes * megabyte, inflate: false });
  return new Promise((resolve, reject) => {
    read(request, response, (error?: unknown) => {
      if (error) return reject(bodyProblem(error, megabytes));
      resolve(Buffer.isBuffer(request.body) ? request.body : new Uint8Array());
    });
  });
}

function bodyProblem(error: unknown, megabytes: number): unknown {
  const type = (error as { type?: string }).type;
  if (type === 'entity.too.large') {
    // the rest of the body is not waited for
    return new ProblemError(problem('BODY_TOO_LARGE', { limit: Math.max(1, Math.floor(megabytes)) }), { Connection: 'close' });
  }
  if (type === 'encoding.unsupported')
    return new ProblemError(problem('MEDIA_TYPE_UNSUPPORTED', { allowed: 'Content-Encoding: identity' }));
  if (type === 'request.aborted' || type === 'request.size.invalid') {
    return new ProblemError(problem('JSON_MALFORMED', { line: 1, column: 1, reason: 'the request ended early' }));
  }
  return error;
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
