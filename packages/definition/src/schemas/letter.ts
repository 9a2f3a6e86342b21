import type { FromSchema } from 'json-schema-to-ts';
import { kebabId, schemaUrl, text } from './shared.js';

/**
 * `letters/*.json`: a document with legal effect (文书). Text holds placeholders in braces: `{number}`, `{case}`, `{service}`,
 * `{applicant}`, `{date}`, `{total}`, `{totalInWords}`, `{reason}`, `{list}`, `{due}`, `{office}`, `{fact:<id>}`, `{area:<level>}` (the case's area at a level).
 */
export const letterSchema = {
  $id: 'https://careway.dev/schemas/letter.json',
  type: 'object',
  additionalProperties: false,
  required: ['id', 'label', 'to', 'body', 'delivery'],
  properties: {
    $schema: schemaUrl,
    id: kebabId,
    label: text,
    /** Party that receives it. */
    to: kebabId,
    /** Sequence that numbers it (文号). */
    sequence: kebabId,
    /** `required`: it takes effect when delivered, and the case waits for that · `inbox`: a copy in the inbox is enough · `public`: shown in public */
    delivery: { type: 'string', enum: ['required', 'inbox', 'public'] },
    remedies: { type: 'array', items: kebabId },
    body: {
      type: 'array',
      minItems: 1,
      maxItems: 60,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['kind'],
        /** `items` lists the rows with amount, reason and clause; `clauses` quotes what was applied; `remedies` gives body, period, last date. */
        properties: { kind: { type: 'string', enum: ['heading', 'paragraph', 'items', 'clauses', 'remedies', 'list', 'signature'] }, text },
      },
    },
  },
} as const;
export type LetterDefinition = FromSchema<typeof letterSchema>;
