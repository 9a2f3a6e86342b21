import type { FromSchema } from 'json-schema-to-ts';
import { date, kebabId, schemaUrl, semver, text, validity } from './shared.js';

/** `pack.json`: what a folder of documents is, what it extends and when it applies. */
export const packSchema = {
  $id: 'https://careway.dev/schemas/pack.json',
  type: 'object',
  additionalProperties: false,
  required: ['id', 'version', 'kind', 'label', 'locales'],
  properties: {
    $schema: schemaUrl,
    id: kebabId,
    version: semver,
    kind: { type: 'string', enum: ['base', 'overlay'] },
    label: text,
    description: text,
    extends: {
      type: 'object',
      additionalProperties: false,
      required: ['pack', 'version'],
      properties: { pack: kebabId, version: semver, hash: { type: 'string', pattern: '^[0-9a-f]{64}$' } },
    },
    /** Folder of the pack's forms, relative to pack.json. */
    forms: { type: 'string', pattern: '^(\\.\\./)?[a-z][a-z0-9-]*$' },
    locales: { type: 'array', items: { type: 'string', enum: ['zh-CN', 'en'] }, minItems: 1 },
    timeZone: { type: 'string', maxLength: 64 },
    validity,
    /** What a person must know before trusting it, such as a policy that has lapsed. */
    notice: text,
    publishedOn: date,
  },
} as const;
export type PackManifest = FromSchema<typeof packSchema>;
