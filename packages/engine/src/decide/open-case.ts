import type { Issue } from '@careway/definition';
import { jsonOf } from '../acts/json-of.js';
import type { SlotContent } from '../acts/slot.js';
import { openEvent } from '../position/machine-config.js';
import { engineIssue } from '../issues/catalogue.js';
import type { OpenCase } from '../types/command.js';
import type { FactScalar } from '../types/values.js';
import { requestClaim } from './claims.js';
import type { Journal } from './journal.js';
import { moveCase } from './move-case.js';
import { checkDate } from './effective-date.js';
import { recordCaseFacts, recordItemFacts, registerKey } from './record-facts.js';
import { stopWith } from './stop.js';
import { answerSlots, concernedBy, fileSlots, filerOf } from './whose.js';

/** Opens a case from a valid submission: parties, rows, facts, claims, number, first step. */
export function openCase(journal: Journal, command: OpenCase): void {
  const { ctx, compiled } = journal;
  const entry = command.entry ?? ctx.services.get(command.service)?.entry ?? compiled.definition.entries[0]?.id ?? '';
  const filedOn = command.filedOn ?? journal.today;
  checkDate(journal, filedOn, undefined);
  const issues = openingIssues(journal, command, entry);
  if (issues.length > 0) stopWith(issues);
  journal.effectiveOn = filedOn;
  const { submission } = command;
  const rows = submission.rows.map((row, index) => ({ id: `i${index + 1}`, row: index + 1, subject: row.subject }));
  const applicant = command.parties[0]?.subject ?? command.caseId;
  const [party] = command.parties;
  const filer = party ? filerOf(party, journal.actor.id) : applicant;
  const whose = { filer, concerned: concernedBy(rows, applicant) };
  const slots: Record<string, SlotContent> = { ...answerSlots(submission, whose), ...fileSlots(submission.attachments, whose.concerned) };
  for (const party of command.parties) {
    if (party.name !== undefined) slots[`party:${party.party}`] = { subject: party.subject, value: { name: party.name } };
  }
  submission.rows.forEach((row, index) => {
    slots[`item:i${index + 1}`] = { subject: row.subject, value: jsonOf(row.values) };
  });
  journal.record(
    'CaseOpened',
    {
      caseId: command.caseId,
      tenant: command.tenant,
      service: command.service,
      workflow: { id: compiled.definition.id, hash: compiled.hash },
      packHash: ctx.packHash ?? '',
      form: submission.form,
      entry,
      areaPath: command.areaPath,
      filedOn,
      parties: command.parties.map(({ party, kind, subject, agents }) => ({ party, kind, subject, agents })),
      items: rows,
      inheritedClocks: {},
      ...(command.schedule ? { schedule: command.schedule } : {}),
    },
    { slots },
  );
  recordCaseFacts(journal, submission);
  for (const [index, row] of submission.rows.entries()) {
    const item = journal.state.items[index];
    if (item) recordItemFacts(journal, item, row.values);
  }
  for (const item of journal.state.items) requestClaim(journal, item);
  requestNumber(journal);
  moveCase(journal, { type: openEvent(entry) }, 'done');
}

/** Asks for the case's number, where the service has a sequence. */
export function requestNumber(journal: Journal): void {
  const sequence = journal.ctx.services.get(journal.state.service)?.sequence;
  if (sequence === undefined) return;
  const area = journal.state.areaPath.at(-1)?.id ?? '';
  journal.effect({ kind: 'assign-number', sequence, area, on: journal.today, for: 'case' });
}

function openingIssues({ ctx, compiled }: Journal, command: OpenCase, entry: string): Issue[] {
  const issues: Issue[] = [];
  const { rows } = command.submission;
  if (!ctx.services.has(command.service)) issues.push(engineIssue('SERVICE_UNKNOWN', '/service', { service: command.service }));
  if (!compiled.entries.has(entry)) issues.push(engineIssue('ENTRY_UNKNOWN', '/entry', { entry }));
  if (command.parties.length === 0) issues.push(engineIssue('PARTY_REQUIRED', '/parties'));
  const { items } = compiled.definition;
  const maximum = items?.max ?? 200;
  if (rows.length > maximum) issues.push(engineIssue('TOO_MANY_ROWS', '/submission/rows', { maximum }));
  if (items && rows.length === 0) issues.push(engineIssue('ROWS_REQUIRED', '/submission/rows'));
  return [...issues, ...duplicateRows(items?.key ?? [], rows)];
}

function duplicateRows(key: readonly string[], rows: OpenCase['submission']['rows']): Issue[] {
  const seen = new Map<string, number>();
  const issues: Issue[] = [];
  rows.forEach((row, index) => {
    const values = key.map((id) => row.values[id]);
    if (key.length === 0 || values.some((value) => value === undefined)) return;
    const text = JSON.stringify(values.map((value) => registerKey(value as FactScalar)));
    const other = seen.get(text);
    if (other === undefined) seen.set(text, index + 1);
    else issues.push(engineIssue('DUPLICATE_ROW', `/submission/rows/${index}`, { row: index + 1, other }));
  });
  return issues;
}
