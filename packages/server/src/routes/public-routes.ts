import { found, valueOf } from '../problem.js';
import { defineRoute, json } from '../route.js';
import { objectionBody, trackBody } from '../schemas/bodies.js';
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
  handle: async ({ tenant, body }) => json(found(await tenant.public.track(body.number, body.code))),
});

export const publicRoutes = [listPublicity, readPublicity, object, track];
