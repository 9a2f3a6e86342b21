import { issueFrom } from '@careway/definition';

/** Messages of everything that the sender of a command can mend. */
export const engineCatalogue = {
  GUARD_UNDECIDED: { 'zh-CN': '还缺这些内容，暂时不能判断：{facts}', en: 'This cannot be judged until these are known: {facts}' },
  GUARD_NOT_BOOLEAN: { 'zh-CN': '条件的结果不是“是/否”，请联系管理员', en: 'A condition gives neither yes nor no: tell the administrator' },
  NO_PATH: { 'zh-CN': '没有一条去向的条件成立，请联系管理员', en: 'No path holds here: tell the administrator' },
  OPINION_REQUIRED: { 'zh-CN': '请填写意见', en: 'Write your opinion' },
  REASON_REQUIRED: { 'zh-CN': '请写明理由', en: 'Give the reason' },
  CLAUSE_REQUIRED: { 'zh-CN': '请选择依据的条款', en: 'Choose the clause it rests on' },
  CLAUSE_UNKNOWN: { 'zh-CN': '条款“{clause}”不在条款库里', en: 'Clause “{clause}” is not in the registry' },
  EVIDENCE_REQUIRED: { 'zh-CN': '请附上证明材料', en: 'Attach the evidence' },
  ITEMS_REQUIRED: { 'zh-CN': '请选择要办理的行', en: 'Choose the rows' },
  OUTCOME_REQUIRED: { 'zh-CN': '请选择怎样办理这些行', en: 'Choose what becomes of the rows' },
  ITEM_UNKNOWN: { 'zh-CN': '没有“{item}”这一行', en: 'There is no row “{item}”' },
  AMOUNT_REQUIRED: {
    'zh-CN': '政策没有给出第{row}行的金额：请提出金额并写明理由',
    en: 'The policy gives no amount for row {row}: propose one with a reason',
  },
  AMOUNT_NOT_MANUAL: {
    'zh-CN': '第{row}行的金额由标准算出，不能另填',
    en: 'The amount of row {row} follows from the tables and cannot be entered',
  },
  RESULT_NOT_OFFERED: {
    'zh-CN': '没有“{result}”这个结果，可选：{offered}',
    en: 'There is no result “{result}”; choose one of {offered}',
  },
  AMOUNT_INVALID: { 'zh-CN': '金额“{amount}”写法不对，例如 150.00', en: 'The amount “{amount}” cannot be read; write it like 150.00' },
  ROW_LEFT_TO_PERSON: {
    'zh-CN': '第{row}行标准没有给出结果，须先由人审核这一行，写明结果和理由',
    en: 'The tables leave row {row} to a person: decide that row first, with the result and a reason',
  },
  NO_DECISION_IN_FORCE: {
    'zh-CN': '没有适用于本件的现行标准，请先逐行审核，或者联系管理员',
    en: 'No decision tables are in force for this case: decide the rows first, or tell the administrator',
  },
  WRITE_UNKNOWN: {
    'zh-CN': '还缺这些内容，不能登记到台账：{facts}',
    en: 'The register cannot be written until these are known: {facts}',
  },
  RECEIPT_REQUIRED: { 'zh-CN': '请填写回执上的文书编号', en: 'Give the number of the letter that the receipt names' },
  CORRECTION_UNCHANGED: { 'zh-CN': '更正后的值和原来的一样', en: 'The corrected value is the same as before' },
  CORRECTION_INVALID: { 'zh-CN': '请填写更正后的值', en: 'Give the corrected value' },
  LIST_REQUIRED: { 'zh-CN': '请列出还差什么、为什么', en: 'List what is missing and why' },
  LETTER_REQUIRED: { 'zh-CN': '请选择送达的文书', en: 'Choose the letter that was delivered' },
  METHOD_REQUIRED: { 'zh-CN': '请选择送达方式', en: 'Choose how it was delivered' },
  TARGET_REQUIRED: { 'zh-CN': '请选择退回到哪一环节', en: 'Choose the step to return to' },
  DAYS_INVALID: { 'zh-CN': '延长天数要在1到{maximum}之间', en: 'The extension must be from 1 to {maximum} days' },
  SERVICE_UNKNOWN: { 'zh-CN': '没有事项“{service}”', en: 'There is no service “{service}”' },
  ENTRY_UNKNOWN: { 'zh-CN': '没有入口“{entry}”', en: 'There is no entry “{entry}”' },
  TOO_MANY_ROWS: { 'zh-CN': '一件最多{maximum}行，请分成几件', en: 'A case has at most {maximum} rows; file several' },
  ROWS_REQUIRED: { 'zh-CN': '名册里还没有人，请至少填一行', en: 'The roster is empty: enter at least one row' },
  DUPLICATE_ROW: { 'zh-CN': '第{row}行和第{other}行是同一个人', en: 'Rows {row} and {other} are the same person' },
  ROW_UNKNOWN: { 'zh-CN': '补正不能增加新的行（第{row}行）', en: 'A supplement cannot add rows (row {row})' },
  FORM_REQUIRED: { 'zh-CN': '请填写本环节的表', en: 'Fill in the form of this step' },
  FORM_UNEXPECTED: { 'zh-CN': '这一项不需要填表', en: 'This takes no form' },
  SEAT_UNKNOWN: { 'zh-CN': '没有“{seat}”这个席位', en: 'There is no seat “{seat}”' },
  SEAT_EMPTY: { 'zh-CN': '席位“{seat}”还没有指定人员', en: 'Nobody is named for the seat “{seat}”' },
  PERSON_REQUIRED: { 'zh-CN': '请说明请谁回避', en: 'Say who is to be recused' },
  ASSIGNMENTS_REQUIRED: { 'zh-CN': '请指定人员', en: 'Name the people' },
  PARTY_REQUIRED: { 'zh-CN': '缺少申请人', en: 'The applicant is missing' },
} as const;

export type EngineIssueCode = keyof typeof engineCatalogue;

export const engineIssue = issueFrom(engineCatalogue);
