import type { SlotContent } from '../acts/slot.js';
import type { Journal } from '../decide/journal.js';
import { moveCase } from '../decide/move-case.js';
import { jsonOf } from '../acts/json-of.js';
import { requestNumber } from '../decide/open-case.js';
import { recordFacts } from '../decide/record-facts.js';
import { stopWith } from '../decide/stop.js';
import { engineIssue } from '../issues/catalogue.js';
import { openEvent } from '../position/machine-config.js';
import type { OpenChildCase } from '../types/command.js';
import type { ItemState } from '../types/state.js';
import type { FactValue } from '../types/values.js';

/** Opens a child case for rows split off: their facts, decisions and claims go with them, and so do the duties to keep apart. */
export function openChildCase(journal: Journal, command: OpenChildCase): void {
  const { compiled, ctx } = journal;
  if (!compiled.entries.has(command.entry)) stopWith([engineIssue('ENTRY_UNKNOWN', '/entry', { entry: command.entry })]);
  const applicant = command.parties[0]?.subject ?? command.caseId;
  const slots: Record<string, SlotContent> = { answers: { subject: applicant, value: jsonOf(command.answers) } };
  for (const party of command.parties) {
    if (party.name !== undefined) slots[`party:${party.party}`] = { subject: party.subject, value: { name: party.name } };
  }
  journal.record(
    'CaseOpened',
    {
      caseId: command.caseId,
      tenant: command.tenant,
      service: command.service,
      workflow: { id: compiled.definition.id, hash: compiled.hash },
      packHash: ctx.packHash ?? '',
      form: command.form,
      entry: command.entry,
      areaPath: command.areaPath,
      filedOn: command.filedOn,
      parties: command.parties.map(({ party, kind, subject, agents }) => ({ party, kind, subject, agents })),
      items: command.items.map(({ id, row, subject }) => ({ id, row, subject })),
      parent: command.parent,
      inheritedClocks: command.inheritedClocks,
      performers: command.performers,
    },
    { slots },
  );
  recordInherited(journal, command.facts);
  for (const item of command.items) inheritItem(journal, item);
  const { reason, subject, objector } = command.objection;
  const objection: Record<string, SlotContent> = { reason: { subject, value: reason } };
  if (objector) objection.objector = { subject, value: jsonOf(objector) };
  const items = command.items.map((item) => item.id);
  journal.record('ObjectionFiled', { items, whole: false }, { items, slots: objection });
  requestNumber(journal);
  moveCase(journal, { type: openEvent(command.entry) }, 'done');
}

function inheritItem(journal: Journal, item: ItemState): void {
  const items = [item.id];
  recordInherited(journal, item.facts, item);
  if (item.claim && item.claim.status !== 'refused') {
    journal.record('ClaimRequested', { item: item.id, claim: item.claim.claim ?? '', key: item.claim.key }, { items });
    if (item.claim.status === 'granted') journal.record('ClaimGranted', { item: item.id }, { items });
  }
  if (item.status === 'open' || item.status === 'split') return;
  const data = {
    item: item.id,
    status: item.status,
    ...(item.status === 'held' ? {} : { batch: 1 }),
    ...(item.result ? { result: item.result } : {}),
    ...(item.reason?.clause === undefined ? {} : { clause: item.reason.clause }),
  };
  const slots = item.reason?.text === undefined ? {} : { reason: { subject: item.subject, value: item.reason.text } };
  journal.record('ItemDecided', data, { items, slots });
}

function recordInherited(journal: Journal, facts: Readonly<Record<string, FactValue>>, item?: ItemState): void {
  const known = Object.entries(facts).filter(([, fact]) => fact.value !== undefined);
  if (known.length === 0) return;
  // The parent had other rows too: what belonged to the whole of it is about whoever filed.
  const filer = !item && journal.applicant !== journal.concerned() ? { filer: true as const } : {};
  // A value by definition stays one: nobody filed or registered it.
  const kindOf = ({ source }: FactValue) => (source.kind === 'default' ? source.kind : ('inherited' as const));
  const sources = Object.fromEntries(known.map(([id, fact]) => [id, { ...fact.source, kind: kindOf(fact), ...filer }]));
  const values = Object.fromEntries(known.flatMap(([id, { value }]) => (value === undefined ? [] : [[id, value] as const])));
  recordFacts(journal, { values, sources }, item);
}
