import { refuse } from '../problem.js';
import { defineRoute, json } from '../route.js';
import { advanceBody } from '../schemas/bodies.js';
import { list, ref } from '../schemas/shape.js';

const health = defineRoute({
  id: 'health',
  method: 'get',
  path: '/health',
  who: 'all',
  summary: 'Whether the server answers, and for which tenants.',
  keepsSessionEnd: true,
  answer: { kind: 'json', schema: ref('Health') },
  handle: async ({ instance }) =>
    json({ status: 'ok', tenants: instance.careway.tenants().map((tenant) => tenant.id), version: instance.version }),
});

const readTenant = defineRoute({
  id: 'readTenant',
  method: 'get',
  path: '/tenant',
  who: 'all',
  summary: 'The tenant, its clock, the other ones of this server, and in a demo the log-ins to play with.',
  keepsSessionEnd: true,
  answer: { kind: 'json', schema: ref('TenantView') },
  handle: async ({ instance, tenant }) => {
    const now = tenant.clock.now();
    const tenants = instance.careway.tenants();
    const notice = instance.demo?.notices?.[tenant.id];
    return json({
      id: tenant.id,
      label: tenant.label,
      now,
      training: tenant.clock.training,
      offset: /([+-]\d{2}:\d{2}|Z)$/.exec(now)?.[0] ?? 'Z',
      demo: instance.demo !== undefined,
      ...(notice && { notice }),
      ...(instance.demo && { people: instance.demo.people[tenant.id] ?? [] }),
      isDefault: tenant.id === instance.defaultTenant,
      others: tenants
        .filter(({ id }) => id !== tenant.id)
        .map(({ id, label }) => ({ id, label, isDefault: id === instance.defaultTenant })),
    });
  },
});

const listAreas = defineRoute({
  id: 'listAreas',
  method: 'get',
  path: '/areas',
  who: 'all',
  summary: 'The areas of the tenant, each with the one that it lies in.',
  answer: { kind: 'json', schema: list(ref('AreaView')) },
  handle: async ({ tenant }) => json(tenant.areas()),
});

const advanceClock = defineRoute({
  id: 'advanceClock',
  method: 'post',
  path: '/clock/advance',
  who: 'person',
  summary: 'Demo only: move the training clock forward. The ordinary due loop does the rest.',
  body: advanceBody,
  answer: { kind: 'json', schema: ref('ClockAdvanced') },
  handle: async ({ instance, tenant, body }) => {
    if (!instance.demo || !tenant.clock.training) return refuse('CLOCK_IS_REAL');
    const { now, fired } = await tenant.clock.advance(body.to);
    const more = await tenant.tick();
    return json({ now, fired: fired + more.fired });
  },
});

export const tenantRoutes = [health, readTenant, listAreas, advanceClock];
