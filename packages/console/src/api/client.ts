import type { SessionView } from './contract.js';
import { OfflineError, problemFrom } from './problem.js';
import { askForLogIn } from './session-gate.js';
import { tenantOfAddress } from './tenant-address.js';

const BASE = '/api/v1';
/** Pauses before the second and third try, in milliseconds. */
const PAUSES = [400, 1500];

export interface ApiRequest {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  /** Sent as JSON, unless `raw` is given. */
  readonly body?: unknown;
  readonly raw?: { readonly content: BodyInit; readonly type: string };
  /** Makes a second try of a write harmless. */
  readonly idempotencyKey?: string;
  /** Version the caller saw. */
  readonly ifMatch?: number;
  readonly signal?: AbortSignal;
  /** Leaves the page when the browser must finish the request on its own. */
  readonly keepalive?: boolean;
}

let csrf: string | undefined;
let known = false;

/** Keeps what later writes need of a session. */
export function rememberSession(session: SessionView): SessionView {
  csrf = session.csrf;
  known = session.person !== undefined;
  return session;
}

/** A new key for one intention of a person; every retry of it uses the same one. */
export function newKey(): string {
  return crypto.randomUUID();
}

/**
 * Sends a request and reads its JSON answer. Tries reads and writes with a key up to three times, always with the same key, when no
 * answer came. A session that ended opens the log-in over the page and the request goes out again. Throws `ApiProblem` or `OfflineError`.
 */
export async function request<T>(path: string, options: ApiRequest = {}): Promise<T> {
  const response = await send(path, options);
  if (response.status === 204) return undefined as T;
  return (await response.json()) as T;
}

/** The same for a file. */
export async function requestBlob(path: string, options: ApiRequest = {}): Promise<Blob> {
  return (await send(path, options)).blob();
}

/** Address of an API path in the tenant that the page's own address names. */
export function apiUrl(path: string, query: ApiRequest['query'] = {}): string {
  const pairs = Object.entries({ ...query, tenant: tenantOfAddress() }).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [[name, String(value)] as [string, string]],
  );
  return `${BASE}${path}${pairs.length > 0 ? `?${new URLSearchParams(pairs)}` : ''}`;
}

async function send(path: string, options: ApiRequest): Promise<Response> {
  const response = await transport(path, options);
  if (response.ok) return response;
  const problem = await problemFrom(response);
  if (response.status === 401 && known && path !== '/session' && (await askForLogIn())) return sendAgain(path, options);
  if (response.status === 403 && problem.code.includes('CSRF') && (await refreshSession())) return sendAgain(path, options);
  throw problem;
}

async function sendAgain(path: string, options: ApiRequest): Promise<Response> {
  const response = await transport(path, options);
  if (response.ok) return response;
  throw await problemFrom(response);
}

async function refreshSession(): Promise<boolean> {
  const response = await transport('/session', {});
  if (!response.ok) return false;
  return rememberSession((await response.json()) as SessionView).csrf !== undefined;
}

async function transport(path: string, options: ApiRequest): Promise<Response> {
  const repeatable = (options.method ?? 'GET') === 'GET' || options.idempotencyKey !== undefined;
  for (let attempt = 0; ; attempt += 1) {
    const pause = repeatable ? PAUSES[attempt] : undefined;
    try {
      const response = await fetch(apiUrl(path, options.query), init(options));
      if (pause === undefined || ![502, 503, 504].includes(response.status)) return response;
    } catch (error) {
      if (options.signal?.aborted) throw error;
      if (pause === undefined || navigator.onLine === false) throw new OfflineError(error);
    }
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

function init(options: ApiRequest): RequestInit {
  const headers: Record<string, string> = { Accept: 'application/json' };
  const method = options.method ?? 'GET';
  if (options.raw) headers['Content-Type'] = options.raw.type;
  else if (options.body !== undefined) headers['Content-Type'] = 'application/json';
  if (method !== 'GET' && csrf) headers['X-CSRF-Token'] = csrf;
  if (options.idempotencyKey) headers['Idempotency-Key'] = options.idempotencyKey;
  if (options.ifMatch !== undefined) headers['If-Match'] = `"${options.ifMatch}"`;
  const body = options.raw ? options.raw.content : options.body === undefined ? null : JSON.stringify(options.body);
  return {
    method,
    headers,
    body,
    credentials: 'same-origin',
    cache: 'no-store',
    ...(options.signal ? { signal: options.signal } : {}),
    ...(options.keepalive ? { keepalive: true } : {}),
  };
}
