import type { LocalizedText } from '@careway/definition';
import type { NextFunction, Request, Response } from 'express';
import type { Logger } from 'pino';
import { type Problem, ProblemError, problem } from '../problem.js';
import { requestNumber } from './request-number.js';

/** Express' last handler: every error becomes `application/problem+json`; the cause of a fault of ours goes to the log, never to the caller. */
export function problemHandler(logger: Logger) {
  return (error: unknown, request: Request, response: Response, _next: NextFunction): void => {
    const known = knownProblem(error);
    if (!known) logger.error({ request: requestNumber(request), err: causeOf(error) }, 'request failed');
    if (response.headersSent) {
      response.destroy();
      return;
    }
    sendProblem(known ?? new ProblemError(problem('INTERNAL', { instance: requestNumber(request) })), request, response);
  };
}

/** Writes a problem in the shape of RFC 9457; the title is in the language asked for. */
export function sendProblem({ problem: body, headers }: ProblemError, request: Request, response: Response): void {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  response.setHeader('Cache-Control', 'no-store');
  response.status(body.status).type('application/problem+json');
  response.send(JSON.stringify({ ...body, title: titleOf(body, request), instance: requestNumber(request) }));
}

function titleOf(body: Problem, request: Request): string {
  const locale: keyof LocalizedText = request.acceptsLanguages('zh-CN', 'zh', 'en') === 'en' ? 'en' : 'zh-CN';
  return body.title[locale];
}

function knownProblem(error: unknown): ProblemError | undefined {
  if (error instanceof ProblemError) return error;
  // a path that is not URL-encoded text names nothing
  if (error instanceof URIError) return new ProblemError(problem('NOT_FOUND'));
  return storeIsFull(error) ? new ProblemError(problem('UNAVAILABLE'), { 'Retry-After': '10' }) : undefined;
}

/** Disk full, disk broken, or locked by another process: the store refuses writes and goes on reading. */
function storeIsFull(error: unknown): boolean {
  const text = error instanceof Error ? `${(error as { code?: string }).code ?? ''} ${error.message}` : '';
  return /SQLITE_(FULL|IOERR|BUSY)|ENOSPC|database or disk is full|disk I\/O error|database is locked/.test(text);
}

/** Kind and place of a fault. The message is left out: it could quote what somebody typed. */
function causeOf(error: unknown): { name: string; at: string } {
  if (!(error instanceof Error)) return { name: typeof error, at: '' };
  const places = (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '));
  return { name: error.name, at: places.slice(0, 8).join('\n') };
}
