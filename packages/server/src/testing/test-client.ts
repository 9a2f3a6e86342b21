import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import type { Express } from 'express';
import type { Server } from 'node:http';

/** An answer as a test reads it. */
export interface TestAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly bytes: Uint8Array;
  /** The body read as JSON; `{}` when it is none. Its shape is checked apart. */
  readonly json: Readonly<Record<string, unknown>>;
}

export interface TestRequest {
  readonly body?: unknown;
  readonly bytes?: Uint8Array<ArrayBuffer> | string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly key?: string;
  readonly version?: number;
}

/** One browser: keeps its cookie and its CSRF token. */
export class TestClient {
  cookie: string | undefined;
  csrf: string | undefined;

  constructor(readonly address: string) {}

  /** Sends a request below `/api/v1`. Objects go as JSON; a key is made for every write that brings none. */
  async send(method: string, path: string, request: TestRequest = {}): Promise<TestAnswer> {
    const response = await fetch(`${this.address}/api/v1${path}`, {
      method,
      headers: this.#headersOf(method, request),
      ...(request.bytes !== undefined ? { body: request.bytes } : {}),
      ...(request.body !== undefined ? { body: JSON.stringify(request.body) } : {}),
    });
    const set = response.headers.get('set-cookie');
    if (set) this.cookie = set.startsWith('careway_session=;') ? undefined : set.split(';')[0];
    const bytes = new Uint8Array(await response.arrayBuffer());
    const text = new TextDecoder().decode(bytes);
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    return {
      status: response.status,
      headers: response.headers,
      text,
      bytes,
      json: isJson ? (JSON.parse(text) as Readonly<Record<string, unknown>>) : {},
    };
  }

  get = (path: string, request?: TestRequest) => this.send('GET', path, request);
  post = (path: string, body?: unknown, request: TestRequest = {}) =>
    this.send('POST', path, { ...request, ...(body !== undefined && { body }) });
  put = (path: string, body: unknown, request: TestRequest = {}) => this.send('PUT', path, { ...request, body });
  delete = (path: string) => this.send('DELETE', path);

  /** Logs in and keeps cookie and token. */
  async logIn(login: string, password: string): Promise<TestAnswer> {
    const answer = await this.post('/session', { login, password });
    this.csrf = (answer.json as { csrf?: string }).csrf;
    return answer;
  }

  #headersOf(method: string, request: TestRequest): Record<string, string> {
    const writes = method !== 'GET';
    return {
      ...(this.cookie && { cookie: this.cookie }),
      ...(writes && this.csrf && { 'x-csrf-token': this.csrf }),
      ...(writes && { 'idempotency-key': request.key ?? randomUUID() }),
      ...(request.version !== undefined && { 'if-match': `"${request.version}"` }),
      ...(request.body !== undefined && { 'content-type': 'application/json' }),
      ...request.headers,
    };
  }
}

/** Listens on a free port of 127.0.0.1. */
export async function listen(app: Express): Promise<{ readonly address: string; readonly server: Server; close(): Promise<void> }> {
  const server = app.listen(0, '127.0.0.1');
  await new Promise<void>((resolve, reject) => server.once('listening', resolve).once('error', reject));
  const { port } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { address: `http://127.0.0.1:${port}`, server, close };
}
