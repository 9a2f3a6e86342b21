import { issueFrom } from '@careway/definition';

/** Every message of this package, in both languages. */
export const rulesCatalogue = {
  EXPRESSION_SYNTAX: {
    'zh-CN': '表达式第{position}个字符处写法有误：“{text}”',
    en: 'The expression cannot be read at character {position}: “{text}”',
  },
  EXPRESSION_TOO_LONG: { 'zh-CN': '表达式有{length}个字符，最多{limit}个', en: 'The expression has {length} characters; {limit} at most' },
  EXPRESSION_TOO_DEEP: { 'zh-CN': '表达式嵌套超过{limit}层，请拆成几个', en: 'The expression nests deeper than {limit} levels; split it' },
  NOT_IN_LANGUAGE: { 'zh-CN': '“{text}”不在可用的写法之内', en: '“{text}” is not part of the expression language' },
  UNKNOWN_FUNCTION: { 'zh-CN': '没有函数“{name}”。可用：{known}', en: 'There is no function “{name}”. Available: {known}' },
  WRONG_ARGUMENTS: { 'zh-CN': '函数“{name}”的参数不对：要{expected}', en: 'Function “{name}” takes {expected}' },
  BAD_NAME: { 'zh-CN': '“{name}”不能作名称：名称中不能有空格', en: '“{name}” cannot be a name: names hold no spaces' },
  BAD_NUMBER: { 'zh-CN': '“{text}”不是可用的数', en: '“{text}” is not a usable number' },
  BAD_DATE: { 'zh-CN': '“{text}”不是存在的日期', en: '“{text}” is not an existing date' },
  BAD_DURATION: { 'zh-CN': '“{text}”不是时长，例如 P7D、P1M', en: '“{text}” is not a duration such as P7D or P1M' },
  CHAINED_COMPARISON: {
    'zh-CN': '不能连着比较“{text}”。范围请写成 [60..80)，或加括号',
    en: 'Comparisons cannot be chained: “{text}”. Write a range such as [60..80), or add brackets',
  },
  CONNECTIVE_IN_TEST: {
    'zh-CN': '单元格里不能写 and、or：几种情况用逗号隔开，范围写成 [60..80)。“{text}”',
    en: 'A test holds no and/or: separate alternatives by commas, write a range as [60..80). “{text}”',
  },
  ITEMS_OUTSIDE_AGGREGATE: {
    'zh-CN': '明细（items）只能写在 sum、count、min、max 里面',
    en: 'Rows (items) can be read only inside sum, count, min and max',
  },
  UNKNOWN_FACT: { 'zh-CN': '没有声明“{fact}”这一项', en: 'Fact “{fact}” is not declared' },
  UNKNOWN_ITEM_FACT: { 'zh-CN': '明细里没有声明“{fact}”这一项', en: 'Item fact “{fact}” is not declared' },
  TYPE_MISMATCH: { 'zh-CN': '“{text}”是{actual}，这里要{expected}', en: '“{text}” is {actual}; {expected} is needed here' },
  NOT_COMPARABLE: { 'zh-CN': '{left}与{right}不能比较', en: '{left} cannot be compared with {right}' },
  VALUE_NOT_IN_DOMAIN: {
    'zh-CN': '“{value}”不在“{name}”可取的值之内：{values}',
    en: '“{value}” is not among the values of “{name}”: {values}',
  },
  EMPTY_RANGE: { 'zh-CN': '范围“{text}”里没有值', en: 'The range “{text}” holds no value' },
  FACT_TYPE: { 'zh-CN': '“{fact}”的值不对：要{expected}', en: 'The value of “{fact}” is wrong: {expected} is needed' },
  FACT_MISSING: { 'zh-CN': '还缺这些内容，不能判定：{facts}', en: 'Undecided until these are known: {facts}' },
  DIVISION_BY_ZERO: { 'zh-CN': '除数为零：“{text}”', en: 'Division by zero: “{text}”' },
  EMPTY_AGGREGATE: { 'zh-CN': '没有明细，求不出{name}', en: 'There are no rows to take the {name} of' },
  DATE_OUT_OF_RANGE: { 'zh-CN': '日期超出范围：“{text}”', en: 'The date is out of range: “{text}”' },
  BUDGET_EXCEEDED: { 'zh-CN': '计算步数超过{limit}', en: 'The computation takes more than {limit} steps' },
  EVALUATION_TYPE: { 'zh-CN': '“{text}”的值类型不对，不能计算', en: 'Values of the wrong type meet in “{text}”' },
  DUPLICATE_ID: { 'zh-CN': '“{id}”重复', en: '“{id}” occurs twice' },
  UNKNOWN_COLUMN: { 'zh-CN': '决策表“{table}”没有“{column}”这一列', en: 'Table “{table}” has no column “{column}”' },
  OUTPUT_MISSING: { 'zh-CN': '规则“{rule}”没有填“{column}”', en: 'Rule “{rule}” gives no “{column}”' },
  OUTPUT_VALUE: { 'zh-CN': '规则“{rule}”的“{column}”要{expected}', en: 'In rule “{rule}”, “{column}” must be {expected}' },
  AGGREGATOR_MISPLACED: { 'zh-CN': '汇总方式只用于 COLLECT', en: 'An aggregator belongs to COLLECT only' },
  AGGREGATOR_OUTPUT: {
    'zh-CN': '汇总“{aggregator}”要恰好一个数值输出列',
    en: 'Aggregator “{aggregator}” needs exactly one numeric output column',
  },
  PRIORITY_MISSING: {
    'zh-CN': '命中方式“{policy}”要有可排序的输出值或优先级',
    en: 'Hit policy “{policy}” needs output values in order, or priorities',
  },
  OUT_OF_RANGE: { 'zh-CN': '金额{amount}元不在规定的范围内：{range}', en: 'The amount of {amount} yuan is outside the range: {range}' },
  NO_RULES: { 'zh-CN': '决策表“{table}”没有规则', en: 'Table “{table}” has no rules' },
  RESULT_ROUNDING: { 'zh-CN': '金额结果要写明小数位数与舍入方式', en: 'A money result must state its rounding' },
  AGGREGATE_PER_CASE: { 'zh-CN': '按件判定的决策没有明细可汇总', en: 'A decision per case has no items to aggregate' },
  AGGREGATE_TYPE: { 'zh-CN': '“{function}”要数值结果', en: '“{function}” needs a numeric result' },
  SHADOWED_FACT: { 'zh-CN': '输出“{fact}”与已有的项同名', en: 'Output “{fact}” has the name of an existing fact' },
  VALIDITY_REVERSED: { 'zh-CN': '有效期止早于起', en: 'The validity ends before it begins' },
  RATE_TABLE_MISSING: {
    'zh-CN': '本地还没有提供“{table}”的标准，不影响申请。可以问{contact}',
    en: 'No rates for “{table}” have been supplied; applications are not affected. Ask {contact}',
  },
  NO_RULE_MATCHED: { 'zh-CN': '“{table}”中没有适用的规则，须由人认定', en: 'No rule of “{table}” applies; a person must decide' },
  MANY_RULES_MATCHED: { 'zh-CN': '“{table}”中有多条规则同时适用：{rules}', en: 'Several rules of “{table}” apply at once: {rules}' },
  RULES_DISAGREE: { 'zh-CN': '“{table}”中适用的规则结果不一致：{rules}', en: 'Rules of “{table}” that apply disagree: {rules}' },
  DECISION_NOT_IN_FORCE: {
    'zh-CN': '“{decision}”在{on}不在有效期内（{from}至{to}）',
    en: '“{decision}” is not in force on {on} ({from} to {to})',
  },
  LEGAL_DATE_INVALID: { 'zh-CN': '判定所依日期“{on}”不是存在的日期', en: 'The legal date “{on}” is not an existing date' },
  MANUAL_DECISION: { 'zh-CN': '由人认定：{reason}', en: 'A person decides: {reason}' },
  ITEM_LEFT_OUT: { 'zh-CN': '第{item}行没有结果，未计入合计', en: 'Row {item} has no result and is not in the total' },
} as const;

export const rulesIssue = issueFrom(rulesCatalogue);

export type RulesIssueCode = keyof typeof rulesCatalogue;
