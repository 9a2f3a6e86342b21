import { checkLockout, clearFailures, countFailure } from '../auth/lockout.js';
import { passwordFits } from '../auth/password.js';
import { endedCookie, openSession, prolongSession } from '../auth/session.js';
import { sessionView } from '../auth/session-view.js';
import { refuse } from '../problem.js';
import { defineRoute, json } from '../route.js';
import { loginBody } from '../schemas/bodies.js';
import { ref } from '../schemas/shape.js';

const view = { kind: 'json', schema: ref('SessionView') } as const;

const logIn = defineRoute({
  id: 'logIn',
  method: 'post',
  path: '/session',
  who: 'all',
  summary: 'Log in. Sets the session cookie; a wrong name and a wrong password are answered alike.',
  rateLimit: 'login',
  body: loginBody,
  answer: view,
  handle: async ({ instance, tenant, body, session: previous }) => {
    const name = `${tenant.id}\n${body.login}`;
    checkLockout(instance, name);
    const person = await tenant.people.byLogin(body.login);
    if (!(await passwordFits(person?.passwordHash, body.password, instance.passwordCost)) || !person) {
      countFailure(instance, name);
      return refuse('LOGIN_WRONG');
    }
    clearFailures(instance, name);
    if (previous) await tenant.people.dropSession(previous.tokenHash);
    const { session, cookie } = await openSession(instance, tenant, person);
    return json(sessionView(tenant, session), { cookie });
  },
});

const readSession = defineRoute({
  id: 'readSession',
  method: 'get',
  path: '/session',
  who: 'all',
  summary: 'Who is logged in, and until when. Asking does not prolong the session.',
  keepsSessionEnd: true,
  answer: view,
  handle: async ({ tenant, session }) => json(sessionView(tenant, session)),
});

const prolong = defineRoute({
  id: 'prolongSession',
  method: 'post',
  path: '/session/prolong',
  who: 'person',
  summary: 'Stay logged in for the whole time again.',
  answer: view,
  handle: async ({ instance, tenant, session }) => json(sessionView(tenant, session && (await prolongSession(instance, tenant, session)))),
});

const logOut = defineRoute({
  id: 'logOut',
  method: 'delete',
  path: '/session',
  who: 'person',
  summary: 'Log out.',
  answer: { kind: 'empty' },
  handle: async ({ instance, tenant, session }) => {
    if (session) await tenant.people.dropSession(session.tokenHash);
    return { kind: 'empty', cookie: endedCookie(instance) };
  },
});

export const sessionRoutes = [logIn, readSession, prolong, logOut];
