import { randomUUID } from 'node:crypto';
import { type CleanSubmission, pagesOf, validateSubmission } from '@careway/forms';
import { livePack, type TenantParts } from '../loop/tenant-parts.js';
import { checkSubmission, type OfferedService, offeredService, submissionOptions, withFiles } from '../filing/check-filing.js';
import { sealSubmission } from '../filing/seal-submission.js';
import type { StoredDraft } from '../ports/draft-store.js';
import type { Reply } from '../runtime.js';
import type { ViewerScope } from '../scope/viewer-scope.js';
import type { DraftCheck, DraftView } from '../views.js';
import { computedViews } from './computed-views.js';
import { estimateRows } from './estimate-rows.js';
import { draftConflict } from './draft-messages.js';

/** The drafts of one viewer: data sealed at rest, saved only over the version that was read. */
export class DraftBox {
  constructor(
    readonly parts: TenantParts,
    readonly scope: ViewerScope,
  ) {}

  async list(): Promise<readonly DraftView[]> {
    const drafts = await this.parts.store.drafts.list(this.#owner);
    return Promise.all(drafts.map((draft) => this.#view(draft)));
  }

  /** @throws RangeError for an unknown service. */
  async create(service: string): Promise<DraftView> {
    if (!this.offered(service)) throw new RangeError(`no service ${service}`);
    const draft = this.#stored({ id: `d-${randomUUID()}`, service, version: 1, data: {} });
    await this.parts.store.drafts.put(draft);
    return this.#view(draft);
  }

  async get(id: string): Promise<DraftView | undefined> {
    const draft = await this.#mine(id);
    return draft && this.#view(draft);
  }

  async save(id: string, change: { data: Readonly<Record<string, unknown>>; page?: string }, ifVersion: number): Promise<Reply<DraftView>> {
    const draft = await this.#mine(id);
    if (!draft) return { ok: false, kind: 'not-found' };
    const page = change.page ?? draft.page;
    const next = this.#stored({
      id,
      service: draft.service,
      version: ifVersion + 1,
      data: change.data,
      ...(page === undefined ? {} : { page }),
    });
    if (!(await this.parts.store.drafts.put(next))) {
      const current = await this.#mine(id);
      if (!current) return { ok: false, kind: 'not-found' };
      return { ok: false, kind: 'version-conflict', current: current.version, since: draftConflict(current.updatedAt) };
    }
    return { ok: true, value: await this.#view(next), replayed: false };
  }

  async check(id: string, options: { readonly why?: boolean } = {}): Promise<DraftCheck | undefined> {
    const draft = await this.get(id);
    const offered = draft && this.offered(draft.service);
    if (!draft || !offered) return undefined;
    const today = this.parts.time.now().slice(0, 10);
    const input = { data: draft.data, attachments: draft.attachments, today };
    const result = checkSubmission(offered, input);
    const issues = result.ok ? result.warnings : result.issues;
    const data = withFiles(offered.form, input);
    const pages = pagesOf(offered.form, data, submissionOptions(offered, today)).map(({ id: page, label, status }) => ({
      id: page,
      label,
      status,
    }));
    const { computed } = result;
    const estimate = await estimateRows(this.parts, offered, { data, computed, issues, area: this.#area, why: options.why ?? false });
    const views = computedViews(offered.form, computed);
    return { issues, pages, ...(views.length > 0 ? { computed: views } : {}), ...estimate };
  }

  async remove(id: string): Promise<boolean> {
    if (!(await this.#mine(id))) return false;
    for (const { ref } of await this.parts.store.blobs.list({ draft: id })) await this.parts.store.blobs.remove(ref.id);
    return this.parts.store.drafts.remove(id);
  }

  offered(service: string): OfferedService | undefined {
    return offeredService(livePack(this.parts, this.#area), service);
  }

  get #owner(): string {
    return this.scope.person?.id ?? '';
  }

  get #area(): string {
    return this.scope.person?.roles[0]?.area ?? this.parts.areas.areas[0]?.id ?? '';
  }

  async #mine(id: string): Promise<StoredDraft | undefined> {
    const draft = await this.parts.store.drafts.get(id);
    return draft && draft.owner === this.#owner && this.#owner !== '' ? draft : undefined;
  }

  async #view(draft: StoredDraft): Promise<DraftView> {
    const { id, service, version, updatedAt, page } = draft;
    const blobs = await this.parts.store.blobs.list({ draft: id });
    const data = JSON.parse(this.parts.sealer.open(draft.sealed)) as Readonly<Record<string, unknown>>;
    const attachments = blobs.map(({ ref }) => ref);
    return { id, service, version, updatedAt, ...(page === undefined ? {} : { page }), data, attachments };
  }

  #stored(input: { id: string; service: string; version: number; data: Readonly<Record<string, unknown>>; page?: string }): StoredDraft {
    const { data, ...rest } = input;
    return {
      ...rest,
      owner: this.#owner,
      updatedAt: this.parts.time.now(),
      sealed: this.parts.sealer.text(JSON.stringify(data)),
      subjects: this.#subjects(input.service, data),
    };
  }

  /** People named in the rows, so that an erasure finds the draft. */
  #subjects(service: string, data: Readonly<Record<string, unknown>>): readonly string[] {
    const offered = this.offered(service);
    if (!offered) return [];
    const { form, formHash, workflow } = offered;
    const clean = draftData(offered, data, this.parts.time.now().slice(0, 10));
    const { rows } = sealSubmission(clean, { sealer: this.parts.sealer, form, formHash, workflow, attachments: [] });
    return [...new Set(rows.map(({ subject }) => subject))];
  }
}

/** The data as far as it can be read, rows that are no objects left out. */
function draftData({ form }: OfferedService, data: Readonly<Record<string, unknown>>, today: string): CleanSubmission {
  const result = validateSubmission(form, data, { today, stage: 'draft' });
  if (result.ok) return result.data;
  const tables = form.fields.filter(({ widget }) => widget === 'table').map(({ id }) => id);
  return Object.fromEntries(
    Object.entries(data).flatMap(([id, value]) => {
      if (!tables.includes(id)) return [];
      return Array.isArray(value) ? [[id, value.filter((row) => typeof row === 'object' && row !== null)]] : [];
    }),
  );
}
