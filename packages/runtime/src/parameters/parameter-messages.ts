import { issueFrom } from '@careway/definition';

const catalogue = {
  VALUE_MISSING: { 'zh-CN': '请填写', en: 'Fill it in' },
  VALUE_NOT_LISTED: { 'zh-CN': '请从列出的里面选', en: 'Choose one of those listed' },
  VALUE_NOT_MONTH: { 'zh-CN': '请填年月，如2021-08', en: 'A year and month, such as 2021-08' },
  VALUE_NOT_DATE: { 'zh-CN': '请填日期，如2021-08-01', en: 'A date, such as 2021-08-01' },
  VALUE_NOT_NUMBER: { 'zh-CN': '请填数字，如160或者1.1', en: 'A number, such as 160 or 1.1' },
  VALUE_NOT_WHOLE: { 'zh-CN': '请填整数', en: 'A whole number' },
  VALUE_PLACES: { 'zh-CN': '金额最多两位小数', en: 'At most two decimals' },
  VALUE_RANGE: { 'zh-CN': '可以填{minimum}到{maximum}', en: 'From {minimum} to {maximum}' },
  VALUE_RANGE_FROM: { 'zh-CN': '不能小于{minimum}', en: 'Not less than {minimum}' },
  VALUE_RANGE_TO: { 'zh-CN': '不能大于{maximum}', en: 'Not more than {maximum}' },
  PARAMETER_GONE: {
    'zh-CN': '这一项已经不在现行标准里，请撤销这项改动',
    en: 'This figure is no longer in the standards in force: undo the change',
  },
  PARAMETER_STALE: {
    'zh-CN': '您打开以后，这一项已经变为{nowZh}。请核对后重新填写',
    en: 'Since you opened it this figure has become {now}: look at it again and fill it in anew',
  },
  NOTHING_CHANGED: { 'zh-CN': '还没有改动。请先改一个数', en: 'Nothing is changed yet' },
  EFFECTIVE_FROM_MISSING: { 'zh-CN': '请填从哪一天起施行', en: 'Say from which day it takes effect' },
  EFFECTIVE_FROM_EARLY: {
    'zh-CN': '{first}以前这里没有标准，施行日期不能再早',
    en: 'Nothing was in force before {first}: it cannot take effect earlier',
  },
  NOTE_MISSING: { 'zh-CN': '请写明依据：哪次会议、哪个文件', en: 'Say on what ground: which meeting or document' },
  CLAUSE_UNKNOWN: { 'zh-CN': '没有这条依据，请重新选择', en: 'There is no such clause: choose again' },
  CLAUSE_WITHOUT_FIGURE: {
    'zh-CN': '这条原文里没有{figure}。请换一条，或者选“本市自定”',
    en: 'The quote of this clause does not hold {figure}: choose another, or say that the city sets it',
  },
  EFFECTIVE_FROM_PAST: {
    'zh-CN': '施行日期已经过去：已办结的件不变，还没有决定的按新标准算',
    en: 'The day lies in the past: closed cases stay as they are, what is not decided goes by the new figures',
  },
  LATER_PUBLICATION: {
    'zh-CN': '{from}起另有一次发布，这次改动只管到前一天。要继续有效，请再提一次',
    en: 'Another publication takes effect on {from}; this change holds until the day before. Propose it again to go on',
  },
} as const;

/** Issues of parameters and proposals, in words for their fields. */
export const parameterIssue = issueFrom(catalogue);
