import type { LocalizedText } from '@careway/definition';
import { offeredService } from '../filing/check-filing.js';
import { livePack } from '../loop/tenant-parts.js';
import type { ViewerScope } from '../scope/viewer-scope.js';
import { openSealed } from './open-sealed.js';
import type { TenantTools } from './tenant-tools.js';

/** What registers know already of who fills in a form. */
export class KnownAnswers {
  constructor(
    readonly tools: TenantTools,
    readonly scope: ViewerScope,
  ) {}

  /** Values known of the organisation that the viewer acts for, with the register they come from. */
  async of(service: string): Promise<Readonly<Record<string, { readonly value: string; readonly source: LocalizedText }>>> {
    const { parts } = this.tools;
    const { person } = this.scope;
    const offered = person && offeredService(livePack(parts, person.roles[0]?.area ?? ''), service);
    const key = person?.organisations[0]?.key;
    if (!offered?.service.applicants.includes('organisation') || key === undefined) return {};
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
