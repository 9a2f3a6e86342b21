import type { FromSchema } from 'json-schema-to-ts';
import { factId, kebabId, schemaUrl, text } from './shared.js';

/** One part of a letter. */
const part = {
  type: 'object',
  additionalProperties: false,
  required: ['kind'],
  properties: {
    /**
     * `heading`, `paragraph`, `signature`: the text · `items`: the rows with amount, reason and clause · `why`: what the tables say, in
     * words · `clauses`: what was applied, quoted · `changes`: for each refused row the smallest changes that alter the result ·
     * `remedies`: body, period, last date · `list`: what is missing or corrected · `facts`: named facts of the case · `receipt`: lines
     * of the proof of delivery, to be signed
     */
    kind: {
      type: 'string',
      enum: ['heading', 'paragraph', 'signature', 'items', 'why', 'clauses', 'changes', 'remedies', 'list', 'facts', 'receipt'],
    },
    /** Of a part that is no text itself: its heading, left out together with it when there is nothing to show. */
    text,
    /** A text that is left out when a placeholder in it has no value; otherwise a dash stands there. */
    optional: { type: 'boolean' },
    /** For `facts`: which, in this order; every fact of the case that is not the engine's own when left out. */
    facts: { type: 'array', items: factId, minItems: 1, maxItems: 60 },
  },
} as const;

/**
 * `letters/*.json`: a document with legal effect (文书). Text holds placeholders in braces:
 * `{number}` 文号 · `{case}` 受理编号 · `{service}` · `{applicant}` the recipient's name · `{party:<id>}` another party's name ·
 * `{date}` day of issue · `{filed}` day of filing · `{due}` last day it names, or of the publicity · `{decided}` day of the letter that it
 * replaces, else its own · `{supersedes}` number of the letter that it replaces · `{total}`, `{totalInWords}` 大写 · `{reason}`, `{opinion}`,
 * `{clause}` as given by who acted (the clause by document and article) · `{list}` in one line · `{office}` the office that issued it, else the contact office of the service ·
 * `{area:<level>}` the case's area at a level · `{fact:<id>}` · `{result:<output>}` an output of the stored decision result in words.
 * In a letter that is shown in public, names of persons are masked to the surname (PIPL art. 25).
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
    body: { type: 'array', minItems: 1, maxItems: 60, items: part },
  },
} as const;
export type LetterDefinition = FromSchema<typeof letterSchema>;
export type LetterPart = FromSchema<typeof part>;
