import type { ListingQuery } from '../ports/case-store.js';
import type { RowData } from '../listing/listing-rows.js';
import type { CaseQuery, WorklistQuery } from '../runtime.js';
import type { ViewerScope } from '../scope/viewer-scope.js';
import type { CaseRow, Page, WorklistRow } from '../views.js';
import { caseRow, type ListContext, worklistRow } from '../views/list-views.js';
import { limitOf, offsetOf, pageOf } from './paging.js';
import type { TenantTools } from './tenant-tools.js';

/** Lines read at most when a filter can only be told line by line. */
const scanned = 5000;

/** Worklist, search and own cases of one viewer. */
export class CaseLists {
  constructor(
    readonly tools: TenantTools,
    readonly scope: ViewerScope,
  ) {}

  async worklist(query: WorklistQuery): Promise<Page<WorklistRow>> {
    if (!this.scope.isStaff) return { rows: [], total: 0 };
    const { parts } = this.tools;
    const terms = query.text ? this.#terms(query.text) : undefined;
    const filter = {
      ...this.#worklistFilter(query.view),
      ...(query.service === undefined ? {} : { service: query.service }),
      ...(query.step === undefined ? {} : { step: query.step }),
      ...(query.area === undefined ? {} : { paths: [parts.areas.pathText(query.area)] }),
      ...(terms ? { terms } : {}),
      ...(query.level === 'paused' ? { status: 'paused' } : {}),
      sort: query.sort ?? 'due',
    } as const;
    const context = await this.#context();
    const show = (caseId: string, data: RowData) => worklistRow(context, caseId, data);
    if (query.level === undefined || query.level === 'paused') return this.#page(filter, query, show);
    const all = await parts.store.cases.list({ ...filter, offset: 0, limit: scanned });
    const rows = all.rows
      .filter((row) => !this.#concealed(filter.list, row.data as unknown as RowData))
      .map(({ caseId, data }) => show(caseId, data as unknown as RowData))
      .filter(({ clock }) => (clock?.level ?? 'in-time') === query.level);
    const offset = offsetOf(query.cursor);
    return pageOf(rows.slice(offset, offset + limitOf(query.limit)), { offset, total: rows.length });
  }

  /** Cases in the viewer's areas. */
  async cases(query: CaseQuery): Promise<Page<CaseRow>> {
    if (!this.scope.isStaff) return { rows: [], total: 0 };
    const context = await this.#context();
    const filter = {
      list: 'case',
      paths: this.scope.paths,
      ...(query.service === undefined ? {} : { service: query.service }),
      ...(query.text ? { terms: this.#terms(query.text) } : {}),
      sort: 'opened',
    } as const;
    const show = (caseId: string, data: RowData) => caseRow(context, caseId, data);
    if (query.status === undefined) return this.#page(filter, query, show);
    return this.#page({ ...filter, status: query.status }, query, show);
  }

  async myCases(query: { readonly cursor?: string; readonly limit?: number }): Promise<Page<CaseRow>> {
    const owners = this.scope.subjects.map((subject) => `party:${subject}`);
    const context = await this.#context();
    const page = await this.tools.parts.store.cases.list({ list: 'mine', owners, sort: 'opened', offset: 0, limit: scanned });
    const seen = new Set<string>();
    const fresh = page.rows.filter(({ caseId }) => !seen.has(caseId) && seen.add(caseId));
    const offset = offsetOf(query.cursor);
    const rows = fresh
      .slice(offset, offset + limitOf(query.limit))
      .map(({ caseId, data }) => caseRow(context, caseId, data as unknown as RowData));
    return pageOf(rows, { offset, total: fresh.length });
  }

  #worklistFilter(view: WorklistQuery['view']): Pick<ListingQuery, 'list' | 'scopes' | 'owners'> {
    if (view !== 'todo') return { list: view === 'done' ? 'acted' : 'started', owners: [`person:${this.scope.person?.id ?? ''}`] };
    const { parts } = this.tools;
    const ofRoles = this.scope.staffRoles.map(({ role, area }) => ({ owner: `role:${role}`, path: parts.areas.pathText(area) }));
    return { list: 'task', scopes: [...ofRoles, { owner: `person:${this.scope.person?.id ?? ''}`, path: '/' }] };
  }

  /** Number, beginning of a name, or a whole identity number by its keyed hash. */
  #terms(text: string): readonly string[] {
    const plain = text.trim();
    const terms = [`n:${plain.toUpperCase()}`, `x:${plain}`];
    if (/^\d{17}[\dXx]$/.test(plain) || /^1\d{10}$/.test(plain)) terms.push(`k:${this.tools.parts.sealer.searchKey(plain)}`);
    return terms;
  }

  async #context(): Promise<ListContext> {
    const { parts, people } = this.tools;
    return { parts, scope: this.scope, people: await people.all(), now: parts.time.now() };
  }

  async #page<T>(
    filter: Omit<ListingQuery, 'offset' | 'limit'>,
    query: { readonly cursor?: string | undefined; readonly limit?: number | undefined },
    show: (caseId: string, data: RowData) => T,
  ): Promise<Page<T>> {
    const offset = offsetOf(query.cursor);
    const { rows, total } = await this.tools.parts.store.cases.list({ ...filter, offset, limit: limitOf(query.limit) });
    const data = rows.map((row) => ({ caseId: row.caseId, data: row.data as unknown as RowData }));
    const open = data.filter((row) => !this.#concealed(filter.list, row.data));
    return pageOf(
      open.map((row) => show(row.caseId, row.data)),
      { offset, total: total - (data.length - open.length) },
    );
  }

  /** Whoever acts for a party that sees only its own part finds the case in the own list, nowhere else. */
  #concealed(list: string, { concealedFrom = [] }: RowData): boolean {
    return (list === 'case' || list === 'task') && concealedFrom.some((id) => this.scope.subjects.includes(id));
  }
}
