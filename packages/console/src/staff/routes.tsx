import { addTexts } from '../i18n/index.js';
import { NotFoundState } from '../shared/index.js';
import { staffEn } from './i18n/en.js';
import { staffZhCN } from './i18n/zh-CN.js';

addTexts('staff', { 'zh-CN': staffZhCN, en: staffEn });

/** Everything under /console and /trace; loaded when first visited. */
export function StaffRoutes() {
  return <NotFoundState />;
}
