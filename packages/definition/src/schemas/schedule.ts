import type { FromSchema } from 'json-schema-to-ts';
import { basis, expression, factId, kebabId, schemaUrl, text } from './shared.js';

/**
 * `schedules/*.json`: opens cases of a service by the calendar, each period once for each record or area, after downtime too.
 * Key of an opening: schedule + period + record or area.
 */
export const scheduleSchema = {
  $id: 'https://careway.dev/schemas/schedule.json',
  type: 'object',
  additionalProperties: false,
  required: ['id', 'label', 'service', 'over', 'when', 'basis'],
  properties: {
    $schema: schemaUrl,
    id: kebabId,
    label: text,
    service: kebabId,
    /** One case for each record of a register for which `where` holds (over the record's fields and `today`). */
    over: {
      type: 'object',
      additionalProperties: false,
      required: ['register'],
      properties: { register: kebabId, where: expression },
    },
    /** By the calendar (`every`, on `day` of its first month), or some days before a date that stands in the record (`field`). */
    when: {
      type: 'object',
      additionalProperties: false,
      properties: {
        every: { type: 'string', enum: ['month', 'quarter', 'half-year', 'year'] },
        day: { type: 'integer', minimum: 1, maximum: 28 },
        /** First month of the period, for `year` and `half-year`: 1 when left out. */
        month: { type: 'integer', minimum: 1, maximum: 12 },
        field: factId,
        daysBefore: { type: 'integer', minimum: 0, maximum: 366 },
      },
    },
    /** Answers of the service's form: form field → field of the record; `period` gives the month or year of the period. */
    data: { type: 'object', additionalProperties: factId, maxProperties: 60 },
    /** Field of the record that holds the key of the person or organisation that becomes the applicant; the record's own key when left out. */
    party: {
      type: 'object',
      additionalProperties: false,
      required: ['register', 'field'],
      properties: { register: kebabId, field: factId },
    },
    /** Field of the record that names who may act for the applicant: a person, an organisation with its agents, or the case of whoever filed it. */
    agents: factId,
    basis,
  },
} as const;
export type ScheduleDefinition = FromSchema<typeof scheduleSchema>;
