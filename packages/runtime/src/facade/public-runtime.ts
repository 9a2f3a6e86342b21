import type { CaseState } from '@careway/engine';
import { trackingCode } from '../filing/case-id.js';
import { livePack } from '../loop/tenant-parts.js';
import type { PublicTenant, Reply, WriteOptions } from '../runtime.js';
import { ViewerScope } from '../scope/viewer-scope.js';
import { pathViews } from '../views/path-view.js';
import { publicityView, trackView } from '../views/public-views.js';
import type { PublicityView, TrackView } from '../views.js';
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
    const since = async () => ({ 'zh-CN': '您打开后有变化', en: 'Something changed since you opened it' });
    return replyOf(result, async () => ({ receivedOn }), since, caseId);
  }

  async track(number: string, code: string): Promise<TrackView | undefined> {
    const { parts } = this.tools;
    const wanted = number.trim().toUpperCase();
    const ids = await parts.store.cases.find(`n:${wanted}`, 20);
    const caseId = ids.find((id) => trackingCode(parts.sealer, id) === code.trim());
    const reader = this.#reader;
    const context = caseId === undefined ? undefined : await reader.context(caseId, false);
    if (!context || context.state.number?.toUpperCase() !== wanted) return undefined;
    const { left } = await this.tools.history.of(context.state.caseId, context.version);
    return trackView(context, pathViews(context, left));
  }
}

/** Objections reach only cases that are or were public: others do not exist. */
function hadPublicity(state: CaseState): boolean {
  return state.publicity.length > 0;
}
