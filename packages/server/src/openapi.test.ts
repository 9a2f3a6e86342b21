import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openApiOf, routes } from './index.js';

const described = openApiOf(routes, '0.1.0') as {
  openapi: string;
  paths: Record<string, Record<string, { operationId: string; responses: Record<string, unknown> }>>;
  components: { schemas: Record<string, unknown> };
};

describe('the description of the interface', () => {
  it('is the one in docs; npm run openapi writes it anew', () => {
    const written = JSON.parse(readFileSync(new URL('../../../docs/openapi.json', import.meta.url), 'utf8')) as unknown;
    expect(written).toEqual(JSON.parse(JSON.stringify(described)));
  });

  it('names every route once, with a problem for what goes wrong', () => {
    const operations = Object.values(described.paths).flatMap((path) => Object.values(path));
    expect(operations.map(({ operationId }) => operationId).sort()).toEqual(routes.map(({ id }) => id).sort());
    for (const { responses } of operations) expect(responses).toHaveProperty('default');
  });

  it('refers only to shapes that it holds', () => {
    const used = [...JSON.stringify(described).matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name as string);
    expect(used.length).toBeGreaterThan(100);
    for (const name of used) expect(described.components.schemas).toHaveProperty(name);
    expect(new Set(used)).toEqual(new Set(Object.keys(described.components.schemas)));
  });
});
