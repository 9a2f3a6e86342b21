import type { TenantRuntime, Viewer, WriteOptions } from '@careway/runtime';
import type { Request } from 'express';
import { mayCall, viewerOf } from '../auth/role-kind.js';
import { csrfFits, type OpenSession, readSession, slideSession, tokenIn } from '../auth/session.js';
import type { Instance } from '../instance.js';
import { refuse } from '../problem.js';
import type { Answer, Route } from '../route.js';
import { mediaType, readBody } from './read-body.js';
import { validateShape } from './validate-shape.js';

/** A request on its way: who asks, of which tenant. */
interface Caller {
  readonly tenant: TenantRuntime;
  readonly viewer: Viewer;
  readonly session?: OpenSession;
}

/**
 * The life of a request, the same for every route: tenant, session, permission, CSRF token, headers, query, body, handler. Whatever may be
 * refused is refused before the body is read.
 */
export async function runRoute(instance: Instance, route: Route, request: Request): Promise<Answer> {
  const caller = await callerOf(instance, route, request);
  checkCsrf(route, request, caller.session);
  const write = writeOptions(route, request);
  const query = queryOf(route, request);
  const params = paramsOf(request);
  const body = await readBody(route, request);
  const answer = await route.handle({
    instance,
    ...caller,
    scoped: caller.tenant.as(caller.viewer),
    params,
    query,
    body,
    contentType: mediaType(request),
    write,
    locale: request.acceptsLanguages('zh-CN', 'zh', 'en') === 'en' ? 'en' : 'zh-CN',
  });
  return answer;
}

async function callerOf(instance: Instance, route: Route, request: Request): Promise<Caller> {
  const named = request.get('x-tenant') ?? singleQuery(request, 'tenant');
  const tenant = instance.careway.tenant(named ?? instance.defaultTenant) ?? refuse('TENANT_UNKNOWN');
  const token = tokenIn(request.headers.cookie);
  const stored = token ? await readSession(instance, tenant, token) : undefined;
  if (!stored) {
    if (route.who !== 'all') refuse(token ? 'SESSION_EXPIRED' : 'LOGIN_REQUIRED');
    return { tenant, viewer: { kind: 'public' } };
  }
  const session = route.keepsSessionEnd ? stored : await slideSession(instance, tenant, stored);
  const viewer = viewerOf(session.person);
  if (!mayCall(route.who, viewer, tenant)) refuse('ROLE_MISSING');
  return { tenant, viewer, session };
}

/** Logging in needs no token: there is none yet, and SameSite=Lax keeps other sites out. */
function checkCsrf(route: Route, request: Request, session: OpenSession | undefined): void {
  if (route.method === 'get' || route.rateLimit === 'login' || !session) return;
  if (!csrfFits(session, request.get('x-csrf-token'))) refuse('CSRF_WRONG');
}

function writeOptions(route: Route, request: Request): WriteOptions {
  const key = request.get('idempotency-key');
  if (route.idempotent && (!key || !/^[\x21-\x7e]{1,100}$/.test(key))) refuse('IDEMPOTENCY_KEY_REQUIRED');
  if (!route.ifMatch) return { idempotencyKey: key ?? '' };
  const version = /^"?(\d{1,15})"?$/.exec(request.get('if-match') ?? '');
  if (!version) refuse('VERSION_REQUIRED');
  return { idempotencyKey: key ?? '', ifVersion: Number(version[1]) };
}

const nothingAsked = { type: 'object', additionalProperties: false, properties: {} } as const;

function queryOf(route: Route, request: Request): unknown {
  const { tenant: _named, ...query } = request.query;
  validateShape(route.query ?? nothingAsked, query, '/query', true);
  return query;
}

function singleQuery(request: Request, name: string): string | undefined {
  const value = request.query[name];
  return typeof value === 'string' ? value : undefined;
}

/** Ids are short and plain. Anything else names nothing that exists. */
function paramsOf(request: Request): Record<string, string> {
  const params: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.params)) {
    if (typeof value !== 'string' || !/^[\w.:~$@-]{1,200}$/.test(value)) refuse('NOT_FOUND');
    params[name] = value;
  }
  return params;
}
