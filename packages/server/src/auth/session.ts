import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { PersonRecord, TenantRuntime } from '@careway/runtime';
import { parseCookie, stringifySetCookie } from 'cookie';
import type { Instance } from '../instance.js';

export const sessionCookie = 'careway_session';

/** A session that is valid now. The token itself is only in the person's cookie; the store has its SHA-256. */
export interface OpenSession {
  readonly tokenHash: string;
  readonly csrf: string;
  /** Milliseconds since 1970, real time. */
  readonly expiresAt: number;
  readonly person: PersonRecord;
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** The token a request brought, or undefined. */
export function tokenIn(cookieHeader: string | undefined): string | undefined {
  return parseCookie(cookieHeader ?? '')[sessionCookie] || undefined;
}

/** Starts a session for a person; the cookie is for the browser only. */
export async function openSession(
  instance: Instance,
  tenant: TenantRuntime,
  person: PersonRecord,
): Promise<{ session: OpenSession; cookie: string }> {
  const token = randomBytes(32).toString('base64url');
  const session = {
    tokenHash: sha256(token),
    csrf: randomBytes(24).toString('base64url'),
    expiresAt: instance.now() + instance.sessionLifetime,
    person,
  };
  await store(tenant, session);
  return { session, cookie: cookieOf(instance, token) };
}

/** The session of a token; undefined when it is unknown, has ended, or the account of its person is closed. */
export async function readSession(instance: Instance, tenant: TenantRuntime, token: string): Promise<OpenSession | undefined> {
  const tokenHash = sha256(token);
  const stored = await tenant.people.session(tokenHash);
  if (!stored) return undefined;
  if (stored.expiresAt <= instance.now()) {
    await tenant.people.dropSession(tokenHash);
    return undefined;
  }
  const person = await tenant.people.byId(stored.personId);
  return person && person.passwordHash !== '' ? { tokenHash, csrf: stored.csrf, expiresAt: stored.expiresAt, person } : undefined;
}

/** Lets the session live for its whole lifetime again, counted from now. */
export async function prolongSession(instance: Instance, tenant: TenantRuntime, session: OpenSession): Promise<OpenSession> {
  const prolonged = { ...session, expiresAt: instance.now() + instance.sessionLifetime };
  await store(tenant, prolonged);
  return prolonged;
}

/** Prolongs at most once a minute: a page that asks often must not write often. */
export async function slideSession(instance: Instance, tenant: TenantRuntime, session: OpenSession): Promise<OpenSession> {
  const used = instance.now() + instance.sessionLifetime - session.expiresAt;
  return used < Math.min(60_000, instance.sessionLifetime / 10) ? session : prolongSession(instance, tenant, session);
}

/** The cookie that makes the browser forget its token. */
export const endedCookie = (instance: Instance): string => cookieOf(instance, '', 0);

/** Whether the token of a write is the session's own, compared in constant time. */
export function csrfFits(session: OpenSession, sent: string | undefined): boolean {
  return sent !== undefined && timingSafeEqual(Buffer.from(sha256(session.csrf)), Buffer.from(sha256(sent)));
}

function cookieOf(instance: Instance, token: string, maxAge?: number): string {
  return stringifySetCookie({
    name: sessionCookie,
    value: token,
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure: instance.secureCookies ?? false,
    ...(maxAge !== undefined && { maxAge }),
  });
}

const store = (tenant: TenantRuntime, session: OpenSession) =>
  tenant.people.putSession({
    tokenHash: session.tokenHash,
    personId: session.person.id,
    csrf: session.csrf,
    expiresAt: session.expiresAt,
  });
