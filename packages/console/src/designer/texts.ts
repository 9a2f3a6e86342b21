import { addTexts } from '../i18n/index.js';
import { designerEn } from './i18n/en.js';
import { designerZhCN } from './i18n/zh-CN.js';

addTexts('designer', { 'zh-CN': designerZhCN, en: designerEn });
