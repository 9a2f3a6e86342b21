import { checkLockout, clearFailures, countFailure } from '../auth/lockout.js';
import { found, valueOf } from '../problem.js';
import { defineRoute, json, type RouteRequest } from '../route.js';
import { objectionBody, publicCaseBody, trackActionBody, trackBody } from '../schemas/bodies.js';
import { namedQuery } from '../schemas/queries.js';
import { list, ref } from '../schemas/shape.js';

const listPublicity = defineRoute({
  id: 'listPublicity',
  method: 'get',
  path: '/publicity',
  who: 'all',
  summary: 'What is public now, and until when one may object.',
  answer: { kind: 'json', schema: list(ref('PublicityView')) },
  handle: async ({ tenant }) => json(await tenant.public.publicity()),
});

const readPublicity = defineRoute({
  id: 'readPublicity',
  method: 'get',
  path: '/publicity/:case',
  who: 'all',
  summary: 'One public notice.',
  answer: { kind: 'json', schema: ref('PublicityView') },
  handle: async ({ tenant, params }) => json(found(await tenant.public.publicityOf(params['case'] ?? ''))),
});

const object = defineRoute({
  id: 'fileObjection',
  method: 'post',
  path: '/publicity/:case/objections',
  who: 'all',
  summary: 'Object to rows of a public notice, or to the whole (no rows named).',
  rateLimit: 'public-write',
  body: objectionBody,
  idempotent: true,
  answer: { kind: 'json', status: 201, schema: ref('ObjectionReceived') },
  handle: async ({ tenant, params, body, write }) => {
    const reply = await tenant.public.object(params['case'] ?? '', body, write);
    return json(valueOf(reply), { replayed: reply.ok && reply.replayed });
  },
});

const track = defineRoute({
  id: 'track',
  method: 'post',
  path: '/track',
  who: 'all',
  summary: 'Where an application stands, by number and code; neither name nor amount.',
  rateLimit: 'public-write',
  body: trackBody,
  answer: { kind: 'json', schema: ref('TrackView') },
  handle: async (request) => {
    const { number, code } = request.body;
    return json(found(await withCode(request, number, () => request.tenant.public.track(number, code), isMissing)));
  },
});

const file = defineRoute({
  id: 'filePublicCase',
  method: 'post',
  path: '/public/cases',
  who: 'all',
  summary: 'File a case of a service that asks for no account, with a name or without; the receipt holds number and code.',
  rateLimit: 'public-write',
  body: publicCaseBody,
  idempotent: true,
  answer: { kind: 'json', status: 201, schema: ref('ReceiptView') },
  handle: async ({ tenant, body, write }) => {
    const reply = await tenant.public.file(body, write);
    return json(valueOf(reply), { replayed: reply.ok && reply.replayed });
  },
});

const namedByService = defineRoute({
  id: 'listNamed',
  method: 'get',
  path: '/services/:id/named',
  who: 'all',
  summary: 'Organisations that the form of a service without log-in can name: name and area, and the answers that name it.',
  query: namedQuery,
  answer: { kind: 'json', schema: list(ref('NamedChoice')) },
  handle: async ({ tenant, params, query }) => json(found(await tenant.public.named(params['id'] ?? '', query))),
});

const trackAction = defineRoute({
  id: 'actByCode',
  method: 'post',
  path: '/track/actions',
  who: 'all',
  summary: 'What somebody who filed without an account does later, by number and code.',
  rateLimit: 'public-write',
  body: trackActionBody,
  idempotent: true,
  answer: { kind: 'json', schema: ref('TrackView') },
  handle: async (request) => {
    const { number, code, ...command } = request.body;
    const act = () => request.tenant.public.act({ number, code }, command, request.write);
    const reply = await withCode(request, number, act, (answer) => !answer.ok && answer.kind === 'not-found');
    return json(valueOf(reply), { replayed: reply.ok && reply.replayed });
  },
});

const isMissing = (answer: unknown) => answer === undefined;

/** Whoever knows a number, such as the home complained about, does not find its code by trying. */
async function withCode<T>(
  { instance, tenant }: Pick<RouteRequest, 'instance' | 'tenant'>,
  number: string,
  ask: () => Promise<T>,
  isWrong: (answer: T) => boolean,
): Promise<T> {
  const name = `${tenant.id}\nnumber\n${number.trim().toUpperCase()}`;
  checkLockout(instance, name);
  const answer = await ask();
  if (isWrong(answer)) countFailure(instance, name);
  else clearFailures(instance, name);
  return answer;
}

export const publicRoutes = [listPublicity, readPublicity, object, track, namedByService, file, trackAction];
