import { openApiOf } from '../openapi.js';
import { defineRoute, json, type Route } from '../route.js';

/** The route that describes the others, and itself. */
export function withDescription(routes: readonly Route[]): readonly Route[] {
  const all: Route[] = [...routes];
  const describeRoute = defineRoute({
    id: 'readDescription',
    method: 'get',
    path: '/openapi.json',
    who: 'all',
    summary: 'This description.',
    keepsSessionEnd: true,
    answer: { kind: 'json', schema: { type: 'object' } },
    handle: async ({ instance }) => json(openApiOf(all, instance.version)),
  });
  all.push(describeRoute);
  return all;
}
