import { fillText, type Issue, type IssueCatalogue, type LocalizedText } from '@careway/definition';

/** What analysis says beyond what parsing and composing already refuse. */
export const analysisMessages = {
  FIELD_MISSING: { 'zh-CN': '服务“{service}”的表单里没有字段“{field}”', en: 'The form of service “{service}” has no field “{field}”' },
  FIELD_TYPE: {
    'zh-CN': '事实“{fact}”的类型是 {type}，服务“{service}”的表单字段“{field}”给的是 {actual}',
    en: 'Fact “{fact}” is {type}, but the field “{field}” of the form of service “{service}” gives {actual}',
  },
  FIELD_VALUES: {
    'zh-CN': '表单字段“{field}”的“{values}”不在事实“{fact}”可取的值之内（服务“{service}”）',
    en: 'The field “{field}” of service “{service}” offers “{values}”, which fact “{fact}” does not know',
  },
  REGISTER_TYPE: {
    'zh-CN': '事实“{fact}”的类型是 {type}，台账字段“{field}”是 {actual}',
    en: 'Fact “{fact}” is {type}, but the register field “{field}” is {actual}',
  },
  WRITE_TYPE: {
    'zh-CN': '台账字段“{field}”的类型是 {type}，写入的是 {actual}',
    en: 'The register field “{field}” is {type}, but {actual} is written',
  },
  WRITE_SEALED: {
    'zh-CN': '台账字段“{field}”加密保存，只能写入同类型的事实本身',
    en: 'The register field “{field}” is encrypted: only a fact of the same type, by itself, may be written',
  },
  WRITE_VALUES: {
    'zh-CN': '写入台账字段“{field}”的“{values}”不在它可取的值之内',
    en: '“{values}” is written to the register field “{field}”, which does not know it',
  },
  DERIVED_CYCLE: { 'zh-CN': '事实“{fact}”的表达式绕回到它自己', en: 'The expression of fact “{fact}” leads back to itself' },
  STEP_UNREACHABLE: { 'zh-CN': '环节“{label}”走不到', en: 'The step “{label}” can never be reached' },
  STEP_WITHOUT_END: { 'zh-CN': '从环节“{label}”出发走不到办结', en: 'No end can be reached from the step “{label}”' },
  WAIT_WITHOUT_CLOCK: {
    'zh-CN': '等待环节“{label}”没有时限，可能一直等下去',
    en: 'The waiting step “{label}” has no clock and may wait for ever',
  },
  TASK_WITHOUT_CLOCK: { 'zh-CN': '办理环节“{label}”没有时限', en: 'The step “{label}” has no time limit' },
  TABLE_GAP: { 'zh-CN': '“{table}”没有适用的行，例如：{facts}', en: 'No row of “{table}” applies, for example: {facts}' },
  TABLE_OVERLAP: {
    'zh-CN': '“{table}”中有多行（{rules}）同时适用，例如：{facts}',
    en: 'Several rows of “{table}” ({rules}) apply at once, for example: {facts}',
  },
  CLOCK_UNUSED: { 'zh-CN': '时限“{label}”没有用到', en: 'The clock “{label}” is never started' },
  PARAM_UNUSED: { 'zh-CN': '参数“{label}”没有用到，改它不起作用', en: 'The parameter “{label}” is never read: setting it changes nothing' },
  FIXTURE_REFUSED: { 'zh-CN': '样例“{name}”应当通过，却有问题：{first}', en: 'The fixture “{name}” should be valid but: {first}' },
  FIXTURE_ACCEPTED: { 'zh-CN': '样例“{name}”应当被指出问题，却通过了', en: 'The fixture “{name}” should be refused but is valid' },
  SERVICE_WITHOUT_SCENARIO: { 'zh-CN': '服务“{label}”没有情景可检验', en: 'The service “{label}” has no scenario that tests it' },
} as const satisfies IssueCatalogue;

type Words = Readonly<Record<string, string | LocalizedText>>;

/** An issue of this catalogue; labels are filled in by language. */
export function analysisIssue(
  code: keyof typeof analysisMessages,
  path: string,
  words: Words,
  more: { readonly severity?: Issue['severity']; readonly file?: string } = {},
): Issue {
  const inLocale = (locale: keyof LocalizedText) =>
    Object.fromEntries(Object.entries(words).map(([name, word]) => [name, typeof word === 'string' ? word : word[locale]]));
  const message = {
    'zh-CN': fillText(analysisMessages[code], inLocale('zh-CN'))['zh-CN'],
    en: fillText(analysisMessages[code], inLocale('en')).en,
  };
  return { severity: 'error', ...more, code, path, params: inLocale('en'), message };
}
