import type { TextsLike } from '../../i18n/texts-like.js';
import type { staffZhCN } from './zh-CN.js';

/** The same texts in English. */
export const staffEn: TextsLike<typeof staffZhCN> = { title: 'Casework' };
