import { createHash, randomBytes } from 'node:crypto';
import type { AttachmentRef, CaseState } from '@careway/engine';
import { checkAttachment } from '@careway/forms';
import { fileTypeFromBuffer } from 'file-type';
import { offeredService } from '../filing/check-filing.js';
import { stateOf } from '../loop/command-loop.js';
import { livePack, type TenantParts } from '../loop/tenant-parts.js';
import type { StoredBlob } from '../ports/draft-store.js';
import type { Reply } from '../runtime.js';
import type { ViewerScope } from '../scope/viewer-scope.js';

export interface AttachmentInput {
  readonly draft?: string;
  readonly caseId?: string;
  readonly field: string;
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Files that a viewer may add, read and remove. Content is sealed at rest; its type is what it says, never its name. */
export class AttachmentBox {
  constructor(
    readonly parts: TenantParts,
    readonly scope: ViewerScope,
  ) {}

  async put(input: AttachmentInput): Promise<Reply<AttachmentRef>> {
    const place = await this.#place(input);
    if (!place) return { ok: false, kind: 'not-found' };
    const detected = await fileTypeFromBuffer(input.bytes);
    const issues = checkAttachment(place.field, { name: input.name, bytes: input.bytes.byteLength, detectedType: detected?.mime });
    if (issues.length > 0) return { ok: false, kind: 'issues', issues };
    const at = this.parts.time.now();
    const ref: AttachmentRef = {
      id: randomBytes(16).toString('hex'),
      field: input.field,
      name: input.name,
      type: detected?.mime ?? 'application/octet-stream',
      bytes: input.bytes.byteLength,
      sha256: createHash('sha256').update(input.bytes).digest('hex'),
      uploadedBy: this.scope.person?.id ?? '',
      uploadedAt: at,
    };
    const { draft, caseId } = input;
    const blob: StoredBlob = {
      ref,
      owner: ref.uploadedBy,
      createdAt: at,
      ...(draft === undefined ? {} : { draft }),
      ...(caseId === undefined ? {} : { caseId }),
    };
    await this.parts.store.blobs.put(blob, this.parts.sealer.bytes(input.bytes));
    return { ok: true, value: ref, replayed: false };
  }

  async get(id: string): Promise<{ readonly ref: AttachmentRef; readonly bytes: Uint8Array } | undefined> {
    const found = await this.parts.store.blobs.get(id);
    if (!found || !(await this.#mayRead(found.blob))) return undefined;
    await this.#looked(found.blob);
    return { ref: found.blob.ref, bytes: this.parts.sealer.openBytes(found.bytes) };
  }

  /** Only of a draft, by its owner: what was filed stays. */
  async remove(id: string): Promise<boolean> {
    const found = await this.parts.store.blobs.get(id);
    if (!found || found.blob.owner !== this.scope.person?.id) return false;
    const { caseId } = found.blob;
    if (caseId !== undefined) {
      const state = stateOf(await this.parts.store.cases.load(caseId));
      if (state?.attachments.some((ref) => ref.id === id)) return false;
    }
    return this.parts.store.blobs.remove(id);
  }

  /** Enters in the access log that staff opened a file of a case that somebody else brought. */
  async #looked({ caseId, owner }: StoredBlob): Promise<void> {
    const { person } = this.scope;
    const state = caseId === undefined ? undefined : stateOf(await this.parts.store.cases.load(caseId));
    if (!state || !person || person.id === owner || !this.scope.seesAsStaff(state)) return;
    await this.parts.store.access.add({ at: this.parts.time.now(), person: person.id, caseId: state.caseId, what: 'attachment' });
  }

  async #mayRead(blob: StoredBlob): Promise<boolean> {
    if (this.scope.person !== undefined && blob.owner === this.scope.person.id) return true;
    if (blob.caseId === undefined) return false;
    const state = stateOf(await this.parts.store.cases.load(blob.caseId));
    return state !== undefined && this.scope.sees(state) && this.#notConcealed(state, blob);
  }

  /** Of files that others brought a party that sees only its own part knows nothing. */
  #notConcealed(state: CaseState, { owner }: StoredBlob): boolean {
    const shield = this.scope.shield(state);
    if (!shield) return true;
    return state.parties.some(({ party, agents }) => shield.some(({ id }) => id === party) && agents.includes(owner));
  }

  /** The field the file is for, when the draft is the viewer's or the case in the viewer's scope. */
  async #place({ draft, caseId, field }: AttachmentInput) {
    const { person } = this.scope;
    if (!person) return undefined;
    if (caseId !== undefined) {
      const state = stateOf(await this.parts.store.cases.load(caseId));
      if (!state || !this.scope.sees(state)) return undefined;
      const form = this.parts.shelf.byHash(state.packHash)?.forms.get(state.form.id);
      const known = form?.fields.find(({ id, widget }) => id === field && widget === 'files');
      return { field: known ?? { id: field } };
    }
    const stored = draft === undefined ? undefined : await this.parts.store.drafts.get(draft);
    if (draft !== undefined && stored?.owner !== person.id) return undefined;
    if (!stored) return { field: { id: field } };
    const offered = offeredService(livePack(this.parts, person.roles[0]?.area ?? ''), stored.service);
    const known = offered?.form.fields.find(({ id, widget }) => id === field && widget === 'files');
    return known && { field: known };
  }
}
