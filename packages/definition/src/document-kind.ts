import { calendarSchema } from './schemas/calendar.js';
import { clausesSchema } from './schemas/clause.js';
import { decisionSchema } from './schemas/decision.js';
import { demoSchema } from './schemas/demo.js';
import { formSchema } from './schemas/form.js';
import { letterSchema } from './schemas/letter.js';
import { organisationSchema } from './schemas/organisation.js';
import { overlaySchema } from './schemas/overlay.js';
import { packSchema } from './schemas/pack.js';
import { registerSchema } from './schemas/register.js';
import { remediesSchema } from './schemas/remedy.js';
import { scenarioSchema } from './schemas/scenario.js';
import { scheduleSchema } from './schemas/schedule.js';
import { serviceSchema } from './schemas/service.js';
import { workflowSchema } from './schemas/workflow.js';

const schemas = {
  pack: packSchema,
  organisation: organisationSchema,
  overlay: overlaySchema,
  remedies: remediesSchema,
  service: serviceSchema,
  letter: letterSchema,
  clauses: clausesSchema,
  calendar: calendarSchema,
  register: registerSchema,
  workflow: workflowSchema,
  decision: decisionSchema,
  scenario: scenarioSchema,
  schedule: scheduleSchema,
  form: formSchema,
  demo: demoSchema,
} as const;

/** What a file of a pack holds. */
export type DocumentKind = keyof typeof schemas;

export const documentKinds = Object.keys(schemas) as readonly DocumentKind[];

/** The published JSON Schema (draft 2020-12) of a kind of document. */
export function schemaOf(kind: DocumentKind): { readonly $schema: string; readonly $id: string; readonly [keyword: string]: unknown } {
  return { $schema: 'https://json-schema.org/draft/2020-12/schema', ...schemas[kind] };
}
