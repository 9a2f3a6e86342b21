import type { LocalizedText } from '@careway/definition';
import { offeredService } from '../filing/check-filing.js';
import { maskSealed } from '../filing/seal-submission.js';
import { livePack } from '../loop/tenant-parts.js';
import type { ViewerScope } from '../scope/viewer-scope.js';
import type { Page } from '../views.js';
import { openSealed } from './open-sealed.js';
import { limitOf, offsetOf, pageOf } from './paging.js';
import type { TenantTools } from './tenant-tools.js';

/** Registers as a viewer may see them. */
export class RegisterReader {
  constructor(
    readonly tools: TenantTools,
    readonly scope: ViewerScope,
  ) {}

  /** Records of the viewer's areas, numbers masked; staff only. */
  async records(
    register: string,
    query: { text?: string; cursor?: string; limit?: number },
  ): Promise<Page<Readonly<Record<string, unknown>>>> {
    if (this.scope.paths.length === 0) return { rows: [], total: 0 };
    const { parts } = this.tools;
    const definition = livePack(parts, this.scope.staffRoles[0]?.area ?? '').registers.get(register);
    if (!definition) return { rows: [], total: 0 };
    const offset = offsetOf(query.cursor);
    const text = query.text?.trim();
    const page = await parts.store.registers.find(register, {
      ...(text ? { text, keys: [parts.sealer.searchKey(text), text] } : {}),
      ...(definition.scope === 'area' ? { paths: this.scope.paths } : {}),
      offset,
      limit: limitOf(query.limit),
    });
    const rows = page.records.map((record) => ({ ...(maskSealed(record.values) as object), version: String(record.version) }));
    return pageOf(rows, { offset, total: page.total });
  }

  /** Values known of the organisation that the viewer acts for, with the register they come from. */
  async prefill(service: string): Promise<Readonly<Record<string, { readonly value: string; readonly source: LocalizedText }>>> {
    const { parts } = this.tools;
    const { person } = this.scope;
    const offered = person && offeredService(livePack(parts, person.roles[0]?.area ?? ''), service);
    const key = person?.organisations[0]?.key;
    if (!offered || key === undefined) return {};
    const known: Record<string, { value: string; source: LocalizedText }> = {};
    for (const { id, prefill } of offered.form.fields) {
      if (!prefill) continue;
      const record = await parts.store.registers.get(prefill.register, key);
      const value = openSealed(parts, record?.values[prefill.field]);
      const label = offered.pack.registers.get(prefill.register)?.label;
      if (value === undefined || !label) continue;
      known[id] = { value: String(value), source: { 'zh-CN': `来自${label['zh-CN']}`, en: `From the register: ${label.en}` } };
    }
    return known;
  }
}
