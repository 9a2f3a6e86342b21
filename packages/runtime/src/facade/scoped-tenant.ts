import { AttachmentBox } from '../attachments/attachment-box.js';
import { isSealed } from '../crypto/sealer.js';
import { DraftBox } from '../drafts/draft-box.js';
import { eraseByRequest } from '../erasure/erase-by-request.js';
import { fileCase } from '../filing/file-case.js';
import { livePack } from '../loop/tenant-parts.js';
import { ProposalDesk } from '../proposals/proposal-desk.js';
import type { CaseCommand, PrintRequest, Reply, ScopedTenant, Viewer, WhomToErase, WriteOptions } from '../runtime.js';
import { registerDesk } from '../registers/register-desk.js';
import { ViewerScope } from '../scope/viewer-scope.js';
import { caseView } from '../views/case-view.js';
import { historyView } from '../views/history-view.js';
import { letterText } from '../views/letter-text.js';
import { receiptView } from '../views/public-views.js';
import { whyOfItem } from '../views/why-view.js';
import type { ViewContext } from '../views/view-context.js';
import type { CaseView, ReceiptView } from '../views.js';
import { type CandidateQuery, candidatesView } from './candidates.js';
import { CaseLists } from './case-lists.js';
import { CaseReader } from './case-reader.js';
import { commandCase, replyOf } from './command-case.js';
import { logRow } from './log-row.js';
import { lookedAt } from './looked-at.js';
import { limitOf, offsetOf, pageOf } from './paging.js';
import { previewLetters } from './preview-letters.js';
import { printCase } from './print-case.js';
import { KnownAnswers } from './known-answers.js';
import { sinceText } from './since-text.js';
import type { TenantTools } from './tenant-tools.js';

/** Everything one viewer may do in one tenant. */
export class ScopedRuntime implements ScopedTenant {
  readonly drafts: ScopedTenant['drafts'];
  readonly attachments: ScopedTenant['attachments'];
  readonly publications: ScopedTenant['publications'];
  readonly registers: ScopedTenant['registers'];
  readonly #scope: ViewerScope;
  readonly #reader: CaseReader;
  readonly #lists: CaseLists;
  readonly #prefill: KnownAnswers;

  constructor(
    readonly tools: TenantTools,
    viewer: Viewer,
  ) {
    const { parts } = tools;
    const area = (viewer.kind === 'person' ? viewer.roles[0]?.area : undefined) ?? parts.areas.areas[0]?.id ?? '';
    this.#scope = new ViewerScope(parts, viewer, livePack(parts, area).organisation);
    this.#reader = new CaseReader(tools, this.#scope);
    this.#lists = new CaseLists(tools, this.#scope);
    this.#prefill = new KnownAnswers(tools, this.#scope);
    this.drafts = new DraftBox(parts, this.#scope);
    this.attachments = new AttachmentBox(parts, this.#scope);
    this.publications = new ProposalDesk(tools, this.#scope);
    this.registers = registerDesk(tools, this.#scope);
  }

  async fileCase(input: Parameters<ScopedTenant['fileCase']>[0], options: WriteOptions): Promise<Reply<ReceiptView>> {
    const { parts, loop, effects } = this.tools;
    const result = await fileCase({ parts, loop, effects, scope: this.#scope }, input, options);
    return replyOf(
      result,
      async (caseId) => receiptOf(await this.#reader.open(caseId)),
      (caseId, from) => this.#since(caseId, from),
      '',
    );
  }

  async command(caseId: string, command: CaseCommand, options: WriteOptions): Promise<Reply<CaseView>> {
    const result = await commandCase({ tools: this.tools, reader: this.#reader, caseId, command, options });
    return replyOf(
      result,
      (id) => this.#caseView(id),
      (id, from) => this.#since(id, from),
      caseId,
    );
  }

  previewLetters(caseId: string, command: CaseCommand) {
    return previewLetters(this.#reader, caseId, command);
  }

  async case(caseId: string): Promise<CaseView | undefined> {
    const view = await this.#caseView(caseId);
    const context = view && (await this.#reader.context(caseId));
    if (context) await this.#reader.looked(context.state, { what: 'case' });
    return view;
  }

  async why(caseId: string, item: string) {
    const context = await this.#reader.open(caseId);
    return context && whyOfItem(context, item);
  }

  async candidates(caseId: string, query: CandidateQuery) {
    const context = await this.#reader.open(caseId);
    return context && candidatesView(context, query);
  }

  async history(caseId: string, { item }: { readonly item?: string } = {}) {
    const context = await this.#reader.open(caseId);
    if (!context) return undefined;
    const subject = context.state.items.find(({ id }) => id === item)?.subject;
    await this.#reader.looked(context.state, { what: 'history', ...(subject === undefined ? {} : { subject }) });
    return historyView(context, await this.#reader.commits(caseId), item);
  }

  async letter(caseId: string, letter: string) {
    const context = await this.#reader.context(caseId);
    const text = context && letterText(context, letter);
    if (text) await this.#reader.looked(context.state, { what: 'letter' });
    return text;
  }

  async receipt(caseId: string) {
    const context = await this.#reader.open(caseId);
    if (context) await this.#reader.looked(context.state, { what: 'receipt' });
    return receiptOf(context);
  }

  print(caseId: string, wanted: PrintRequest) {
    return printCase(this.#reader, caseId, wanted);
  }

  async reveal(caseId: string, item: string | undefined, why: string) {
    const context = await this.#reader.context(caseId);
    if (!context?.asStaff) return undefined;
    const row = item === undefined ? undefined : context.state.items.find(({ id }) => id === item);
    if (item !== undefined && !row) return undefined;
    const values = row ? Object.fromEntries(Object.entries(row.facts).map(([id, { value }]) => [id, value])) : context.state.answers;
    const subject = row?.subject ?? context.state.parties[0]?.subject;
    await this.#reader.looked(context.state, { what: 'reveal', why, ...(subject === undefined ? {} : { subject }) });
    return Object.fromEntries(
      Object.entries(values).flatMap(([id, value]) => (isSealed(value) ? [[id, this.tools.parts.sealer.open(value.sealed)]] : [])),
    );
  }

  worklist(query: Parameters<ScopedTenant['worklist']>[0]) {
    return this.#lists.worklist(query);
  }

  cases(query: Parameters<ScopedTenant['cases']>[0]) {
    return this.#lists.cases(query);
  }

  myCases(query: { cursor?: string; limit?: number }) {
    return this.#lists.myCases(query);
  }

  async inbox(query: { cursor?: string; limit?: number }) {
    const person = this.#scope.person;
    if (!person) return { rows: [], total: 0 };
    const offset = offsetOf(query.cursor);
    const { messages, total } = await this.tools.parts.store.inbox.list(person.id, { offset, limit: limitOf(query.limit) });
    return pageOf(
      messages.map(({ person: _person, ...message }) => message),
      { offset, total },
    );
  }

  async markRead(message: string): Promise<boolean> {
    const person = this.#scope.person;
    return person ? this.tools.parts.store.inbox.markRead(person.id, message) : false;
  }

  async accessLog(query: Parameters<ScopedTenant['accessLog']>[0]) {
    if (!this.#scope.hasKind('auditor', 'administrator')) return { rows: [], total: 0 };
    const offset = offsetOf(query.cursor);
    const { subject, caseId, text } = query;
    const { entries, total } = await this.tools.parts.store.access.list({
      ...(subject === undefined ? {} : { subject }),
      ...(caseId === undefined ? {} : { caseId }),
      ...(text === undefined ? {} : { about: await lookedAt(this.tools.parts, text) }),
      offset,
      limit: limitOf(query.limit),
    });
    const people = await this.tools.people.all();
    const named = entries.map((entry) => logRow(this.tools.parts, entry, people.get(entry.person)?.name ?? entry.person));
    return pageOf(named, { offset, total });
  }

  erase(whom: WhomToErase, options: WriteOptions & { readonly reason: string }): Promise<Reply<{ readonly erased: number }>> {
    return eraseByRequest({ tools: this.tools, reader: this.#reader }, whom, options);
  }

  prefill(service: string) {
    return this.#prefill.of(service);
  }

  async #caseView(caseId: string): Promise<CaseView | undefined> {
    const context = await this.#reader.context(caseId);
    return context && caseView(context, await this.#reader.extras(context));
  }

  async #since(caseId: string, from: number) {
    return sinceText(this.#reader, await this.#reader.context(caseId), from);
  }
}

const receiptOf = (context: ViewContext | undefined) => context && receiptView(context);
