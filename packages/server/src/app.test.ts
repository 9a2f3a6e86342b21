import { request as httpRequest } from 'node:http';
import { pino } from 'pino';
import { afterEach, describe, expect, it } from 'vitest';
import { createApp } from './app.js';
import type { AppOptions } from './instance.js';
import { fakeCareway, testCost, testPassword } from './testing/fake-careway.js';
import { smallPack } from './testing/small-pack.js';
import { listen, TestClient } from './testing/test-client.js';
import type { ScopedTenant, TenantRuntime } from '@careway/runtime';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

interface Setting {
  readonly scoped?: Partial<ScopedTenant>;
  readonly tenant?: Partial<TenantRuntime>;
  readonly options?: Partial<AppOptions>;
}

async function serve({ scoped = {}, tenant = {}, options = {} }: Setting = {}): Promise<TestClient> {
  const careway = await fakeCareway(smallPack, scoped, tenant);
  const app = createApp({ careway, logger: pino({ level: 'silent' }), passwordCost: testCost, ...options });
  const { address, close } = await listen(app);
  closing.push(close);
  return new TestClient(address);
}

async function loggedIn(login: string, setting: Setting = {}): Promise<TestClient> {
  const client = await serve(setting);
  expect((await client.logIn(login, testPassword)).status).toBe(200);
  return client;
}

describe('logging in', () => {
  it('sets a cookie that scripts cannot read and answers with the CSRF token', async () => {
    const client = await serve();
    const answer = await client.logIn('clerk', testPassword);
    expect(answer.headers.get('set-cookie')).toMatch(/^careway_session=[\w-]{43}; .*HttpOnly.*SameSite=Lax/);
    expect(answer.json).toMatchObject({ person: { id: 'clerk', roles: [{ role: 'street-clerk', areaLabel: { 'zh-CN': '一街' } }] } });
    expect((await client.get('/session')).json).toMatchObject({ csrf: client.csrf });
  });

  it('stores only a hash of the token', async () => {
    const stored: string[] = [];
    const careway = await fakeCareway(smallPack);
    const people = careway.tenants()[0]?.people as TenantRuntime['people'];
    const put = people.putSession;
    people.putSession = (session) => {
      stored.push(JSON.stringify(session));
      return put(session);
    };
    const { address, close } = await listen(createApp({ careway, logger: pino({ level: 'silent' }), passwordCost: testCost }));
    closing.push(close);
    const client = new TestClient(address);
    await client.logIn('clerk', testPassword);
    expect(stored).toHaveLength(1);
    expect(stored[0]).not.toContain(client.cookie?.split('=')[1]);
  });

  it('answers a wrong password and an unknown name word for word alike', async () => {
    const client = await serve();
    const wrong = await client.logIn('clerk', 'wrong');
    const unknown = await client.logIn('nobody', 'wrong');
    expect(wrong.status).toBe(401);
    expect({ ...wrong.json, instance: '' }).toEqual({ ...unknown.json, instance: '' });
  });

  it('locks a name after ten wrong passwords, and lets it in again later', async () => {
    let now = 0;
    const client = await serve({ options: { now: () => now } });
    for (let index = 0; index < 10; index += 1) await client.logIn('clerk', 'wrong');
    const locked = await client.logIn('clerk', testPassword);
    expect([locked.status, locked.json['code'], Number(locked.headers.get('retry-after'))]).toEqual([429, 'TOO_MANY_ATTEMPTS', 900]);
    expect((await client.logIn('officer', testPassword)).status).toBe(200);
    now += 15 * 60 * 1000;
    expect((await client.logIn('clerk', testPassword)).status).toBe(200);
  });

  it('limits attempts by address', async () => {
    const client = await serve({ options: { rateLimits: { login: 2 } } });
    await client.logIn('a', 'x');
    await client.logIn('b', 'x');
    expect((await client.logIn('c', 'x')).json).toMatchObject({ status: 429, code: 'TOO_MANY_ATTEMPTS' });
  });
});

describe('a session', () => {
  it('ends after 30 minutes without use; the answer says what to do and that nothing typed is lost', async () => {
    let now = 0;
    const client = await loggedIn('clerk', { options: { now: () => now } });
    now += 29 * 60_000;
    expect((await client.get('/worklist')).status).toBe(200);
    now += 29 * 60_000;
    expect((await client.get('/worklist')).status).toBe(200);
    now += 30 * 60_000;
    const ended = await client.get('/worklist');
    expect(ended.json).toMatchObject({ status: 401, code: 'SESSION_EXPIRED' });
    expect((ended.json['next'] as { 'zh-CN': string })['zh-CN']).toContain('您填的内容还在');
  });

  it('is not prolonged by asking how long it lasts, but by asking to prolong it', async () => {
    let now = 0;
    const client = await loggedIn('clerk', { options: { now: () => now } });
    now += 20 * 60_000;
    expect((await client.get('/session')).json['expiresAt']).toBe(new Date(30 * 60_000).toISOString());
    expect((await client.post('/session/prolong')).json['expiresAt']).toBe(new Date(50 * 60_000).toISOString());
  });

  it('is over after logging out', async () => {
    const client = await loggedIn('clerk');
    const cookie = client.cookie;
    expect((await client.delete('/session')).status).toBe(204);
    client.cookie = cookie;
    expect((await client.get('/worklist')).json['code']).toBe('SESSION_EXPIRED');
  });

  it('refuses a write without its CSRF token, or with that of another session', async () => {
    const client = await loggedIn('clerk');
    const own = client.csrf;
    client.csrf = undefined;
    expect((await client.post('/session/prolong')).json).toMatchObject({ status: 403, code: 'CSRF_WRONG' });
    client.csrf = 'another';
    expect((await client.post('/session/prolong')).json['code']).toBe('CSRF_WRONG');
    client.csrf = own;
    expect((await client.post('/session/prolong')).status).toBe(200);
  });
});

describe('bad requests', () => {
  it('tells line and column of malformed JSON', async () => {
    const client = await serve();
    const answer = await client.send('POST', '/session', {
      bytes: '{"login":"a",\n "password" "b"}',
      headers: { 'content-type': 'application/json' },
    });
    expect(answer.json).toMatchObject({ status: 400, code: 'JSON_MALFORMED' });
    expect((answer.json['detail'] as { en: string }).en).toContain('line 2, column 13');
  });

  it('refuses keys that reach a prototype, unknown keys and wrong types, each named', async () => {
    const client = await loggedIn('clerk');
    const headers = { 'content-type': 'application/json' };
    const forbidden = await client.send('POST', '/drafts', { bytes: '{"service":"a","__proto__":{}}', headers });
    expect(forbidden.json['code']).toBe('JSON_MALFORMED');
    const wrong = await client.post('/drafts', { service: 1, owner: 'x' });
    expect(wrong.status).toBe(400);
    expect((wrong.json['issues'] as { code: string; path: string }[]).map(({ code, path }) => `${code} ${path}`)).toEqual([
      'UNKNOWN_KEY /owner',
      'WRONG_TYPE /service',
    ]);
  });

  it('refuses another media type, a compressed body and text that is not UTF-8', async () => {
    const client = await serve();
    const send = (bytes: string | Uint8Array<ArrayBuffer>, headers: Record<string, string>) =>
      client.send('POST', '/session', { bytes, headers });
    expect((await send('a=b', { 'content-type': 'application/x-www-form-urlencoded' })).json['code']).toBe('MEDIA_TYPE_UNSUPPORTED');
    expect((await send('{}', { 'content-type': 'application/json', 'content-encoding': 'gzip' })).status).toBe(415);
    expect((await send(new Uint8Array([0x22, 0xff, 0x22]), { 'content-type': 'application/json' })).json['code']).toBe('JSON_MALFORMED');
  });

  it('answers a body of 50 MB with 413 before it has arrived', async () => {
    const client = await serve();
    const body = new Uint8Array(50 * 1024 * 1024).fill(0x20);
    const answer = await client.send('POST', '/session', { bytes: body, headers: { 'content-type': 'application/json' } });
    expect(answer.json).toMatchObject({ status: 413, code: 'BODY_TOO_LARGE', detail: { en: 'Too large: at most 2 MB.' } });
    expect((await client.get('/health')).status).toBe(200);
  });

  it('answers an announced body of 50 MB without waiting for it', async () => {
    const client = await serve();
    const { hostname, port } = new URL(client.address);
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const headers = { 'content-type': 'application/json', 'content-length': String(50 * 1024 * 1024) };
      const call = httpRequest({ hostname, port, path: '/api/v1/session', method: 'POST', headers }, (response) => {
        resolve(response.statusCode);
        call.destroy();
      });
      call.on('error', reject);
      call.write('{"login"');
    });
    expect(status).toBe(413);
  });

  it('answers unknown addresses, wrong methods and ids of strange characters with a problem', async () => {
    const client = await loggedIn('clerk');
    expect((await client.get('/nowhere')).json).toMatchObject({ status: 404, code: 'ROUTE_UNKNOWN' });
    const patched = await client.send('PATCH', '/drafts');
    expect([patched.status, patched.headers.get('allow'), patched.json['code']]).toEqual([405, 'GET, POST', 'METHOD_NOT_ALLOWED']);
    const unknown = await client.get('/cases/c-1');
    for (const id of ['%00', '%E0%A4%A', '..%2f..%2fetc', "'%20or%201=1", 'x'.repeat(500)]) {
      const answer = await client.get(`/cases/${id}`);
      expect([answer.status, { ...answer.json, instance: '' }]).toEqual([404, { ...unknown.json, instance: '' }]);
    }
  });

  it('takes scalars of the query only', async () => {
    const client = await loggedIn('clerk');
    for (const query of ['limit=0', 'limit=x', 'limit=201', 'view=$ne', 'view[$ne]=todo', 'view=todo&view=done', 'where=1']) {
      expect((await client.get(`/worklist?${query}`)).json).toMatchObject({ status: 400, code: 'REQUEST_INVALID' });
    }
    expect((await client.get('/worklist?limit=20&view=done')).status).toBe(200);
  });

  it('asks for the key and the version where they are needed', async () => {
    const client = await loggedIn('clerk');
    const body = { type: 'TakeTask', task: 't' };
    const without = await client.post('/cases/c/commands', body, { headers: { 'idempotency-key': '' } });
    expect(without.json).toMatchObject({ status: 428, code: 'IDEMPOTENCY_KEY_REQUIRED' });
    expect((await client.post('/cases/c/commands', body)).json).toMatchObject({ status: 428, code: 'VERSION_REQUIRED' });
    expect((await client.post('/cases/c/commands', body, { version: 1 })).status).toBe(404);
  });

  it('refuses a command of unknown type, or with members of another', async () => {
    const client = await loggedIn('clerk');
    for (const body of [{ type: 'FireClock', clock: 'x' }, { type: 'TakeTask', task: 't', action: 'GRANT' }, { task: 't' }]) {
      expect((await client.post('/cases/c/commands', body, { version: 1 })).status).toBe(400);
    }
  });

  it('does not know a tenant that is not there', async () => {
    const client = await serve();
    expect((await client.get('/tenant?tenant=elsewhere')).json).toMatchObject({ status: 404, code: 'TENANT_UNKNOWN' });
    expect((await client.get('/tenant', { headers: { 'x-tenant': 'test-city' } })).json).toMatchObject({
      id: 'test-city',
      offset: '+08:00',
    });
  });
});

describe('a fault of ours', () => {
  it('is a problem with a number, without a trace of its cause', async () => {
    const lines: string[] = [];
    const logger = pino({ level: 'error' }, { write: (line: string) => void lines.push(line) });
    const scoped = { myCases: () => Promise.reject(new Error('secret 150103194001010012')) };
    const client = await loggedIn('clerk', { scoped, options: { logger } });
    const answer = await client.get('/my/cases');
    expect(answer.json).toMatchObject({ status: 500, code: 'INTERNAL', instance: expect.stringMatching(/^\d{6}$/) });
    expect(answer.text).not.toMatch(/secret|at |\.ts/);
    expect(lines.join('')).toContain(answer.json['instance'] as unknown as string);
    expect(lines.join('')).not.toContain('secret');
  });

  it('says that nothing can be stored when the disk is full', async () => {
    const full = Object.assign(new Error('database or disk is full'), { code: 'ERR_SQLITE_ERROR' });
    const client = await loggedIn('clerk', { scoped: { myCases: () => Promise.reject(full) } });
    expect((await client.get('/my/cases')).json).toMatchObject({ status: 503, code: 'UNAVAILABLE' });
  });
});

describe('the clock', () => {
  it('moves in a demo only', async () => {
    const real = await loggedIn('clerk');
    expect((await real.post('/clock/advance', { to: 'next-deadline' })).json).toMatchObject({ status: 409, code: 'CLOCK_IS_REAL' });
    const demo = await loggedIn('clerk', { options: { demo: { people: {} } } });
    expect((await demo.post('/clock/advance', { to: 'next-working-day' })).json).toEqual({ now: '2021-07-06T09:00:00+08:00', fired: 0 });
  });
});

describe('the log', () => {
  it('holds route, status and number, but neither address nor id nor query nor header', async () => {
    const lines: string[] = [];
    const logger = pino({ level: 'debug' }, { write: (line: string) => void lines.push(line) });
    const client = await loggedIn('clerk', { options: { logger } });
    await client.get('/cases?text=150103194001010012');
    await client.get('/cases/secret-case');
    const log = lines.join('');
    expect(log).toContain('"route":"listCases"');
    expect(log).toContain('"status":404');
    expect(log).not.toMatch(/150103194001010012|secret-case|127\.0\.0\.1|careway_session|clerk/);
  });
});
