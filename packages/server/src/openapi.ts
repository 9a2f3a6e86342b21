import type { AnswerSpec, Route, Who } from './route.js';
import type { BodySpec } from './schemas/carried-type.js';
import { components } from './schemas/views.js';

type Json = Readonly<Record<string, unknown>>;

const problemAnswer = {
  description: 'Problem',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

/** The description of the interface by OpenAPI 3.1, made of the route table and nothing else. */
export function openApiOf(routes: readonly Route[], version: string): Json {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of routes) {
    const path = route.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method]: operationOf(route) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Careway',
      version,
      license: { name: 'MIT', identifier: 'MIT' },
      description: 'Texts are in zh-CN and en. Money is decimal text. A write by somebody logged in carries X-CSRF-Token.',
    },
    servers: [{ url: '/api/v1' }],
    paths,
    components: {
      schemas: components,
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'careway_session' } },
    },
  };
}

function operationOf(route: Route): Json {
  return {
    operationId: route.id,
    summary: route.summary,
    ...(route.who === 'all' ? { security: [] } : { security: [{ session: [] }] }),
    'x-who': whoOf(route.who),
    parameters: [...pathParameters(route), ...queryParameters(route), ...headerParameters(route)],
    ...(route.body && { requestBody: { required: true, content: contentOf(route.body) } }),
    responses: { ...answerOf(route.answer), default: problemAnswer },
  };
}

const whoOf = (who: Who): unknown => (typeof who === 'string' ? who : [...who]);

const pathParameters = (route: Route) =>
  [...route.path.matchAll(/:(\w+)/g)].map(([, name]) => ({ name, in: 'path', required: true, schema: { type: 'string', maxLength: 200 } }));

function queryParameters(route: Route) {
  const query = route.query as { properties?: Record<string, unknown>; required?: readonly string[] } | undefined;
  const own = Object.entries(query?.properties ?? {}).map(([name, schema]) => ({
    name,
    in: 'query',
    required: query?.required?.includes(name) ?? false,
    schema,
  }));
  return [
    ...own,
    { name: 'tenant', in: 'query', required: false, schema: { type: 'string' }, description: 'Another tenant than the default one.' },
  ];
}

function headerParameters(route: Route) {
  const header = (name: string, required: boolean, description: string) => ({
    name,
    in: 'header',
    required,
    schema: { type: 'string' },
    description,
  });
  return [
    ...(route.method === 'get' || route.rateLimit === 'login' ? [] : [header('X-CSRF-Token', route.who !== 'all', 'From GET /session.')]),
    ...(route.idempotent ? [header('Idempotency-Key', true, '1–100 characters; the same one when the request is repeated.')] : []),
    ...(route.ifMatch ? [header('If-Match', true, 'The version one saw, in double quotes.')] : []),
  ];
}

function contentOf(body: BodySpec): Json {
  if (body.kind === 'json') return { 'application/json': { schema: body.schema } };
  return Object.fromEntries(
    body.types.map((type) => [type, { schema: { type: 'string', format: 'binary', maxLength: body.megabytes * 1048576 } }]),
  );
}

function answerOf(answer: AnswerSpec): Json {
  if (answer.kind === 'empty') return { 204: { description: 'Done' } };
  if (answer.kind === 'file')
    return { 200: { description: 'A file', content: Object.fromEntries(answer.types.map((type) => [type, {}])) } };
  const headers = answer.etag ? { headers: { ETag: { schema: { type: 'string' }, description: 'The version, for If-Match.' } } } : {};
  return { [answer.status ?? 200]: { description: 'Answer', ...headers, content: { 'application/json': { schema: answer.schema } } } };
}
