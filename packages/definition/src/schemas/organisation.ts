import type { FromSchema } from 'json-schema-to-ts';
import { kebabId, schemaUrl, text } from './shared.js';

/** `organisation.json`: levels of areas, roles, and how documents are numbered. People are live data. */
export const organisationSchema = {
  $id: 'https://careway.dev/schemas/organisation.json',
  type: 'object',
  additionalProperties: false,
  required: ['levels', 'roles', 'sequences'],
  properties: {
    $schema: schemaUrl,
    /** From the widest to the narrowest. */
    levels: {
      type: 'array',
      minItems: 2,
      maxItems: 5,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['id', 'label'],
        /** `office`: how the office of an area of this level signs, with `{area}` for the area's name. */
        properties: { id: kebabId, label: text, office: text },
      },
    },
    roles: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['id', 'label', 'kind'],
        properties: {
          id: kebabId,
          label: text,
          kind: { type: 'string', enum: ['applicant', 'staff', 'supervisor', 'administrator', 'auditor', 'operator'] },
          /** Level of area at which holders of this role work; their task is the case's area at that level. */
          level: kebabId,
          /** `assigned`: sees only cases in which the person has a task or a seat, or acted; every case of the area when left out. */
          sees: { type: 'string', enum: ['all', 'assigned'] },
        },
      },
    },
    sequences: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['id', 'label', 'pattern'],
        /** `{yyyy}`, `{area}` and `{n:4}` are replaced; counted per year and area. */
        properties: { id: kebabId, label: text, pattern: { type: 'string', maxLength: 100 } },
      },
    },
  },
} as const;
export type OrganisationDefinition = FromSchema<typeof organisationSchema>;
