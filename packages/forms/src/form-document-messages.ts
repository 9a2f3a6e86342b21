import { type IssueCatalogue, issueFrom } from '@careway/definition';

/** What `checkForm` says about a form document, for those who write forms. */
export const formDocumentMessages = {
  SCHEMA_KEYWORD_UNKNOWN: {
    'zh-CN': '表单规则里不能用“{keyword}”（类型{type}可用：{allowed}）',
    en: 'The schema keyword “{keyword}” is not in the list; type {type} may use: {allowed}',
  },
  SCHEMA_TYPE_UNKNOWN: { 'zh-CN': '类型要写成以下之一：{allowed}', en: 'The type must be one of {allowed}' },
  SCHEMA_FORMAT_UNKNOWN: {
    'zh-CN': '格式“{format}”不在清单里，可用：{allowed}',
    en: 'The format “{format}” is not in the list: {allowed}',
  },
  SCHEMA_VALUE: { 'zh-CN': '“{keyword}”的值写错了类型，请核对', en: 'The value of “{keyword}” has the wrong type' },
  SCHEMA_BOUND_WITHOUT_FORMAT: {
    'zh-CN': 'formatMinimum 和 formatMaximum 只用于日期、月份和小数',
    en: 'formatMinimum and formatMaximum serve dates, months and decimals only',
  },
  SCHEMA_PATTERN: {
    'zh-CN': '这个匹配写法用不了（太长，或用了回看、反向引用）：{pattern}',
    en: 'This pattern cannot run in linear time (too long, or look-around, or back-references): {pattern}',
  },
  SCHEMA_TOO_DEEP: { 'zh-CN': '表单规则嵌套超过{limit}层，请拆开', en: 'The schema is nested deeper than {limit} levels' },
  SCHEMA_TOO_LARGE: { 'zh-CN': '表单规则超过{limit}个部分，请拆开', en: 'The schema has more than {limit} parts' },
  SCHEMA_ROOT: { 'zh-CN': '表单规则最外层的类型要写成 object', en: 'The outermost type of the schema must be object' },
  SCHEMA_REQUIRED_UNKNOWN: { 'zh-CN': 'required 里的“{id}”没有在 properties 里定义', en: '“{id}” is required but is no property' },
  FIELD_WITHOUT_SCHEMA: { 'zh-CN': '字段“{id}”在表单规则里没有定义', en: 'The field “{id}” has no property in the schema' },
  SCHEMA_WITHOUT_FIELD: { 'zh-CN': '表单规则里的“{id}”没有对应的字段', en: 'The property “{id}” has no field' },
  FIELD_TWICE: { 'zh-CN': '字段“{id}”出现了两次', en: 'The field “{id}” occurs twice' },
  WIDGET_TYPE: {
    'zh-CN': '控件 {widget} 要用类型 {expected}，现在是 {actual}',
    en: 'The widget {widget} needs the type {expected}, not {actual}',
  },
  COLUMNS_MISSING: { 'zh-CN': '表格字段“{id}”没有列', en: 'The table field “{id}” has no columns' },
  COLUMN_WIDGET: { 'zh-CN': '表格的列不能再是表格、附件、说明或评分', en: 'A column cannot be a table, files, a note or a score' },
  VALUES_MISSING: { 'zh-CN': '选项字段“{id}”没有列出选项', en: 'The choice “{id}” lists no values' },
  VALUES_DIFFER: { 'zh-CN': '“{id}”列出的选项和表单规则的 enum 不一致', en: 'The values of “{id}” differ from the enum of the schema' },
  SCORES_DIFFER: {
    'zh-CN': '“{id}”列出的分值和表单规则允许的整数不一致',
    en: 'The scores of “{id}” differ from the whole numbers that the schema allows',
  },
  LATEST_WITHOUT_DATE: { 'zh-CN': 'latest 只用于日期字段', en: '“latest” belongs to date fields' },
  COMPUTED_SOURCE: {
    'zh-CN': '计算值“{id}”要写 expression 或 decision，二者取一',
    en: 'The computed value “{id}” has exactly one of “expression” and “decision”',
  },
  COMPUTED_REFERS_LATER: {
    'zh-CN': '计算值“{id}”要排在用到它的计算值之前',
    en: 'A computed value may only read computed values before it; “{id}” is not',
  },
  COMPUTED_TYPE: {
    'zh-CN': '计算值“{id}”的类型是 {type}，来源给出的是 {actual}',
    en: 'The computed value “{id}” is {type}, its source gives {actual}',
  },
  COMPUTED_ROUNDING: { 'zh-CN': '小数和金额要写明小数位数与舍入方式', en: 'Decimals and amounts must state their rounding' },
  COMPUTED_DECISION: {
    'zh-CN': '这份表单不能提供决策“{decision}”所需：{problem}',
    en: 'The form cannot serve the decision “{decision}”: {problem}',
  },
  COMPUTED_DECISION_UNKNOWN: { 'zh-CN': '没有决策“{decision}”', en: 'There is no decision “{decision}”' },
  COMPUTED_OUTPUT_UNKNOWN: { 'zh-CN': '决策“{decision}”没有输出“{output}”', en: 'The decision “{decision}” has no output “{output}”' },
  COMPUTED_DATE: { 'zh-CN': '适用日期“{id}”要是日期字段', en: 'The legal date “{id}” must be a date field' },
  FOLD_MISPLACED: { 'zh-CN': 'fold 只用于表格字段', en: '“fold” belongs to tables' },
  FOLD_COLUMN_UNKNOWN: { 'zh-CN': '合并读入用到的列“{id}”不存在', en: 'The fold names a column “{id}” that does not exist there' },
  FOLD_VALUES: {
    'zh-CN': '“{id}”的每个取值都要计入一列，不多不少',
    en: 'Each value of “{id}” is counted in one column, none left out and none added',
  },
  FOLD_COUNT: { 'zh-CN': '计数的列“{id}”要是表格里的整数列', en: 'The column “{id}” that counts must be a whole number of the table' },
  FOLD_DATE: {
    'zh-CN': '合并读入的日期写错了：{key}（column 是名单里的日期列，within 和 into 是月份）',
    en: 'The date of the fold is wrong: {key} (column is a date of the list, within and into are months)',
  },
  PAGE_FIELD_UNKNOWN: { 'zh-CN': '页面“{page}”里的字段“{id}”不存在', en: 'The page “{page}” names a field “{id}” that does not exist' },
  FIELD_ON_NO_PAGE: { 'zh-CN': '字段“{id}”不在任何页面上', en: 'The field “{id}” is on no page' },
  FIELD_ON_TWO_PAGES: { 'zh-CN': '字段“{id}”在两个页面上', en: 'The field “{id}” is on two pages' },
  VISIBILITY_REFERS_LATER: {
    'zh-CN': '显示条件只能用排在这个字段之前的字段，和用它们算出的值；“{id}”不是',
    en: 'The condition of a field may only read fields before it and what expressions compute from those; “{id}” is not',
  },
  MESSAGE_KEYWORD_UNKNOWN: {
    'zh-CN': '说明文字对应的规则“{keyword}”不存在',
    en: 'There is a message for “{keyword}”, which is no keyword',
  },
} as const satisfies IssueCatalogue;

export const formDocumentIssue = issueFrom(formDocumentMessages);
