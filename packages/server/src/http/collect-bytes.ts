import type { Request } from 'express';
import { ProblemError, problem, refuse } from '../problem.js';

const megabyte = 1024 * 1024;
/** What comes after the limit is read and thrown away, so that the caller sees the answer; beyond this the line is cut. */
const patience = 100 * megabyte;

/**
 * The body of a request, at most `limit` bytes of it. A longer one is refused as soon as that is known: by its announced length, else at the
 * first byte too many. A compressed body is not taken, because it could grow a thousandfold.
 */
export function collectBytes(request: Request, limit: number): Promise<Uint8Array> {
  checkEncoding(request);
  const tooLarge = () => bodyTooLarge(limit);
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= limit) chunks.push(chunk);
      else if (size > limit + patience) request.destroy();
      else {
        chunks.length = 0;
        reject(tooLarge());
      }
    });
    request.on('end', () => resolve(Buffer.concat(chunks)));
    request.on('error', reject);
    request.on('aborted', () => reject(endedEarly()));
    if (Number(request.headers['content-length'] ?? 0) > limit) reject(tooLarge());
  });
}

/**
 * The same piece by piece: at most `limit` bytes pass. What comes after the limit is read and thrown away, so that the caller sees the
 * answer.
 */
export async function* streamBytes(request: Request, limit: number): AsyncGenerator<Uint8Array> {
  checkEncoding(request);
  if (Number(request.headers['content-length'] ?? 0) > limit) throw bodyTooLarge(limit);
  let size = 0;
  for await (const piece of request.iterator({ destroyOnReturn: false })) {
    const chunk = piece as Buffer;
    size += chunk.length;
    if (size > limit) {
      request.resume();
      throw bodyTooLarge(limit);
    }
    yield chunk;
  }
  if (!request.complete) throw endedEarly();
}

function checkEncoding(request: Request): void {
  const encoding = request.headers['content-encoding'];
  if (encoding !== undefined && encoding !== 'identity') refuse('MEDIA_TYPE_UNSUPPORTED', { allowed: 'Content-Encoding: identity' });
}

const bodyTooLarge = (limit: number) => new ProblemError(problem('BODY_TOO_LARGE', { limit: Math.max(1, Math.floor(limit / megabyte)) }));
const endedEarly = () => new ProblemError(problem('JSON_MALFORMED', { line: 1, column: 1, reason: 'the request ended early' }));
