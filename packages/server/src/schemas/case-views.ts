import { anything, boolean, day, decimal, instant, integer, list, mapOf, object, oneOf, ref, type Shape, string } from './shape.js';

const text = ref('LocalizedText');
const clause = ref('ClauseView');
const citySet = object({}, { note: ref('LocalizedText') });
const person = ref('PersonView');
const itemStatus = oneOf('open', 'held', 'approved', 'refused', 'split');
const result = oneOf('ok', 'refused', 'manual', 'issue');
const vote = oneOf('for', 'against', 'abstain');
const method = oneOf('hand', 'post', 'electronic', 'public-notice');
const ending = oneOf('completed', 'withdrawn', 'not-accepted', 'transferred', 'terminated');
const taskKind = oneOf('step', 'supplement', 'procedure', 'overdue');
const clockLevel = oneOf('in-time', 'due-soon', 'overdue', 'paused', 'undetermined', 'ended');
const clockUnit = oneOf('hour', 'working-day', 'calendar-day', 'month', 'year');
const caseStatus = oneOf('open', 'closed');
const lack = object({ what: string, why: string });
const change = object({ changes: list(object({ fact: string, label: text, to: text }, { from: text })), result: text });
const pause = object({ from: day, why: string }, { to: day });
const pathStep = object({ step: ref('StepView'), state: oneOf('done', 'now', 'expected', 'skipped') }, { on: day, by: person });

/** The shapes of one case, as the runtime's views define them. */
export const caseViews: Readonly<Record<string, Shape>> = {
  PersonView: object({ id: string, name: string }, { post: text }),
  TablesView: object({ hash: string }, { effectiveFrom: day, by: person, approvedBy: person, note: string }),
  BasisView: object({ source: oneOf('city-set', 'clause') }, { clause }),
  ClauseView: object(
    {
      id: string,
      document: text,
      article: string,
      quote: string,
      status: oneOf('in-force', 'historical', 'draft', 'repealed'),
      validFrom: day,
    },
    { documentNumber: string, plain: text, validTo: day },
  ),
  ClockView: object(
    {
      id: string,
      clock: string,
      label: text,
      unit: clockUnit,
      status: oneOf('running', 'paused', 'undetermined', 'ended', 'canceled'),
      startedOn: day,
      pauses: list(pause),
      extendedBy: integer,
      owner: text,
      level: clockLevel,
      basis: ref('BasisView'),
    },
    { due: day, daysLeft: integer, amount: integer, breachedOn: day, endedOn: day, missingYear: integer },
  ),
  FactView: object(
    {
      id: string,
      label: text,
      type: string,
      source: oneOf('submission', 'register', 'derived', 'system', 'action', 'sheets', 'decision', 'default', 'correction', 'inherited'),
      validOn: day,
    },
    { value: { type: ['string', 'boolean'] }, text, erased: { const: true } },
  ),
  WhyView: object(
    {
      on: day,
      status: result,
      outputs: mapOf({ type: ['string', 'boolean'] }),
      matched: list(object({ table: text, rule: string, then: mapOf(string) }, { label: text, clause, citySet })),
      unmatched: list(object({ table: text, rule: string, failed: text })),
      changes: list(change),
      issues: list(ref('Issue')),
    },
    { formula: string, reason: object({ code: string, text }, { clause }), tables: ref('TablesView') },
  ),
  ItemView: object(
    { id: string, row: integer, name: string, status: itemStatus, final: boolean, facts: list(ref('FactView')), result },
    {
      answers: mapOf({ type: ['string', 'boolean'] }),
      batch: integer,
      amount: decimal,
      note: text,
      reason: string,
      clause,
      claim: object({ status: oneOf('requested', 'granted', 'refused') }, { heldSince: string, heldByService: text }),
      childCase: string,
      childNumber: string,
      entitlement: string,
    },
  ),
  Refusal: object(
    { code: string, message: text },
    { next: text, clause: string, params: mapOf({ type: ['string', 'number', 'boolean'] }) },
  ),
  ActionView: object(
    {
      step: string,
      action: string,
      kind: string,
      label: text,
      available: boolean,
      requires: list(string),
      letters: list(object({ id: string, label: text })),
    },
    { refusal: ref('Refusal'), leadsTo: text, seat: string },
  ),
  RemedyView: object({ id: string, label: text, body: text, how: text }, { due: day, missingYear: integer, daysLeft: integer, clause }),
  LetterView: object(
    {
      id: string,
      letter: string,
      label: text,
      issuedOn: day,
      status: oneOf('numbering', 'issued', 'delivered'),
      delivery: oneOf('required', 'inbox', 'public'),
      remedies: list(ref('RemedyView')),
    },
    { number: string, total: decimal, batch: integer, delivered: object({ method, on: day }, { receipt: string }), supersedes: string },
  ),
  LetterText: object({ letter: ref('LetterView'), title: text, blocks: list(ref('LetterBlock')) }),
  LetterBlock: object(
    {
      kind: oneOf('heading', 'paragraph', 'signature', 'items', 'why', 'clauses', 'changes', 'remedies', 'list', 'facts', 'receipt'),
    },
    {
      text,
      rows: list(object({ row: integer, name: string, status: itemStatus }, { amount: decimal, formula: string, reason: text, clause })),
      matched: list(object({ words: text, rows: list(integer) }, { clause, citySet })),
      clauses: list(clause),
      changes: list(object({ row: integer, name: string, changes: list(change) })),
      remedies: list(ref('RemedyView')),
      list: list(lack),
      facts: list(ref('FactView')),
      receipt: ref('DeliveryReceipt'),
    },
  ),
  DeliveryReceipt: object({ lines: list(object({ label: text }, { value: text })) }),
  PrintColumn: object({ label: text, share: { type: 'number' } }, { align: oneOf('right') }),
  PrintPart: object(
    { kind: oneOf('heading', 'paragraph', 'signature', 'small', 'pairs', 'table', 'quotes', 'list', 'question') },
    {
      text,
      pairs: list(object({ label: text }, { value: text })),
      columns: list(ref('PrintColumn')),
      rows: list(list(text)),
      quotes: list(object({ quote: string, source: text }, { note: text })),
      entries: list(text),
      options: list(text),
      lines: integer,
      hint: text,
    },
  ),
  PrintSheet: object(
    {
      document: oneOf('letter', 'delivery-receipt', 'approval-form', 'receipt', 'form'),
      title: text,
      parts: list(ref('PrintPart')),
      foot: list(text),
      printedAt: instant,
    },
    { number: string, case: string },
  ),
  StepView: object({ id: string, label: text, kind: oneOf('task', 'wait', 'end') }, { owner: text }),
  TaskView: object({ id: string, kind: taskKind, step: string, owner: text, mine: boolean }, { seat: string, takenBy: person }),
  ProcedureView: object(
    {
      id: string,
      procedure: string,
      label: text,
      requestedBy: person,
      votes: list(object({ seat: string, by: person, vote })),
      canVote: boolean,
    },
    { clock: string, days: integer, reason: string },
  ),
  AttachmentRef: object(
    { id: string, field: string, name: string, type: string, bytes: integer, sha256: string, uploadedBy: string, uploadedAt: instant },
    { supplement: { const: true } },
  ),
  CaseView: object(
    {
      id: string,
      version: integer,
      service: object({ id: string, label: text }, { notice: text }),
      workflow: object({ id: string, label: text, hash: string }),
      area: list(object({ level: string, id: string, label: text })),
      status: caseStatus,
      filedOn: day,
      applicant: object({ kind: string, name: string }, { agent: person, channel: string }),
      position: list(ref('StepView')),
      path: list(pathStep),
      waiting: text,
      facts: list(ref('FactView')),
      form: object({ id: string, hash: string }),
      answers: mapOf(anything),
      attachments: list(ref('AttachmentRef')),
      items: list(ref('ItemView')),
      total: decimal,
      counts: mapOf(integer),
      batch: integer,
      actions: list(ref('ActionView')),
      tasks: list(ref('TaskView')),
      clocks: list(ref('ClockView')),
      letters: list(ref('LetterView')),
      procedures: list(ref('ProcedureView')),
      requestable: list(object({ procedure: string, label: text, clocks: list(string), maximum: integer })),
      publicity: list(object({ batch: integer, from: day, status: oneOf('open', 'ended', 'withdrawn') }, { until: day })),
      children: list(object({ items: list(string), status: oneOf('opening', 'open', 'closed') }, { caseId: string, number: string })),
      pending: list(text),
    },
    {
      number: string,
      ending,
      closedOn: day,
      batchTotal: decimal,
      supplement: object({ list: list(lack), requestedOn: day }, { due: day }),
      objection: object({ receivedOn: day, items: list(string), objector: string }, { reason: string }),
      parent: object({ caseId: string }, { number: string }),
    },
  ),
  ActView: object(
    {
      seq: integer,
      type: string,
      recordedAt: instant,
      effectiveOn: day,
      late: boolean,
      actor: object({ kind: oneOf('person', 'public', 'system') }, { person, as: text, channel: string }),
      items: list(object({ id: string, row: integer, name: string })),
      sentence: text,
      erased: boolean,
      hash: string,
    },
    {
      step: text,
      opinion: string,
      reason: string,
      clause,
      result: object(
        { matched: list(object({ rule: string }, { clause, citySet })) },
        { amount: decimal, formula: string, tables: ref('TablesView') },
      ),
      definition: string,
    },
  ),
  HistoryView: object({
    acts: list(ref('ActView')),
    chain: object({ ok: boolean, head: string, length: integer }, { brokenAt: integer }),
  }),
  RowClock: object({ label: text, unit: string, level: clockLevel }, { due: day, daysLeft: integer }),
  WorklistRow: object(
    {
      caseId: string,
      task: string,
      kind: taskKind,
      service: text,
      step: string,
      stepLabel: text,
      applicant: string,
      area: text,
      areaId: string,
      items: integer,
      amount: decimal,
      openedAt: instant,
    },
    { number: string, takenBy: person, clock: ref('RowClock') },
  ),
  CaseRow: object(
    {
      caseId: string,
      service: text,
      applicant: string,
      area: text,
      status: caseStatus,
      stepLabel: text,
      filedOn: day,
      items: integer,
      amount: decimal,
      mustAct: boolean,
    },
    { number: string, ending, clock: ref('RowClock'), parent: string },
  ),
  TrackView: object({
    number: string,
    service: text,
    status: caseStatus,
    waiting: text,
    path: list(pathStep),
    pauses: list(object({ from: day, why: text }, { to: day })),
  }),
};
