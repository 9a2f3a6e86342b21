import type { Actor, CaseState } from '@careway/engine';
import { trackingCode } from '../filing/case-id.js';
import { filePublicly } from '../filing/file-publicly.js';
import { namedChoices } from '../filing/named-choices.js';
import { stateOf } from '../loop/command-loop.js';
import { livePack } from '../loop/tenant-parts.js';
import type { PublicTenant, Reply, WriteOptions } from '../runtime.js';
import { ViewerScope } from '../scope/viewer-scope.js';
import { pathViews } from '../views/path-view.js';
import { publicityView, receiptView, trackView } from '../views/public-views.js';
import type { NamedChoice, PublicityView, ReceiptView, TrackView } from '../views.js';
import { CaseReader } from './case-reader.js';
import { commandCase, replyOf } from './command-case.js';
import type { TenantTools } from './tenant-tools.js';

const listed = 200;

/** What anyone may see and do without logging in. */
export class PublicRuntime implements PublicTenant {
  constructor(readonly tools: TenantTools) {}

  get #reader(): CaseReader {
    const { parts } = this.tools;
    const scope = new ViewerScope(parts, { kind: 'public' }, livePack(parts, parts.areas.areas[0]?.id ?? '').organisation);
    return new CaseReader(this.tools, scope);
  }

  async publicity(): Promise<readonly PublicityView[]> {
    const { rows } = await this.tools.parts.store.cases.list({ list: 'publicity', sort: 'opened', offset: 0, limit: listed });
    const views = await Promise.all(rows.map(({ caseId }) => this.publicityOf(caseId)));
    return views.filter((view) => view !== undefined);
  }

  async publicityOf(caseId: string): Promise<PublicityView | undefined> {
    const context = await this.#reader.context(caseId, false);
    return context && publicityView(context);
  }

  async object(
    caseId: string,
    input: Parameters<PublicTenant['object']>[1],
    options: WriteOptions,
  ): Promise<Reply<{ readonly receivedOn: string }>> {
    const result = await commandCase({
      tools: this.tools,
      reader: this.#reader,
      caseId,
      command: { type: 'TakeAction', ...input },
      options,
      open: hadPublicity,
    });
    const receivedOn = this.tools.parts.time.now().slice(0, 10);
    return replyOf(result, async () => ({ receivedOn }), changedMeanwhile, caseId);
  }

  async file(input: Parameters<PublicTenant['file']>[0], options: WriteOptions): Promise<Reply<ReceiptView>> {
    const result = await filePublicly(this.tools, input, options);
    const receipt = async (caseId: string) => {
      const context = await this.#reader.context(caseId, false);
      return context && receiptView(context);
    };
    return replyOf(result, receipt, changedMeanwhile, '');
  }

  named(service: string, query: Parameters<PublicTenant['named']>[1]): Promise<readonly NamedChoice[] | undefined> {
    return namedChoices(this.tools.parts, { service, ...query });
  }

  async track(number: string, code: string): Promise<TrackView | undefined> {
    const caseId = await this.#tracked(number, code);
    return caseId === undefined ? undefined : this.#trackView(caseId);
  }

  async act(
    { number, code }: Parameters<PublicTenant['act']>[0],
    command: Parameters<PublicTenant['act']>[1],
    options: WriteOptions,
  ): Promise<Reply<TrackView>> {
    const caseId = await this.#tracked(number, code);
    if (caseId === undefined) return { ok: false, kind: 'not-found' };
    const result = await commandCase({
      tools: this.tools,
      reader: this.#reader,
      caseId,
      command: { type: 'TakeAction', ...command },
      options,
      open: filedWithoutAccount,
      actor: publicFiler,
    });
    return replyOf(result, (id) => this.#trackView(id), changedMeanwhile, caseId);
  }

  /** The case with this number, if the code is its own. */
  async #tracked(number: string, code: string): Promise<string | undefined> {
    const { parts } = this.tools;
    const wanted = number.trim().toUpperCase();
    const ids = await parts.store.cases.find(`n:${wanted}`, 20);
    const caseId = ids.find((id) => trackingCode(parts.sealer, id) === code.trim());
    const state = caseId === undefined ? undefined : stateOf(await parts.store.cases.load(caseId));
    return state?.number?.toUpperCase() === wanted ? caseId : undefined;
  }

  async #trackView(caseId: string): Promise<TrackView | undefined> {
    const context = await this.#reader.context(caseId, false);
    if (!context) return undefined;
    const { left } = await this.tools.history.of(caseId, context.version);
    const path = pathViews(context, left);
    if (!filedWithoutAccount(context.state)) return trackView(context, path);
    return trackView({ ...context, actor: publicFiler(context.state) }, path, true);
  }
}

const changedMeanwhile = async () => ({ 'zh-CN': '您打开后有变化', en: 'Something changed since you opened it' });

/** Whoever filed without an account comes back with number and code. */
function filedWithoutAccount({ filedBy, parties }: CaseState): boolean {
  return filedBy === 'public' && parties[0]?.agents.length === 0;
}

function publicFiler(state: CaseState): Actor {
  return { kind: 'public', channel: 'online', parties: state.parties.slice(0, 1).map(({ party }) => party) };
}

/** Objections reach only cases that are or were public: others do not exist. */
function hadPublicity(state: CaseState): boolean {
  return state.publicity.length > 0;
}
