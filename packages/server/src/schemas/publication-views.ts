import { boolean, day, decimal, instant, integer, list, object, oneOf, ref, type Shape, string } from './shape.js';

const text = ref('LocalizedText');
const person = ref('PersonView');
const issues = list(ref('Issue'));
const clause = ref('ClauseView');
const status = oneOf('draft', 'submitted', 'published', 'rejected', 'withdrawn');
/** A day, or '' while it is not known. */
const someDay: Shape = { type: 'string', pattern: '^(\\d{4}-\\d{2}-\\d{2})?$' };
const type = oneOf('money', 'decimal', 'integer', 'boolean', 'code', 'month', 'date');
const labelled = list(object({ value: string, label: text }));

/** Shapes of packs in force, their figures, proposals and publications. */
export const publicationViews: Readonly<Record<string, Shape>> = {
  PackInForceView: object(
    {
      area: string,
      areaLabel: text,
      pack: string,
      label: text,
      version: string,
      hash: string,
      effectiveFrom: day,
      chain: list(text),
      drafts: integer,
      submitted: integer,
    },
    { next: day, notice: text },
  ),
  ParameterView: object(
    {
      key: string,
      group: oneOf('rate', 'days', 'threshold', 'switch'),
      of: text,
      sentence: text,
      label: text,
      type,
      value: string,
      words: text,
      basis: ref('BasisView'),
      expects: string,
      legalDate: oneOf('application', 'decision', 'service-month', 'opening'),
      origin: text,
      inForceFrom: day,
      versions: list(object({ from: day, words: text, origin: text })),
    },
    { values: labelled, minimum: decimal, maximum: decimal, note: text },
  ),
  ParametersView: object(
    {
      area: string,
      areaLabel: text,
      pack: string,
      label: text,
      hash: string,
      on: day,
      firstFrom: day,
      parameters: list(ref('ParameterView')),
      clauses: list(clause),
    },
    { notice: text },
  ),
  ChangeView: object(
    { parameter: string, of: text, label: text, before: text, value: string, expects: string, after: text, sentence: text },
    { clause, note: string },
  ),
  ProposalRow: object({
    id: string,
    area: string,
    areaLabel: text,
    pack: string,
    status,
    effectiveFrom: someDay,
    note: string,
    by: person,
    mine: boolean,
    updatedAt: instant,
    changes: list(text),
  }),
  ProposalView: object(
    {
      id: string,
      version: integer,
      area: string,
      areaLabel: text,
      pack: string,
      status,
      effectiveFrom: someDay,
      note: string,
      by: person,
      updatedAt: instant,
      changes: list(ref('ChangeView')),
      issues,
      moved: list(text),
      acknowledged: list(string),
      events: list(object({ at: instant, by: person, what: string }, { note: string })),
      actions: list(object({ action: string, available: boolean }, { refusal: ref('Refusal') })),
    },
    { firstMonth: string, published: string },
  ),
  ScenarioDifferenceView: object({ id: string, label: text, differences: list(text), acknowledged: boolean }),
  TouchedView: object({
    cases: integer,
    rows: integer,
    kept: integer,
    pinned: integer,
    services: list(object({ service: text, step: text, cases: integer, rows: integer })),
    more: boolean,
  }),
  ChecksView: object({
    issues,
    scenarios: object({
      total: integer,
      passed: integer,
      expected: list(ref('ScenarioDifferenceView')),
      failing: list(ref('ScenarioDifferenceView')),
    }),
    touched: ref('TouchedView'),
  }),
  ExampleView: object(
    { facts: list(object({ label: text, text })), before: text, after: text, rows: list(text) },
    { difference: decimal, formula: string },
  ),
  PreviewView: object({
    decisions: list(
      object({ id: string, label: text, untried: boolean, examples: list(ref('ExampleView')) }, { unchanged: ref('ExampleView') }),
    ),
    days: list(object({ label: text, before: text, after: text }, { example: object({ from: day, before: day, after: day }) })),
    open: object({
      before: decimal,
      after: decimal,
      difference: decimal,
      rows: list(
        object(
          { caseId: string, number: string, row: integer, service: text, step: text, before: text, after: text },
          { difference: decimal, formula: string },
        ),
      ),
      more: integer,
    }),
    touched: ref('TouchedView'),
  }),
  PublicationView: object(
    {
      area: string,
      areaLabel: text,
      pack: string,
      label: text,
      hash: string,
      effectiveFrom: day,
      publishedAt: instant,
      changes: list(text),
    },
    { by: person, approvedBy: person, note: string, proposal: string },
  ),
};
