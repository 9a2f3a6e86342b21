import type { FromSchema } from 'json-schema-to-ts';
import { basis, expression, factId, kebabId, schemaUrl, text, validity } from './shared.js';

/** `services/*.json`: what a person applies for (事项). */
export const serviceSchema = {
  $id: 'https://careway.dev/schemas/service.json',
  type: 'object',
  additionalProperties: false,
  required: ['id', 'label', 'summary', 'workflow', 'form', 'applicants', 'clauses', 'papers', 'ways', 'contact'],
  properties: {
    $schema: schemaUrl,
    id: kebabId,
    label: text,
    summary: text,
    /** Who it is for, in one sentence. */
    target: text,
    /** What one gets, in words. */
    benefit: text,
    workflow: kebabId,
    form: kebabId,
    decision: kebabId,
    /** Instead of `decision`: which one, by the value of a code parameter of the workflow that a city sets, such as its scale. */
    decisionBy: {
      type: 'object',
      additionalProperties: false,
      required: ['param', 'decisions'],
      properties: { param: factId, decisions: { type: 'object', additionalProperties: kebabId, minProperties: 1, maxProperties: 20 } },
    },
    /** Entry of the workflow that its cases begin at; the first when left out. */
    entry: kebabId,
    /** Opened by staff or a schedule, never by applicants: not offered on the portal. */
    internal: { type: 'boolean' },
    params: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['param', 'value', 'basis'],
        properties: { param: factId, value: { type: ['string', 'integer', 'boolean'] }, basis },
      },
    },
    validity,
    /** Shown when the policy behind it has lapsed or is a draft. */
    notice: text,
    applicants: { type: 'array', minItems: 1, items: { type: 'string', enum: ['person', 'organisation', 'anonymous'] } },
    clauses: { type: 'array', minItems: 1, items: kebabId },
    papers: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['id', 'label', 'why'],
        properties: { id: kebabId, label: text, why: text, heldBy: text, field: factId },
      },
    },
    ways: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['kind', 'text'],
        properties: { kind: { type: 'string', enum: ['online', 'family', 'counter', 'paper', 'telephone'] }, text },
      },
    },
    contact: {
      type: 'object',
      additionalProperties: false,
      required: ['office', 'telephone'],
      properties: { office: text, telephone: { type: 'string', maxLength: 40 }, address: text },
    },
    /**
     * One per item of the case: no two cases may hold the same key. A granted row keeps it for ever; with `until: closed` no longer than its
     * case is open, where the entitlement itself keeps a second grant away.
     */
    claim: {
      type: 'object',
      additionalProperties: false,
      required: ['id', 'label', 'key'],
      properties: {
        id: kebabId,
        label: text,
        key: { type: 'array', items: factId, minItems: 1 },
        until: { type: 'string', enum: ['closed'] },
      },
    },
    /**
     * Register record that a grant creates, one per approved item. `from` and `to` are facts, or months computed when it is granted such as
     * `month of(today) + duration("P1M")`. Benefits of one `group` overlap: facts find them by it (就高).
     */
    entitlement: {
      type: 'object',
      additionalProperties: false,
      required: ['register', 'benefit', 'amount', 'from', 'payee'],
      properties: {
        register: kebabId,
        benefit: kebabId,
        amount: factId,
        from: expression,
        to: expression,
        payee: kebabId,
        group: kebabId,
      },
    },
    /** Sequence that numbers the cases (受理编号). */
    sequence: kebabId,
  },
} as const;
export type ServiceDefinition = FromSchema<typeof serviceSchema>;
