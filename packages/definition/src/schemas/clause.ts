import type { FromSchema } from 'json-schema-to-ts';
import { date, kebabId, schemaUrl, text, validity } from './shared.js';

const status = { type: 'string', enum: ['in-force', 'historical', 'draft', 'repealed'] } as const;

/** `clauses/*.json`: the articles of one document, each quoted letter by letter. */
export const clausesSchema = {
  $id: 'https://careway.dev/schemas/clauses.json',
  type: 'object',
  additionalProperties: false,
  required: ['id', 'title', 'issuer', 'status', 'validity', 'clauses'],
  properties: {
    $schema: schemaUrl,
    id: kebabId,
    title: text,
    /** 发文字号 */
    number: { type: 'string', maxLength: 100 },
    issuer: text,
    issuedOn: date,
    status,
    validity,
    clauses: {
      type: 'array',
      minItems: 1,
      maxItems: 500,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['id', 'article', 'quote'],
        properties: {
          id: kebabId,
          /** As the document counts it: 五(二)3 */
          article: { type: 'string', minLength: 1, maxLength: 40 },
          quote: { type: 'string', minLength: 1, maxLength: 4000 },
          /** What it means in plain words. */
          plain: text,
          validity,
          status,
        },
      },
    },
  },
} as const;
export type ClauseDocument = FromSchema<typeof clausesSchema>;
export type Clause = ClauseDocument['clauses'][number];
