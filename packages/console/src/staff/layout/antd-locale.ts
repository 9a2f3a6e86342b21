import enUS from 'antd/locale/en_US.js';
import zhCN from 'antd/locale/zh_CN.js';
import type { Locale as AntdLocale } from 'antd/es/locale/index.js';
import type { Locale } from '../../i18n/index.js';

type Packed = AntdLocale | { readonly default: AntdLocale };

/** antd's own texts; a bundler may or may not unwrap the default export of its CommonJS files. */
function unpack(texts: Packed): AntdLocale {
  return 'default' in texts ? texts.default : texts;
}

export const antdLocales: Readonly<Record<Locale, AntdLocale>> = { 'zh-CN': unpack(zhCN as Packed), en: unpack(enUS as Packed) };
