import type { ComposedPack, Issue } from '@careway/definition';
import { setImmediate as nextTurn } from 'node:timers/promises';
import {
  DEFAULT_MAX_ROWS,
  decodeText,
  FOLD_MAX_LINES,
  formIssue,
  listCells,
  type ListCells,
  mapRows,
  parseDelimited,
  readableRows,
  startFold,
  type TableTarget,
} from '@careway/forms';
import type { TenantRuntime } from '@careway/runtime';
import { readSheet } from 'read-excel-file/node';
import { found } from '../problem.js';
import { tableField } from './roster-template.js';
import { guardZip } from './zip-guard.js';

/** What was read from a pasted or imported roster; nothing is saved. */
export interface RosterRows {
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  readonly issues: readonly Issue[];
  readonly encoding?: string;
}

/** The table that is read into, and what its lists are folded by. */
export interface RosterPlace {
  readonly service: string;
  readonly field: string;
  /** The other answers of the draft. */
  readonly answers: Readonly<Record<string, unknown>>;
}

type Target = TableTarget & { readonly maxRows: number };

/** Lines of a list put together before others have their turn. */
const FOLD_STEP = 500;

/** Reads bytes of a roster for a table field of a service's form. XLSX is known by its content, everything else is text. */
export async function rosterOf(tenant: TenantRuntime, place: RosterPlace, bytes: Uint8Array): Promise<RosterRows> {
  const target = found(targetOf(tenant, place));
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;
  return isZip ? fromSpreadsheet(bytes, target) : fromText(bytes, target);
}

function targetOf(tenant: TenantRuntime, { service: serviceId, field, answers }: RosterPlace): Target | undefined {
  const pack = tenant
    .areas()
    .map((area) => tenant.packFor(area.id))
    .find((candidate) => candidate.services.has(serviceId));
  const service = pack?.services.get(serviceId);
  const form = pack && service && pack.forms.get(service.form);
  if (!form || !tableField(form, field)) return undefined;
  const around = { answers, today: tenant.clock.now().slice(0, 10) };
  return { form, field, around, maxRows: maxRowsOf(pack, service.workflow) };
}

const maxRowsOf = (pack: ComposedPack, workflow: string): number => pack.workflows.get(workflow)?.items?.max ?? DEFAULT_MAX_ROWS;

async function fromText(bytes: Uint8Array, target: Target): Promise<RosterRows> {
  const path = `/${target.field}`;
  const decoded = decodeText(bytes);
  if (decoded.text === undefined) return { rows: [], issues: [{ ...decoded.issue, path }] };
  const list = parseDelimited(decoded.text, readableRows(target));
  const { rows, issues } = await rowsOf(list, target);
  return { rows, issues: [...list.issues.map((issue) => ({ ...issue, path })), ...issues], encoding: decoded.encoding };
}

/** A roster as it is, or a list of lines put together, with a turn for others after every step. */
async function rowsOf(list: ListCells, target: Target): Promise<RosterRows> {
  const run = startFold(list, target);
  if (!run) return mapRows(list.cells, target, list.count);
  while (run.step(FOLD_STEP)) await nextTurn();
  return run.result();
}

async function fromSpreadsheet(bytes: Uint8Array, target: Target): Promise<RosterRows> {
  const path = `/${target.field}`;
  const verdict = await guardZip(bytes);
  if (!verdict.ok) return { rows: [], issues: [formIssue('ROSTER_UNREADABLE', path)] };
  if (verdict.sheetRows > readableRows(target)) return { rows: [], issues: [tooMany(verdict.sheetRows - 1, target)] };
  try {
    const cells = await readSheet(Buffer.from(bytes));
    return await rowsOf(listCells(cells), target);
  } catch {
    return { rows: [], issues: [formIssue('ROSTER_UNREADABLE', path)] };
  }
}

function tooMany(count: number, { form, field, maxRows }: Target): Issue {
  const table = form.fields.find(({ id }) => id === field);
  const label = table?.label ?? { 'zh-CN': field, en: field };
  if (table?.fold) return formIssue('FOLD_TOO_MANY', `/${field}`, { label: table.fold.label, count, limit: FOLD_MAX_LINES });
  return formIssue('TOO_MANY_ROWS', `/${field}`, { label, count, limit: maxRows });
}
