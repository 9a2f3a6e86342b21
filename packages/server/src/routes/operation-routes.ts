import { found } from '../problem.js';
import { defineRoute, json } from '../route.js';
import { ref } from '../schemas/shape.js';
import { operators } from './who.js';

const operations = defineRoute({
  id: 'readOperations',
  method: 'get',
  path: '/operations',
  who: operators,
  summary: 'Whether anything is stuck: effects, dead letters, clocks. No personal data.',
  answer: { kind: 'json', schema: ref('Operations') },
  handle: async ({ tenant }) => json(await tenant.operations()),
});

const retry = defineRoute({
  id: 'retryEffect',
  method: 'post',
  path: '/operations/effects/:id/retry',
  who: operators,
  summary: 'Try a dead letter again.',
  answer: { kind: 'json', schema: ref('Retried') },
  handle: async ({ tenant, params }) => {
    found((await tenant.retryEffect(params['id'] ?? '')) || undefined);
    return json({ retried: true });
  },
});

export const operationRoutes = [operations, retry];
