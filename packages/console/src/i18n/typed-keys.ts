import type {} from 'i18next';
import type { staffZhCN } from '../staff/i18n/zh-CN.js';
import type { zhCN } from './zh-CN.js';

/** Keys of `t()` are checked against the Chinese catalogues. */
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'portal';
    resources: { portal: typeof zhCN; staff: typeof staffZhCN };
  }
}
