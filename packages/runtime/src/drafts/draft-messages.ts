import type { LocalizedText } from '@careway/definition';

/** Words for a draft that was saved elsewhere meanwhile. @param at ISO instant. */
export function draftConflict(at: string): LocalizedText {
  const time = at.slice(11, 16);
  return {
    'zh-CN': `这份草稿${time}在别处保存过。两份都还在，请选一份继续。`,
    en: `This draft was saved elsewhere at ${time}. Both versions are kept: choose one to go on with.`,
  };
}
