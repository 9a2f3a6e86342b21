import type { FromSchema } from 'json-schema-to-ts';
import { date, schemaUrl, text } from './shared.js';

/** `calendars/<year>.json`: days off (weekends not listed) and make-up working days of one year, with the notice they come from. */
export const calendarSchema = {
  $id: 'https://careway.dev/schemas/calendar.json',
  type: 'object',
  additionalProperties: false,
  required: ['year', 'source', 'holidays', 'makeUpDays'],
  properties: {
    $schema: schemaUrl,
    year: { type: 'integer', minimum: 1990, maximum: 2200 },
    source: text,
    /** Every day off of a holiday arrangement, weekends inside it included. */
    holidays: {
      type: 'array',
      maxItems: 120,
      items: { type: 'object', additionalProperties: false, required: ['date', 'label'], properties: { date, label: text } },
    },
    /** Saturdays and Sundays that are worked (调休). */
    makeUpDays: { type: 'array', maxItems: 60, items: date },
  },
} as const;
export type CalendarDefinition = FromSchema<typeof calendarSchema>;
