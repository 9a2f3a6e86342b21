import { Ajv2020 } from 'ajv/dist/2020.js';
import ajvFormats from 'ajv-formats';
import { routes } from '../app.js';
import { components } from '../schemas/views.js';

/** Differences between an answer and the schema that the route table promises for it; empty when it fits. */
export type AnswerCheck = (routeId: string, answer: unknown) => readonly string[];

/** Checks real answers against the schemas that OpenAPI publishes, closed to unknown members. */
export function answerValidator(): AnswerCheck {
  const ajv = new Ajv2020({ allErrors: true, strict: false });
  ajvFormats.default(ajv, ['date', 'date-time']);
  ajv.addSchema({ $id: 'careway', components: { schemas: components } });
  return (routeId, answer) => {
    const route = routes.find(({ id }) => id === routeId);
    if (route?.answer.kind !== 'json') return [`${routeId} answers with no JSON`];
    const schema = JSON.parse(JSON.stringify(route.answer.schema).replaceAll('"#/components', '"careway#/components')) as object;
    const validate = ajv.compile(schema);
    if (validate(answer)) return [];
    return (validate.errors ?? []).map(({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`);
  };
}
