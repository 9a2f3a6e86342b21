import type { ComposedPack, FormDefinition, Issue } from '@careway/definition';
import { DEFAULT_MAX_ROWS, decodeText, formIssue, importRows, mapRows } from '@careway/forms';
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

interface Target {
  readonly form: FormDefinition;
  readonly field: string;
  readonly maxRows: number;
}

/** Reads bytes of a roster for a table field of a service's form. XLSX is known by its content, everything else is text. */
export async function rosterOf(tenant: TenantRuntime, serviceId: string, field: string, bytes: Uint8Array): Promise<RosterRows> {
  const target = found(targetOf(tenant, serviceId, field));
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;
  return isZip ? fromSpreadsheet(bytes, target) : fromText(bytes, target);
}

function targetOf(tenant: TenantRuntime, serviceId: string, field: string): Target | undefined {
  const pack = tenant
    .areas()
    .map((area) => tenant.packFor(area.id))
    .find((candidate) => candidate.services.has(serviceId));
  const service = pack?.services.get(serviceId);
  const form = pack && service && pack.forms.get(service.form);
  if (!form || !tableField(form, field)) return undefined;
  return { form, field, maxRows: maxRowsOf(pack, service.workflow) };
}

const maxRowsOf = (pack: ComposedPack, workflow: string): number => pack.workflows.get(workflow)?.items?.max ?? DEFAULT_MAX_ROWS;

function fromText(bytes: Uint8Array, target: Target): RosterRows {
  const decoded = decodeText(bytes);
  if (decoded.text === undefined) return { rows: [], issues: [{ ...decoded.issue, path: `/${target.field}` }] };
  return { ...importRows(decoded.text, target), encoding: decoded.encoding };
}

async function fromSpreadsheet(bytes: Uint8Array, target: Target): Promise<RosterRows> {
  const path = `/${target.field}`;
  const verdict = await guardZip(bytes);
  if (!verdict.ok) return { rows: [], issues: [formIssue('ROSTER_UNREADABLE', path)] };
  // headings and a few lines above and below them are allowed for
  if (verdict.sheetRows > target.maxRows + 20) return { rows: [], issues: [tooMany(verdict.sheetRows - 1, target)] };
  try {
    const cells = await readSheet(Buffer.from(bytes));
    return mapRows(cells, target);
  } catch {
    return { rows: [], issues: [formIssue('ROSTER_UNREADABLE', path)] };
  }
}

function tooMany(count: number, { form, field, maxRows }: Target): Issue {
  const label = form.fields.find(({ id }) => id === field)?.label ?? { 'zh-CN': field, en: field };
  return formIssue('TOO_MANY_ROWS', `/${field}`, { label, count, limit: maxRows });
}
