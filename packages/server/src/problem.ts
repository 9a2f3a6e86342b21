import { fillText, type Issue, type LocalizedText } from '@careway/definition';
import type { RecordDifference, RegisterReply, Reply } from '@careway/runtime';
import { type ProblemCode, type ProblemKind, problemCatalogue } from './problem-catalogue.js';

/** The body of an `application/problem+json` answer (RFC 9457). `instance` is a short number that one can say on the telephone. */
export interface Problem {
  readonly type: string;
  readonly title: LocalizedText;
  readonly status: number;
  readonly code: string;
  readonly detail: LocalizedText;
  readonly next?: LocalizedText;
  readonly issues?: readonly Issue[];
  readonly current?: number;
  readonly since?: LocalizedText;
  /** Of a record that somebody else changed: both sides, field by field. */
  readonly differences?: readonly RecordDifference[];
}

type Params = Readonly<Record<string, string | number>>;

/** Ends a request with a problem. Never holds a cause that the caller may not see. */
export class ProblemError extends Error {
  readonly problem: Problem;
  readonly headers: Readonly<Record<string, string>>;

  constructor(problem: Problem, headers: Readonly<Record<string, string>> = {}) {
    super(problem.code);
    this.name = 'ProblemError';
    this.problem = problem;
    this.headers = headers;
  }
}

const typeOf = (code: string) => `https://careway.dev/problems/${code.toLowerCase().replaceAll('_', '-')}`;

/** A problem of the catalogue, with its placeholders filled. `more` overrides single members. */
export function problem(code: ProblemCode, params: Params = {}, more: Partial<Problem> = {}): Problem {
  const kind: ProblemKind = problemCatalogue[code];
  return {
    type: typeOf(code),
    title: kind.title,
    status: kind.status,
    code,
    detail: fillText(kind.detail, params),
    ...(kind.next && { next: fillText(kind.next, params) }),
    ...more,
  };
}

/** Throws a problem of the catalogue. */
export function refuse(code: ProblemCode, params: Params = {}, headers: Readonly<Record<string, string>> = {}): never {
  throw new ProblemError(problem(code, params), headers);
}

/**
 * The one map from what the runtime replies to HTTP: issues 422, refusals 409, not found 404, stale version 412, key used for another body 422.
 * A refusal keeps its own code and words.
 */
export function problemOfReply(reply: Exclude<Reply<unknown> | RegisterReply<unknown>, { ok: true }>): Problem {
  switch (reply.kind) {
    case 'refused': {
      const { code, message, next } = reply.refusal;
      if (code === 'NOT_FOUND') return problem('NOT_FOUND');
      const { issues } = reply;
      return problem('REFUSED', {}, { type: typeOf(code), code, detail: message, ...(next && { next }), ...(issues && { issues }) });
    }
    case 'issues':
      return problem('SUBMISSION_INVALID', { count: reply.issues.length }, { issues: reply.issues });
    case 'not-found':
      return problem('NOT_FOUND');
    case 'record-conflict':
      return problem('RECORD_CHANGED', {}, { current: reply.current, since: reply.since, differences: reply.differences });
    case 'version-conflict':
      return problem('VERSION_CONFLICT', {}, { current: reply.current, since: reply.since });
    case 'key-reused':
      return problem('IDEMPOTENCY_KEY_REUSED');
  }
}

/** The value of a reply, or its problem thrown. */
export function valueOf<T>(reply: Reply<T> | RegisterReply<T>): T {
  if (reply.ok) return reply.value;
  throw new ProblemError(problemOfReply(reply));
}

/** What was asked for, or `NOT_FOUND` thrown: the same words whether it does not exist or belongs to another area. */
export function found<T>(value: T | undefined): T {
  if (value === undefined) throw new ProblemError(problem('NOT_FOUND'));
  return value;
}
