import { type IssueCatalogue, issueFrom, type LocalizedText } from '@careway/definition';

const issues = {
  KEY_FIXED: {
    'zh-CN': '{label}是记录的凭据，不能改。写错了，请用正确的新建一条',
    en: '{labelEn} identifies the record and cannot be changed. If it is wrong, add a record with the right one',
  },
  REFERENCE_UNKNOWN: {
    'zh-CN': '{label}在“{register}”里没有找到，请先登记',
    en: '{labelEn} is not in the register “{registerEn}”: enter it there first',
  },
  REGISTERED_ELSEWHERE: {
    'zh-CN': '已在其他区登记，请联系上一级民政部门核对',
    en: 'Registered in another area already: ask the office of the next higher level',
  },
  DUPLICATE_IN_FILE: { 'zh-CN': '和第{other}行是同一个号码，请删去一行', en: 'Same number as row {other}: remove one of them' },
  AREA_UNKNOWN: { 'zh-CN': '没有“{name}”这个区域，或不在您管的范围内', en: 'There is no area “{name}” within yours' },
  AREA_MISSING: { 'zh-CN': '请选择所属区域', en: 'Choose the area of the record' },
  REASON_MISSING: { 'zh-CN': '请写明原因', en: 'Give a reason' },
  CHANGED_MEANWHILE: {
    'zh-CN': '这条记录刚才有人改过，没有导入，请再导一次',
    en: 'Somebody changed this record just now: import it again',
  },
  FILE_ROWS_TOO_MANY: {
    'zh-CN': '这份文件超过{limit}行，一次最多{limit}行。请分成几份再导入',
    en: 'The file has more than {limit} rows, the most at a time. Split it',
  },
  IMPORT_FAILED: {
    'zh-CN': '这份文件没有处理完，系统出错了。台账里已写入的不会丢，请再选一次文件',
    en: 'The file could not be worked through. What was written stays; choose the file again',
  },
} as const satisfies IssueCatalogue;

/** Issues about records and imported rows. */
export const registerIssue = issueFrom(issues);

const refusals = {
  NOT_YOUR_REGISTER: {
    message: { 'zh-CN': '您不能改这本台账', en: 'You cannot change this register' },
    next: { 'zh-CN': '由这些岗位维护：{editors}', en: 'It is kept by: {editors}' },
  },
  WRITTEN_BY_CASES: {
    message: { 'zh-CN': '这本台账由办件自动写入，不能手工改', en: 'Cases write this register; it cannot be changed by hand' },
    next: { 'zh-CN': '内容有误，请在产生它的办件里更正', en: 'If it is wrong, correct it in the case that wrote it' },
  },
  RECORD_EXISTS: {
    message: { 'zh-CN': '这个号码已经登记过', en: 'This number is registered already' },
    next: { 'zh-CN': '请搜索这个号码，打开原来的记录修改', en: 'Search for the number and change the record that is there' },
  },
  REGISTERED_ELSEWHERE: {
    message: issues.REGISTERED_ELSEWHERE,
    next: {
      'zh-CN': '这里看不到别区的内容；核对后由原登记地迁出',
      en: 'Records of other areas are not shown; the other area moves it over',
    },
  },
  NOTHING_CHANGED: {
    message: { 'zh-CN': '没有改动任何内容', en: 'Nothing was changed' },
    next: { 'zh-CN': '请先改要改的内容，再保存', en: 'Change something, then save' },
  },
  IMPORT_NOT_READY: {
    message: { 'zh-CN': '这份文件还不能导入', en: 'This file cannot be imported now' },
    next: { 'zh-CN': '请等核对完；已经导入过的，不用再导', en: 'Wait until it is checked; what was imported need not be imported again' },
  },
  EXPORT_TOO_LARGE: {
    message: {
      'zh-CN': '一次最多导出{limit}条，现在有{count}条',
      en: 'At most {limit} records can be exported at a time, there are {count}',
    },
    next: { 'zh-CN': '请用筛选缩小范围，再导出', en: 'Narrow the list with filters, then export' },
  },
} as const satisfies Readonly<Record<string, { readonly message: LocalizedText; readonly next: LocalizedText }>>;

export type RegisterRefusalCode = keyof typeof refusals;

/** Something about a register that is not allowed now. */
export interface RegisterRefusal {
  readonly code: RegisterRefusalCode;
  readonly message: LocalizedText;
  readonly next: LocalizedText;
}

type Words = Readonly<Record<string, string | number | LocalizedText>>;

/** A refusal of the catalogue; words may differ by language. */
export function registerRefusal(code: RegisterRefusalCode, words: Words = {}): RegisterRefusal {
  const fill = (text: LocalizedText): LocalizedText => ({ 'zh-CN': filled(text, words, 'zh-CN'), en: filled(text, words, 'en') });
  return { code, message: fill(refusals[code].message), next: fill(refusals[code].next) };
}

function filled(text: LocalizedText, words: Words, locale: keyof LocalizedText): string {
  return text[locale].replace(/\{(\w+)\}/g, (whole, name: string) => {
    const word = words[name];
    return word === undefined ? whole : typeof word === 'object' ? word[locale] : String(word);
  });
}
