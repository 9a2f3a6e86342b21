import type { Issue, IssueCatalogue, LocalizedText } from '@careway/definition';

/** What forms say to people, by code. Placeholders take the field's own label. */
export const formMessages = {
  ANSWER_MISSING: { 'zh-CN': '请填写{label}', en: 'Fill in: {label}' },
  CHOICE_MISSING: { 'zh-CN': '请选择{label}', en: 'Choose: {label}' },
  FILE_MISSING: { 'zh-CN': '请上传{label}', en: 'Add a file: {label}' },
  ROWS_MISSING: { 'zh-CN': '请添加{label}，至少{limit}行', en: 'Add rows to {label}: at least {limit}' },
  FILES_TOO_FEW: { 'zh-CN': '{label}至少要{limit}份', en: '{label}: at least {limit} files' },
  FILES_TOO_MANY: { 'zh-CN': '{label}最多{limit}份', en: '{label}: at most {limit} files' },
  FORM_NOT_OBJECT: { 'zh-CN': '没有读到填写的内容，请重新打开表单再提交', en: 'No answers could be read: open the form again' },
  NOT_A_TABLE: { 'zh-CN': '{label}要一行一行填写', en: '{label} must be filled in row by row' },
  NOT_A_ROW: { 'zh-CN': '{label}的这一行读不出来，请重新填写', en: 'This row of {label} cannot be read: fill it in again' },
  NOT_FILES: { 'zh-CN': '{label}没有上传完整，请重新上传', en: '{label} was not uploaded completely: add it again' },
  UNKNOWN_FIELD: { 'zh-CN': '表单里没有“{name}”这一项，请删去', en: 'The form has no field “{name}”: remove it' },
  FIELD_NOT_WRITABLE: { 'zh-CN': '{label}在这个环节只能看，不能改', en: '{label} can be read but not changed at this step' },
  NEEDS_TEXT: { 'zh-CN': '{label}要填文字', en: '{label} must be text' },
  NEEDS_INTEGER: { 'zh-CN': '{label}要填整数，如12', en: '{label} must be a whole number, such as 12' },
  NEEDS_DECIMAL: { 'zh-CN': '{label}要填数字，如385.00', en: '{label} must be a number, such as 385.00' },
  NEEDS_YES_NO: { 'zh-CN': '{label}请填“是”或“否”', en: '{label}: answer yes or no' },
  NEEDS_CONSENT: { 'zh-CN': '请确认：{label}', en: 'Please confirm: {label}' },
  VALUE_NOT_LISTED: { 'zh-CN': '{label}请从这些里选：{values}', en: '{label}: choose one of {values}' },
  NEEDS_DATE: { 'zh-CN': '{label}要填日期，如2021-06-05', en: '{label} must be a date, such as 2021-06-05' },
  DATE_NOT_EXISTING: {
    'zh-CN': '{label}：{year}年{month}月没有{day}日，请核对',
    en: '{label}: there is no such day ({year}-{month}-{day})',
  },
  NEEDS_MONTH: { 'zh-CN': '{label}要填年和月，如2021-06', en: '{label} must be a month, such as 2021-06' },
  MONTH_IN_FUTURE: { 'zh-CN': '{label}还没有到，请选{latest}或更早的月份', en: '{label} lies in the future: choose {latest} or earlier' },
  DATE_IN_FUTURE: { 'zh-CN': '{label}还没有到，请选今天或更早的日期', en: '{label} lies in the future: choose today or earlier' },
  TOO_EARLY: { 'zh-CN': '{label}不能早于{limit}', en: '{label} cannot be before {limit}' },
  TOO_LATE: { 'zh-CN': '{label}不能晚于{limit}', en: '{label} cannot be after {limit}' },
  TOO_SMALL: { 'zh-CN': '{label}不能小于{limit}', en: '{label} cannot be less than {limit}' },
  TOO_LARGE: { 'zh-CN': '{label}不能大于{limit}', en: '{label} cannot be more than {limit}' },
  NOT_A_MULTIPLE: { 'zh-CN': '{label}要是{limit}的倍数', en: '{label} must be a multiple of {limit}' },
  TOO_SHORT: { 'zh-CN': '{label}至少{limit}个字', en: '{label}: at least {limit} characters' },
  TOO_LONG: { 'zh-CN': '{label}最多{limit}个字，现在有{length}个', en: '{label}: at most {limit} characters, now {length}' },
  PATTERN_DIFFERS: { 'zh-CN': '{label}的写法和要求不同，请对照说明核对', en: '{label} is not written as asked: compare with the hint' },
  TOO_FEW_ROWS: { 'zh-CN': '{label}至少{limit}行', en: '{label}: at least {limit} rows' },
  TOO_MANY_ROWS: {
    'zh-CN': '{label}有{count}行，一次最多{limit}行。请分成几份，每份不超过{limit}行，分开提交',
    en: '{label} has {count} rows; at most {limit} at a time. Split it into parts of {limit} rows and file each',
  },
  DUPLICATE_ROW: { 'zh-CN': '和第{other}行是同一个人（{keys}相同），请删去一行', en: 'Same {keys} as row {other}: remove one of them' },
  FORMULA_CELL: {
    'zh-CN': '{label}里是公式（以“{sign}”开头），请改成文字或数字',
    en: '{label} holds a formula (it begins with “{sign}”): enter the text or number itself',
  },
  INVISIBLE_CHARACTERS: { 'zh-CN': '{label}里有看不见的符号，请重新输入', en: '{label} holds invisible characters: type it again' },
  IDENTITY_LENGTH: { 'zh-CN': '{label}要18位，现在是{length}位，请核对', en: '{label} has 18 characters, this one has {length}: check it' },
  IDENTITY_CHARACTERS: { 'zh-CN': '{label}应是17位数字加最后一位数字或X，请核对', en: '{label} is 17 digits and a digit or X: check it' },
  IDENTITY_BIRTHDAY: {
    'zh-CN': '号码里的生日不存在（{year}年{month}月没有{day}日），请核对',
    en: 'The birthday in the number does not exist ({year}-{month}-{day}): check it',
  },
  IDENTITY_BIRTH_FUTURE: {
    'zh-CN': '号码里的生日还没有到（{year}年{month}月{day}日），请核对',
    en: 'The birthday in the number lies in the future ({year}-{month}-{day}): check it',
  },
  IDENTITY_TOO_OLD: { 'zh-CN': '号码里的出生年份是{year}年，请核对', en: 'The year of birth in the number is {year}: check it' },
  IDENTITY_CHECKSUM: {
    'zh-CN': '{label}有一位写错了（末位对不上），请照身份证核对',
    en: 'One digit of {label} is wrong: compare with the card',
  },
  IDENTITY_SCIENTIFIC: {
    'zh-CN': 'Excel把身份证号变成了科学计数法（{value}），后几位已丢失。请把这一列设成“文本”，重新输入号码',
    en: 'The spreadsheet turned the number into {value} and lost its last digits. Format the column as text and enter it again',
  },
  NUMBER_LOST_DIGITS: {
    'zh-CN': 'Excel把{label}当成了数字，后几位已变成0。请把这一列设成“文本”，重新输入号码',
    en: 'The spreadsheet read {label} as a number and lost its last digits. Format the column as text and enter it again',
  },
  PHONE_DIFFERS: {
    'zh-CN': '{label}不是电话号码的写法，如13800000000或0471-1234567',
    en: '{label} is not a telephone number, such as 13800000000 or 0471-1234567',
  },
  CREDIT_CODE_LENGTH: {
    'zh-CN': '{label}要18位，现在是{length}位，请核对',
    en: '{label} has 18 characters, this one has {length}: check it',
  },
  CREDIT_CODE_CHARACTERS: {
    'zh-CN': '{label}里没有字母I、O、S、V、Z，请核对',
    en: '{label} never holds the letters I, O, S, V, Z: check it',
  },
  CREDIT_CODE_CHECKSUM: {
    'zh-CN': '{label}的末位对不上，请照证书核对；证书上就是这样的，请写明原因',
    en: 'The last character of {label} does not fit: compare with the certificate, or give a reason if it says so',
  },
  ROSTER_EMPTY: { 'zh-CN': '没有读到名单，请复制表头和至少一行', en: 'No rows found: copy the headings and at least one row' },
  ROSTER_UNREADABLE: {
    'zh-CN': '文件里的文字读不出来。请在Excel里另存为“CSV UTF-8”或.xlsx，再选一次',
    en: 'The text of the file cannot be read. Save it as “CSV UTF-8” or .xlsx and choose it again',
  },
  HEADINGS_MISSING: {
    'zh-CN': '没有找到表头。请用模板里的表头，放在前10行之内',
    en: 'No headings found: use those of the template, within the first 10 rows',
  },
  MASKED_VALUE: {
    'zh-CN': '{label}里有星号，只是号码的一部分，请填完整号码',
    en: '{label} has asterisks, it is only part of the number: enter it whole',
  },
  COLUMN_MISSING: { 'zh-CN': '名单里没有“{label}”这一列，请补上', en: 'The list has no column “{label}”: add it' },
  COLUMN_UNKNOWN: { 'zh-CN': '没有用到“{name}”这一列', en: 'The column “{name}” was not used' },
  COLUMN_TWICE: { 'zh-CN': '“{label}”这一列出现了两次，请删去一列', en: 'The column “{label}” occurs twice: remove one' },
  CELLS_TOO_MANY: { 'zh-CN': '这一行比表头多出{count}格，请核对', en: 'This row has {count} cells more than the headings: check it' },
  QUOTE_OPEN: { 'zh-CN': '这一行的引号没有成对，后面的内容读不出来，请核对', en: 'A quotation mark of this row is never closed: check it' },
  ROWS_FOLDED: { 'zh-CN': '{count}条{label}合成了{rows}行', en: '{count} lines of {label} became {rows} rows' },
  FOLD_NOT_READ: {
    'zh-CN': '{count}条{label}里有{wrong}条要改，名单没有读入。请在文件里改好，再读一次',
    en: '{wrong} of {count} lines of {label} need a change; nothing was read in. Mend them in the file and read it again',
  },
  FOLD_MORE: { 'zh-CN': '另外还有{count}处要改', en: 'There are {count} more to mend' },
  FOLD_MONTH_MISSING: { 'zh-CN': '请先填写{label}，再读入{list}', en: 'Fill in {label} first, then read in the {list}' },
  FOLD_TOO_MANY: {
    'zh-CN': '{label}有{count}条，一次最多{limit}条。请按老人分成几份，分开提交',
    en: '{label}: {count} lines, at most {limit} at a time. Split them by elder and file each part',
  },
  FOLD_DATE: { 'zh-CN': '{label}是{date}，不在{month}里', en: '{label} is {date}, not within {month}' },
  FOLD_TWICE: { 'zh-CN': '和第{other}行重复（{keys}都相同），请删去一行', en: 'Same {keys} as row {other}: remove one of them' },
  FOLD_DIFFERS: {
    'zh-CN': '{label}和第{other}行不同（{keys}相同），请核对',
    en: '{label} differs from row {other}, which has the same {keys}: check them',
  },
  FOLD_MONTH_DIFFERS: {
    'zh-CN': '这一行是按{month}的{list}合成的，现在的{label}不同，请重新读入',
    en: 'This row was made from the {list} of {month}; {label} is another month now: read the list in again',
  },
  COMPUTED_WAITING: { 'zh-CN': '还算不出{label}，还差：{missing}', en: '{label} cannot be worked out yet; still missing: {missing}' },
  COMPUTED_NOTHING: { 'zh-CN': '规则没有给出{label}，由人认定', en: 'The rules give no {label}; a person decides' },
  COMPUTED_NOT_WHOLE: { 'zh-CN': '{label}算出来不是整数，请核对填写的内容', en: '{label} does not come out whole: check the answers' },
  COMPUTED_RULES_MISSING: {
    'zh-CN': '计算{label}的规则没有装上，请告诉管理员',
    en: 'The rules by which {label} is worked out are not at hand: tell the administrator',
  },
  FILE_EMPTY: { 'zh-CN': '“{name}”里没有内容，请重新选一份', en: '“{name}” is empty: choose another file' },
  FILE_TOO_LARGE: {
    'zh-CN': '{kind}{size}，最多{limit}。请重拍或压缩，或把原件送窗口',
    en: 'The {kind} has {size}, at most {limit}. Retake it, make it smaller, or bring the original',
  },
  FILE_KIND: { 'zh-CN': '“{name}”不是{kinds}，请换一份', en: '“{name}” is not {kinds}: choose another file' },
  FILE_KIND_DIFFERS: {
    'zh-CN': '“{name}”的内容和文件名不同（内容是{detected}），请重新选一份',
    en: 'The content of “{name}” ({detected}) differs from its name: choose another file',
  },
  FILE_NAME: { 'zh-CN': '文件名太长或有特殊符号，请改名后再选', en: 'The file name is too long or has special characters: rename it' },
} as const satisfies IssueCatalogue;

export type FormIssueCode = keyof typeof formMessages;

/** Values of placeholders; a label differs by language. */
export type Words = Readonly<Record<string, string | number | LocalizedText>>;

export interface IssueDetails {
  /** Row of a table, from 1: shown in front. */
  readonly row?: number | undefined;
  readonly severity?: Issue['severity'] | undefined;
  /** The form's own message for the keyword. */
  readonly override?: LocalizedText | undefined;
}

/** An issue of this package's catalogue at a JSON Pointer of the submission. */
export function formIssue(code: FormIssueCode, path: string, words: Words = {}, details: IssueDetails = {}): Issue {
  const { row, severity = 'error', override } = details;
  const template: LocalizedText = override ?? formMessages[code];
  const message = {
    'zh-CN': (row ? `第${row}行：` : '') + fill(template, words, 'zh-CN'),
    en: (row ? `Row ${row}: ` : '') + fill(template, words, 'en'),
  };
  return { code, severity, path, message, params: { ...scalars(words), ...(row ? { row } : {}) } };
}

/** The same issue about another row of a list: the row stands in front of its words. */
export function issueAtRow(issue: Issue, path: string, row: number): Issue {
  const words = { 'zh-CN': issue.message['zh-CN'].replace(/^第\d+行：/, ''), en: issue.message.en.replace(/^Row \d+: /, '') };
  return {
    ...issue,
    path,
    message: { 'zh-CN': `第${row}行：${words['zh-CN']}`, en: `Row ${row}: ${words.en}` },
    params: { ...issue.params, row },
  };
}

function fill(template: LocalizedText, words: Words, locale: keyof LocalizedText): string {
  return template[locale].replace(/\{(\w+)\}/g, (whole, name: string) => {
    const word = words[name];
    return word === undefined ? whole : typeof word === 'object' ? word[locale] : String(word);
  });
}

function scalars(words: Words): Record<string, string | number> {
  return Object.fromEntries(Object.entries(words).flatMap(([name, word]) => (typeof word === 'object' ? [] : [[name, word]])));
}
