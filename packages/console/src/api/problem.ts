import type { Issue, LocalizedText } from '@careway/definition';
import type { ProblemBody } from './contract.js';
import type { RecordDifference } from './generated/views.js';

/** The server answered with a problem (RFC 9457). */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly detail: LocalizedText | undefined;
  readonly next: LocalizedText | undefined;
  readonly issues: readonly Issue[];
  readonly instance: string | undefined;
  readonly current: number | undefined;
  readonly since: LocalizedText | undefined;
  readonly differences: readonly RecordDifference[];

  constructor(body: ProblemBody) {
    super(body.title ?? body.code);
    this.name = 'ApiProblem';
    this.status = body.status;
    this.code = body.code;
    this.detail = body.detail;
    this.next = body.next;
    this.issues = body.issues ?? [];
    this.instance = body.instance;
    this.current = body.current;
    this.since = body.since;
    this.differences = body.differences ?? [];
  }
}

/** No answer came: the network is away, or the server is. What was sent may have arrived; the same key makes a second try harmless. */
export class OfflineError extends Error {
  constructor(cause: unknown) {
    super('offline', { cause });
    this.name = 'OfflineError';
  }
}

/** Reads a problem from a failed answer; answers that are no problem documents become one by their status. */
export async function problemFrom(response: Response): Promise<ApiProblem> {
  const fallback: ProblemBody = { status: response.status, code: `HTTP_${response.status}`, title: response.statusText };
  if (!(response.headers.get('content-type') ?? '').includes('json')) return new ApiProblem(fallback);
  const body = (await response.json().catch(() => undefined)) as Partial<ProblemBody> | undefined;
  return new ApiProblem({ ...fallback, ...body });
}
