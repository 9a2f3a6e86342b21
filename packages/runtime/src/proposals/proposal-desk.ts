import type { Issue } from '@careway/definition';
import type { TenantTools } from '../facade/tenant-tools.js';
import { parametersView } from '../parameters/parameters-view.js';
import type { ProposalEvent, StoredProposal } from '../ports/proposal-store.js';
import type { ProposalEdit, PublicationDesk } from '../publication-desk.js';
import type { Reply } from '../runtime.js';
import type { ViewerScope } from '../scope/viewer-scope.js';
import type { ChecksView, PreviewView, ProposalActionView, ProposalView } from '../views.js';
import { composeProposal } from './compose-proposal.js';
import { packsInForce, publicationHistory } from './publication-lists.js';
import { proposalRefusal } from './proposal-refusals.js';
import { currentBase, type ProposalContext, proposalIssues, proposalRow, proposalView, refusalCode, refusalOf } from './proposal-view.js';
import { publishProposal } from './publish-proposal.js';
import { checkProposal, previewProposal, type Weighing } from './weigh-proposal.js';

/** The desk of one viewer. Proposals of areas that the viewer does not administer are not there; another's draft neither. */
export class ProposalDesk implements PublicationDesk {
  constructor(
    readonly tools: TenantTools,
    readonly scope: ViewerScope,
  ) {}

  async packs() {
    const { parts } = this.tools;
    const proposals = await this.#visible();
    return packsInForce(parts, { sees: (area) => this.#administers(area), proposals });
  }

  async parameters(area: string, on?: string) {
    const { parts } = this.tools;
    return this.#administers(area) ? parametersView(parts, area, on ?? parts.time.now().slice(0, 10)) : undefined;
  }

  async history() {
    const sees = (area: string) => this.scope.holdsIn(area, 'administrator', 'auditor');
    return publicationHistory(this.tools.parts, { sees, people: await this.tools.people.all() });
  }

  async proposals() {
    const proposals = await this.#visible();
    return Promise.all(proposals.map(async (proposal) => proposalRow(await this.#context(proposal.area), proposal)));
  }

  async proposal(id: string): Promise<ProposalView | undefined> {
    const proposal = await this.#find(id);
    return proposal && this.#view(proposal);
  }

  async create(area: string, { idempotencyKey }: { readonly idempotencyKey: string }): Promise<Reply<ProposalView>> {
    const { parts } = this.tools;
    const base = parts.shelf.publications.some((known) => known.area === area) && parts.shelf.inForce(area, parts.time.now().slice(0, 10));
    if (!this.#administers(area) || !base) return { ok: false, kind: 'not-found' };
    const by = this.#me;
    const id = `p${parts.sealer.sign(`proposal ${by} ${idempotencyKey}`).slice(0, 24)}`;
    const at = parts.time.now();
    const fresh: StoredProposal = {
      id,
      version: 1,
      area,
      base: base.hash,
      status: 'draft',
      effectiveFrom: '',
      note: '',
      changes: [],
      acknowledged: [],
      by,
      updatedAt: at,
      events: [{ at, by, what: 'created' }],
    };
    const made = await parts.store.proposals.put(fresh);
    const proposal = made ? fresh : await parts.store.proposals.get(id);
    return proposal ? { ok: true, value: await this.#view(proposal), replayed: !made } : { ok: false, kind: 'not-found' };
  }

  save(id: string, { effectiveFrom, note, changes }: ProposalEdit, ifVersion: number): Promise<Reply<ProposalView>> {
    return this.#change(id, 'save', { ifVersion, make: (proposal) => ({ ...proposal, effectiveFrom, note, changes }) });
  }

  async checks(id: string): Promise<Reply<ChecksView>> {
    return this.#weigh(id, checkProposal);
  }

  async preview(id: string): Promise<Reply<PreviewView>> {
    return this.#weigh(id, previewProposal);
  }

  async submit(id: string, acknowledged: readonly string[], ifVersion: number): Promise<Reply<ProposalView>> {
    const found = await this.#find(id);
    const context = found && (await this.#context(found.area));
    const unready =
      found && context && refusalCode(context, found, 'submit') === undefined ? await this.#unready(found, acknowledged) : undefined;
    if (unready) return unready;
    const make = (proposal: StoredProposal) => this.#with({ ...proposal, acknowledged, status: 'submitted' }, 'submitted');
    return this.#change(id, 'submit', { ifVersion, make });
  }

  async publish(id: string, note: string, ifVersion: number): Promise<Reply<ProposalView>> {
    const done = await this.#find(id);
    const again = done?.status === 'published' && done.events.at(-1)?.by === this.#me && done.version === ifVersion + 1;
    if (done && again) return { ok: true, value: await this.#view(done), replayed: true };
    return this.#change(id, 'publish', {
      ifVersion,
      make: (proposal) => this.#with({ ...proposal, status: 'published' }, 'published', note),
      before: async (proposal) => {
        if (note.trim() === '') return { ok: false, kind: 'refused', refusal: proposalRefusal('PUBLISH_NOTE_MISSING') };
        return publishProposal(this.tools, proposal, { by: this.#me, note });
      },
    });
  }

  async reject(id: string, reason: string, ifVersion: number): Promise<Reply<ProposalView>> {
    const make = (proposal: StoredProposal) => this.#with({ ...proposal, status: 'rejected' }, 'rejected', reason);
    const missing = { ok: false, kind: 'refused', refusal: proposalRefusal('REASON_MISSING') } as const;
    return this.#change(id, 'reject', { ifVersion, make, before: async () => (reason.trim() === '' ? missing : undefined) });
  }

  withdraw(id: string, ifVersion: number): Promise<Reply<ProposalView>> {
    const make = (proposal: StoredProposal) => this.#with({ ...proposal, status: 'withdrawn' }, 'withdrawn');
    return this.#change(id, 'withdraw', { ifVersion, make });
  }

  revise(id: string, ifVersion: number): Promise<Reply<ProposalView>> {
    const make = (proposal: StoredProposal) => this.#with({ ...proposal, status: 'draft', acknowledged: [] }, 'revised');
    return this.#change(id, 'revise', { ifVersion, make });
  }

  get #me(): string {
    return this.scope.person?.id ?? '';
  }

  #administers(area: string): boolean {
    return this.scope.holdsIn(area, 'administrator');
  }

  async #visible(): Promise<readonly StoredProposal[]> {
    const all = await this.tools.parts.store.proposals.list();
    return all.filter((proposal) => this.#sees(proposal));
  }

  #sees({ area, status, by }: StoredProposal): boolean {
    return this.#administers(area) && (status !== 'draft' || by === this.#me);
  }

  async #find(id: string): Promise<StoredProposal | undefined> {
    const { parts } = this.tools;
    const proposal = await parts.store.proposals.get(id);
    if (!proposal || !this.#sees(proposal)) return undefined;
    return proposal;
  }

  async #context(area: string): Promise<ProposalContext> {
    const { parts } = this.tools;
    const people = await this.tools.people.all();
    const path = parts.areas.pathText(area);
    const kinds = new Map(this.scope.organisation.roles.map(({ id, kind }) => [id, kind]));
    const others = [...people.values()].filter(
      ({ id, roles }) =>
        id !== this.#me &&
        roles.some((held) => kinds.get(held.role) === 'administrator' && path.startsWith(parts.areas.pathText(held.area))),
    );
    return { parts, scope: this.scope, people, others: others.map(({ name }) => name) };
  }

  async #view(proposal: StoredProposal): Promise<ProposalView> {
    return proposalView(await this.#context(proposal.area), proposal);
  }

  /** A draft is weighed as it stands, on what is in force now; a submitted one on the pack it was written against. */
  async #weigh<T>(id: string, weigh: (weighing: Weighing) => Promise<T>): Promise<Reply<T>> {
    const proposal = await this.#find(id);
    if (!proposal) return { ok: false, kind: 'not-found' };
    const weighing = this.#weighing(proposal);
    return 'issues' in weighing
      ? { ok: false, kind: 'issues', issues: weighing.issues }
      : { ok: true, value: await weigh(weighing), replayed: false };
  }

  #weighing(proposal: StoredProposal): Weighing | { readonly issues: readonly Issue[] } {
    const { parts } = this.tools;
    const base = proposal.status === 'draft' ? currentBase({ parts }, proposal) : parts.shelf.byHash(proposal.base);
    const made = base && composeProposal(base, proposal);
    if (!made) return { issues: proposalIssues({ parts }, proposal, { issues: [] }) };
    const issues = proposalIssues({ parts }, proposal, made).filter(
      ({ code, severity }) => severity === 'error' && code !== 'NOTE_MISSING',
    );
    const { composed } = made;
    return issues.length > 0 || !composed ? { issues } : { parts, proposal, made: { ...made, composed } };
  }

  /** Why a draft cannot be submitted: something to mend, or a scenario that nobody has looked at. */
  async #unready(
    proposal: StoredProposal,
    acknowledged: readonly string[],
  ): Promise<Exclude<Reply<ProposalView>, { ok: true }> | undefined> {
    const weighing = this.#weighing(proposal);
    const view = await this.#view(proposal);
    const wrong = view.issues.filter(({ severity }) => severity === 'error');
    if ('issues' in weighing || wrong.length > 0) return { ok: false, kind: 'issues', issues: wrong };
    const { issues, scenarios } = await checkProposal(weighing);
    const errors = issues.filter(({ severity }) => severity === 'error');
    if (errors.length > 0) return { ok: false, kind: 'issues', issues: errors };
    const unseen = scenarios.expected.filter(({ id }) => !acknowledged.includes(id));
    if (unseen.length === 0) return undefined;
    return { ok: false, kind: 'refused', refusal: proposalRefusal('SCENARIOS_NOT_SEEN', { count: unseen.length }) };
  }

  #with(proposal: StoredProposal, what: ProposalEvent['what'], note?: string): StoredProposal {
    const event = { at: this.tools.parts.time.now(), by: this.#me, what, ...(note === undefined || note === '' ? {} : { note }) };
    return { ...proposal, events: [...proposal.events, event] };
  }

  async #change(
    id: string,
    action: ProposalActionView['action'],
    step: {
      readonly ifVersion: number;
      readonly make: (proposal: StoredProposal) => StoredProposal;
      readonly before?: (proposal: StoredProposal) => Promise<Exclude<Reply<ProposalView>, { ok: true }> | undefined>;
    },
  ): Promise<Reply<ProposalView>> {
    const { parts } = this.tools;
    const proposal = await this.#find(id);
    if (!proposal) return { ok: false, kind: 'not-found' };
    const context = await this.#context(proposal.area);
    const code = refusalCode(context, proposal, action);
    if (code) return { ok: false, kind: 'refused', refusal: refusalOf(context, proposal, code) };
    const stale = { ok: false, kind: 'version-conflict', current: proposal.version, since: changedText } as const;
    if (proposal.version !== step.ifVersion) return stale;
    const refused = await step.before?.(proposal);
    if (refused) return refused;
    const made = step.make(proposal);
    const base = action === 'save' || action === 'submit' || action === 'revise' ? currentBase({ parts }, made)?.hash : made.base;
    const next = { ...made, base: base ?? made.base, version: proposal.version + 1, updatedAt: parts.time.now() };
    if (!(await parts.store.proposals.put(next))) return stale;
    return { ok: true, value: proposalView(context, next), replayed: false };
  }
}

const changedText = {
  'zh-CN': '您打开后，这项改动已经变了。您填的还在，请刷新后核对',
  en: 'The proposal has changed since you opened it. What you typed is still here: reload and compare',
};
