import { type Issue, issueFrom } from './issue.js';

/** Every problem a pack can have before its expressions are read. Codes are stable. */
export const packIssueCatalogue = {
  JSON_MALFORMED: {
    'zh-CN': 'JSON 格式有误(第 {line} 行第 {column} 列):{reason}',
    en: 'Not valid JSON (line {line}, column {column}): {reason}',
  },
  JSON_DUPLICATE_KEY: {
    'zh-CN': '同一对象里重复出现"{key}"(第 {line} 行第 {column} 列),请只留一个。',
    en: 'The key "{key}" occurs twice in one object (line {line}, column {column}); keep one.',
  },
  JSON_FORBIDDEN_KEY: { 'zh-CN': '不允许使用"{key}"作为名称。', en: '"{key}" may not be used as a key.' },
  JSON_TOO_DEEP: { 'zh-CN': '内容嵌套超过 {limit} 层。', en: 'Nested deeper than {limit} levels.' },
  FILE_TOO_LARGE: { 'zh-CN': '文件超过 {limit} 字符。', en: 'The file is longer than {limit} characters.' },
  PACK_TOO_MANY_FILES: { 'zh-CN': '配置包的文件多于 {limit} 个。', en: 'The pack has more than {limit} files.' },
  PACK_TOO_LARGE: { 'zh-CN': '配置包总长超过 {limit} 字符。', en: 'The pack is longer than {limit} characters in all.' },
  PACK_MANIFEST_MISSING: { 'zh-CN': '缺少 pack.json,无法识别这个配置包。', en: 'pack.json is missing; the folder is not a pack.' },
  PACK_EXTENDS_MISSING: {
    'zh-CN': '叠加包必须写明 extends(基于哪个包、哪个版本)。',
    en: 'An overlay must say which pack and version it extends.',
  },
  PACK_EXTENDS_UNEXPECTED: { 'zh-CN': '基础包不能写 extends。', en: 'A base pack extends nothing.' },
  ORGANISATION_MISSING: { 'zh-CN': '基础包缺少 organisation.json。', en: 'A base pack needs organisation.json.' },
  OVERLAY_UNEXPECTED: { 'zh-CN': '只有叠加包可以有 overlay.json。', en: 'Only an overlay may have overlay.json.' },
  UNKNOWN_FILE: { 'zh-CN': '不认识的文件"{name}";它的内容不会生效。', en: 'Unknown file "{name}"; nothing reads it.' },
  ID_NOT_FOLDER: {
    'zh-CN': '编号"{id}"与所在文件夹或文件名"{expected}"不一致。',
    en: 'The id "{id}" differs from its folder or file name "{expected}".',
  },
  UNKNOWN_KEY: { 'zh-CN': '不认识的项目"{key}",请检查拼写。', en: 'Unknown key "{key}"; check the spelling.' },
  MISSING_KEY: { 'zh-CN': '缺少"{key}"。', en: '"{key}" is missing.' },
  WRONG_TYPE: { 'zh-CN': '类型不对,应为 {expected}。', en: 'Wrong type; {expected} is expected.' },
  WRONG_DATE: { 'zh-CN': '不是有效日期,应写成 2026-01-31 的样子。', en: 'Not a date that exists; write it like 2026-01-31.' },
  WRONG_VALUE: { 'zh-CN': '只能是以下之一:{allowed}。', en: 'Must be one of: {allowed}.' },
  WRONG_PATTERN: { 'zh-CN': '写法不符合要求:{ruleZh}。', en: 'Not written as required: {rule}.' },
  OUT_OF_RANGE: { 'zh-CN': '超出允许范围:{limit}。', en: 'Out of the range allowed: {limit}.' },
  DATE_ORDER: { 'zh-CN': '起始日期 {from} 晚于终止日期 {to}。', en: 'The start {from} is after the end {to}.' },
  DUPLICATE_ID: { 'zh-CN': '编号"{id}"重复({what})。', en: 'The id "{id}" is used twice ({what}).' },
  DANGLING_REFERENCE: { 'zh-CN': '引用了不存在的{whatZh}"{id}"。', en: 'There is no {what} "{id}".' },
  BASIS_INCOMPLETE: {
    'zh-CN': '依据必须写明条款或 city-set,二者取一。',
    en: 'A basis names either a clause or a source, exactly one of them.',
  },
  TARGET_NOT_UNIQUE: { 'zh-CN': '去向应写 to 或 paths,二者取一。', en: 'Give exactly one of "to" and "paths".' },
  LAST_PATH_GUARDED: {
    'zh-CN': '最后一条路径不能带条件,否则可能无路可走。',
    en: 'The last path may have no condition, or the case could be stuck.',
  },
  PATH_UNREACHABLE: {
    'zh-CN': '前面的路径没有条件,后面的路径永远走不到。',
    en: 'This path has no condition, so the paths after it are never taken.',
  },
  DONE_OUTSIDE_BRANCH: { 'zh-CN': '"$done"只能用在并行分支里。', en: '"$done" may only be used inside a branch.' },
  TARGET_LEAVES_BRANCH: {
    'zh-CN': '分支内的去向"{to}"在分支之外;只能去本分支的环节、$done 或办结环节。',
    en: 'The target "{to}" lies outside the branch; only its own members, $done or an end step may be named.',
  },
  TARGET_INSIDE_BLOCK: {
    'zh-CN': '不能直接进入并行块内的环节"{to}",请指向该并行块。',
    en: '"{to}" lies inside a block; name the block itself.',
  },
  BLOCK_MEMBER_SHARED: { 'zh-CN': '"{id}"属于不止一个分支。', en: '"{id}" belongs to more than one branch.' },
  BLOCK_ENTRY_NOT_MEMBER: { 'zh-CN': '分支入口"{id}"不在分支成员之中。', en: 'The entry "{id}" is not a member of its branch.' },
  BLOCK_CYCLE: { 'zh-CN': '并行块"{id}"套住了自己。', en: 'The block "{id}" contains itself.' },
  TASK_WITHOUT_ASSIGNEE: { 'zh-CN': '办理环节没有承办角色。', en: 'A task step needs an assignee, or every action must say who takes it.' },
  STEP_WITHOUT_ACTIONS: {
    'zh-CN': '办理环节没有任何操作,案件会停在这里。',
    en: 'A task step without actions would hold the case for ever.',
  },
  END_STEP_WRONG: {
    'zh-CN': '办结环节要写明 ending,且不能有操作、时限或表决。',
    en: 'An end step needs an ending and has no actions, clocks or vote.',
  },
  ENDING_UNEXPECTED: { 'zh-CN': '只有办结环节可以写 ending。', en: 'Only an end step has an ending.' },
  OBJECT_WITHOUT_ENTRY: { 'zh-CN': '异议操作要写明子案件从哪个入口开始。', en: 'An objection names the entry of the child case.' },
  REPLACES_WRONG: {
    'zh-CN': '只有按决策表重新决定（decide、evaluates）的操作才能代替原决定。',
    en: 'Only a decision that evaluates the tables anew can replace the one that stands.',
  },
  PERIOD_ENDED_WRONG: {
    'zh-CN': '期满操作必须由时限触发(by: clock),且本环节要有期满即办(onDue: act)的时限。',
    en: 'A period-ended action is taken "by": "clock" and its step needs a clock with "onDue": "act".',
  },
  CLOCK_WITHOUT_ACTION: {
    'zh-CN': '时限"{id}"期满后要触发操作,但本环节没有期满操作。',
    en: 'The clock "{id}" acts when due, but the step has no period-ended action.',
  },
  CLOCK_LENGTH: { 'zh-CN': '时限的长短应由 param 或 until 之一给出。', en: 'A clock has exactly one of "param" and "until".' },
  CLOCK_CYCLE: { 'zh-CN': '时限"{id}"通过 until 绕回了自己。', en: 'The clock "{id}" runs until itself.' },
  PARAM_TYPE: {
    'zh-CN': '参数"{param}"的值 {value} 不对,应为 {expected}。',
    en: 'The value {value} of the parameter "{param}" is wrong; {expected} is expected.',
  },
  PARAM_RANGE: {
    'zh-CN': '参数"{param}"的值 {value} 超出 {minimum} 至 {maximum}。',
    en: 'The value {value} of the parameter "{param}" is outside {minimum} to {maximum}.',
  },
  PROCEDURE_INCOMPLETE: {
    'zh-CN': '附带程序({kind})需要写明"{key}"。',
    en: 'A side procedure of the kind "{kind}" needs "{key}".',
  },
  PROCEDURE_TARGET: {
    'zh-CN': '去向不对:撤销决定后回到并行块之外的办理环节,终止后到办结环节;其他程序不写去向。',
    en: 'Wrong target: a revoked decision goes to a step outside blocks, a terminated case to an end step; other procedures have none.',
  },
  DEEMED_WITHOUT_CLAUSE: {
    'zh-CN': '不经人办理的结论必须写明法律依据(basis.clause)。',
    en: 'A conclusion without a person needs the clause that orders it ("basis": {"clause": …}).',
  },
  DEEMED_CLAUSE_NOT_IN_FORCE: {
    'zh-CN': '条款"{clause}"不在施行中,不能据此不经人办理就作出结论。',
    en: 'The clause "{clause}" is not in force; nothing may be concluded from it without a person.',
  },
  EVALUATES_WRONG: {
    'zh-CN': 'evaluates 只用于有明细的流程里的推进操作或同意决定。',
    en: '"evaluates" belongs to a move or a granting decision of a workflow with items.',
  },
  EVALUATES_WITHOUT_DECISION: {
    'zh-CN': '流程里有按标准自动判定明细的操作,但本事项没有决策。',
    en: 'Rows take the result of the tables in this workflow, but the service names no decision.',
  },
  RECEIPT_WITHOUT_LETTER: {
    'zh-CN': '只有送达操作可以要求回执。',
    en: 'Only a delivery can require a receipt.',
  },
  ASSIGN_WRONG: {
    'zh-CN': '指派操作(kind: assign)要写 assign,其他操作不写。',
    en: 'An action of the kind "assign" has "assign", and no other does.',
  },
  ASSIGN_STEP_WITHOUT_SEATS: {
    'zh-CN': '环节"{id}"没有要指派人员的席位。',
    en: 'The step "{id}" has no seats that take the people named.',
  },
  SEAT_NEVER_ASSIGNED: {
    'zh-CN': '席位"{id}"要由指派的人就任,但没有操作指派它。',
    en: 'The seat "{id}" takes only the person named, but no action names anybody.',
  },
  FIELD_NOT_INDEXED: {
    'zh-CN': '按字段"{id}"查找记录,它要建索引(indexed)。',
    en: 'Records are found by the field "{id}", so it must be "indexed".',
  },
  FIRST_PARTY_NAMED: {
    'zh-CN': '第一个当事人是申请人,不能由表单指名。',
    en: 'The first party is who files; the form cannot name it.',
  },
  ROW_FACT_OF_ACTION: {
    'zh-CN': '操作所填的表说的是整件,不能作为明细的事实。',
    en: 'The form of an action is about the case; it gives no fact of a row.',
  },
  SHEETS_WITHOUT_SEATS: {
    'zh-CN': '环节"{id}"没有席位,没有各席位的表可汇总。',
    en: 'The step "{id}" has no seats whose sheets could be put together.',
  },
  ESCALATION_ORDER: {
    'zh-CN': '逐级报告的天数要一级比一级多:{days}。',
    en: 'Each level is told later than the one before: {days}.',
  },
  SCHEDULE_WHEN: {
    'zh-CN': '定期任务要写按期(every)或按记录里的日期(field),二者取一。',
    en: 'A schedule goes by the calendar ("every") or by a date in the record ("field"), exactly one of them.',
  },
  WRITE_WITHOUT_ITEMS: {
    'zh-CN': '流程没有明细,不能按获准的明细登记台账。',
    en: 'The workflow has no items, so nothing can be written per granted item.',
  },
  WRITE_FIELD_MISSING: {
    'zh-CN': '新建记录缺少台账的必填字段"{id}"。',
    en: 'A new record lacks the field "{id}" that its register requires.',
  },
  WRITE_LETTER_WITHOUT_NUMBER: {
    'zh-CN': '文书"{id}"没有编号规则,没有可登记的编号。',
    en: 'The letter "{id}" has no sequence, so there is no number to write.',
  },
  WRITE_LETTER_NOT_NUMBERED_YET: {
    'zh-CN': '文书"{id}"由同一操作发出,这时还没有编号;请在送达等以后的操作里登记。',
    en: 'The letter "{id}" is issued by the same action and has no number yet; write it at a later action, such as its delivery.',
  },
  FACT_SOURCE_INCOMPLETE: { 'zh-CN': '事实的来源缺少"{key}"。', en: 'The source of the fact lacks "{key}".' },
  VOTE_RATIO: {
    'zh-CN': '按比例表决要写 ratio(不大于 1);其他方式不写。',
    en: 'A vote by ratio needs "ratio" of at most 1; other votes have none.',
  },
  TABLE_EMPTY: {
    'zh-CN': '决策表没有规则;如标准待补,请写 status: to-be-supplied。',
    en: 'The table has no rules; say "status": "to-be-supplied" if the figures are missing.',
  },
  AGGREGATOR_WRONG: { 'zh-CN': 'aggregator 只用于 COLLECT。', en: 'An aggregator belongs to COLLECT only.' },
  COLUMN_WITHOUT_FACT: {
    'zh-CN': '输入列"{id}"没有表达式,也没有同名的事实。',
    en: 'The input column "{id}" has no expression, and no fact has this id.',
  },
  RULE_OUTPUT_MISSING: { 'zh-CN': '规则没有给出"{id}"。', en: 'The rule gives no "{id}".' },
  RULE_OUTPUT_WRONG: { 'zh-CN': '"{id}"的值 {value} 不是 {expected}。', en: 'The value {value} of "{id}" is not {expected}.' },
  CELL_RANGE: {
    'zh-CN': '"{id}"的值 {value} 超出 {minimum} 至 {maximum}。',
    en: 'The value {value} of "{id}" is outside {minimum} to {maximum}.',
  },
  OVERLAY_STALE: {
    'zh-CN': '写下这项改动以后，“{labelZh}”已经变为 {nowZh}，请核对后重新填写。',
    en: '“{label}” has become {now} since this change was written; look at it again and write it anew.',
  },
  TEXT_NAMES_OLD_FIGURE: {
    'zh-CN': '事项“{serviceZh}”的说明里还写着 {figure}，请一并修改。',
    en: 'The description of the service “{service}” still says {figure}; change it as well.',
  },
  FIGURE_NOT_IN_CLAUSE: {
    'zh-CN': '数字 {figure} 在条款"{clause}"的原文里找不到;如系本地自定,请写 source: city-set。',
    en: 'The figure {figure} does not occur in the quote of the clause "{clause}"; if the city sets it, say "source": "city-set".',
  },
  LEGAL_DATE_FACT: {
    'zh-CN': '按服务月份适用标准,需要月份类型的事实 service_month。',
    en: 'The legal date "service-month" needs a fact "service_month" of type month.',
  },
  FACT_OF_DECISION_PER_ITEM: {
    'zh-CN': '决策“{id}”逐行认定，不能给整件的事实',
    en: 'Decision “{id}” is per item and cannot give a fact of the case',
  },
  DECISION_FACTS: {
    'zh-CN': '要么写明属于哪个流程，要么自带所需的事实，二者恰好一个',
    en: 'A decision belongs to a workflow or has facts of its own, exactly one of the two',
  },
  EXAMPLE_EMPTY: { 'zh-CN': '例子没有写应当得出什么', en: 'The example does not say what must come out' },
  DECISION_WITHOUT_ITEMS: {
    'zh-CN': '流程没有明细,不能按明细决策。',
    en: 'The workflow has no items, so nothing can be decided per item.',
  },
  DECISION_OF_OTHER_WORKFLOW: {
    'zh-CN': '决策"{id}"属于流程"{workflow}",不属于本事项的流程。',
    en: 'The decision "{id}" belongs to the workflow "{workflow}", not to this service\'s.',
  },
  PLACEHOLDER_UNKNOWN: { 'zh-CN': '文书里有不认识的占位符"{name}"。', en: 'The letter has an unknown placeholder "{name}".' },
  CALENDAR_DAY_WRONG: { 'zh-CN': '{date} 不应列在这里:{reasonZh}。', en: '{date} does not belong here: {reason}.' },
  FIELD_NOT_ON_PAGE: { 'zh-CN': '字段"{id}"不在任何页面上。', en: 'The field "{id}" is on no page.' },
  FIELD_TYPE_WRONG: {
    'zh-CN': '这里的字段"{id}"应是 {expected} 类型。',
    en: 'The field "{id}" must be of type {expected} here.',
  },
  COMPUTED_SOURCE: {
    'zh-CN': '计算值"{id}"要写 expression 或 decision，二者取一。',
    en: 'The computed value "{id}" has exactly one of "expression" and "decision".',
  },
  COMPUTED_DECISION_PER_ITEM: {
    'zh-CN': '决策"{decision}"按明细判定，表单的计算值只能用按件判定的决策。',
    en: 'The decision "{decision}" is made per item; a computed value needs one per case.',
  },
  FIELD_INCOMPLETE: { 'zh-CN': '"{widget}"字段需要"{key}"。', en: 'A "{widget}" field needs "{key}".' },
  EXTENDS_MISMATCH: {
    'zh-CN': '本包基于 {wanted},而前一个包是 {found}。',
    en: 'The pack extends {wanted}, but the pack before it is {found}.',
  },
  CHAIN_ORDER: {
    'zh-CN': '包的顺序不对:第一个须为基础包,其余须为叠加包。',
    en: 'The chain starts with a base pack, and only overlays follow.',
  },
} as const;

export type PackIssueCode = keyof typeof packIssueCatalogue;

/** Makes an issue about a pack. */
export const packIssue: (
  code: PackIssueCode,
  path: string,
  params?: Readonly<Record<string, string | number | boolean>>,
  more?: { severity?: Issue['severity']; clause?: string; file?: string },
) => Issue = issueFrom(packIssueCatalogue);
