import type { LocalizedText } from '@careway/definition';
import type { LetterState } from '@careway/engine';
import type { ViewContext } from './view-context.js';

/** How the office that issued a letter signs: by the level of its area, else as the service's contact office. */
export function officeOf({ parts, ctx, state }: ViewContext, { area }: Pick<LetterState, 'area'>): LocalizedText | undefined {
  const known = parts.areas.areas.find(({ id }) => id === area);
  const office = ctx.organisation.levels.find(({ id }) => id === known?.level)?.office;
  if (!known || !office) return ctx.services.get(state.service)?.contact.office;
  return {
    'zh-CN': office['zh-CN'].replaceAll('{area}', known.label['zh-CN']),
    en: office.en.replaceAll('{area}', known.label.en),
  };
}
