import { fillText, type LocalizedText } from '@careway/definition';
import type { Refusal, RefusalCode } from '../types/context.js';

type Params = Readonly<Record<string, string | number | boolean>>;

/** What is said when an operation is not allowed now, and what one can do instead. */
const texts: Readonly<Record<RefusalCode, { readonly message: LocalizedText; readonly next: LocalizedText }>> = {
  ACTION_NOT_AVAILABLE: {
    message: { 'zh-CN': '现在不能办理这一项', en: 'This cannot be done now' },
    next: { 'zh-CN': '请刷新后看现在能做什么', en: 'Reload to see what can be done now' },
  },
  NOT_YOUR_TASK: {
    message: { 'zh-CN': '这一环节不由您办理', en: 'This step is not yours' },
    next: { 'zh-CN': '请交给本环节的经办人', en: 'Hand it to those who hold this step' },
  },
  SAME_PERSON: {
    message: { 'zh-CN': '不能办理：您办过本件的“{step}”', en: 'Not you: you acted on this case at “{step}”' },
    next: { 'zh-CN': '请转给其他经办人', en: 'Hand it to somebody else' },
  },
  CASE_CLOSED: {
    message: { 'zh-CN': '这件已经办结', en: 'This case is closed' },
    next: { 'zh-CN': '有新情况可以重新申请', en: 'If something is new, a new application can be filed' },
  },
  CLOCK_NOT_DUE: {
    message: { 'zh-CN': '时限还没有到', en: 'The time limit is not due' },
    next: { 'zh-CN': '到期时系统会自动处理', en: 'It will be handled when it is due' },
  },
  STEP_NOT_ACTIVE: {
    message: { 'zh-CN': '这件不在“{step}”环节', en: 'The case is not at “{step}”' },
    next: { 'zh-CN': '请刷新后看它到了哪一环节', en: 'Reload to see where it is' },
  },
  ALREADY_VOTED: {
    message: { 'zh-CN': '您在这一环节已经提交过', en: 'You have handed in yours at this step already' },
    next: { 'zh-CN': '请等其他人提交', en: 'Wait for the others' },
  },
  SUPPLEMENT_OPEN: {
    message: { 'zh-CN': '已经要求补正，正在等申请人', en: 'A supplement was asked for; the applicant has it' },
    next: { 'zh-CN': '等申请人交齐后再办', en: 'Wait until the file is complete' },
  },
  SUPPLEMENT_NOT_OPEN: {
    message: { 'zh-CN': '现在没有要补正的内容', en: 'Nothing is asked for now' },
    next: { 'zh-CN': '有疑问请联系经办人', en: 'Ask the clerk if in doubt' },
  },
  TIMES_EXHAUSTED: {
    message: { 'zh-CN': '这一项最多办{times}次，已经用完', en: 'This may be done {times} times in a case; they are used up' },
    next: { 'zh-CN': '请用其他办法继续', en: 'Go on another way' },
  },
  ITEMS_UNDECIDED: {
    message: { 'zh-CN': '还有{count}行没有审核', en: '{count} rows are not decided' },
    next: { 'zh-CN': '请先逐行审核，或者暂缓', en: 'Decide or hold each row first' },
  },
  ITEM_FINAL: {
    message: { 'zh-CN': '第{row}行已经作出决定，不能再改', en: 'Row {row} has been decided finally' },
    next: { 'zh-CN': '不同意的，可以申请复议', en: 'A review can be asked for' },
  },
  ITEM_NOT_ELIGIBLE: {
    message: { 'zh-CN': '第{row}行不能同意：{reason}', en: 'Row {row} cannot be approved: {reason}' },
    next: { 'zh-CN': '可以暂缓、不同意，或者要求补正', en: 'Hold it, refuse it, or ask for a supplement' },
  },
  CLAIM_NOT_HELD: {
    message: { 'zh-CN': '第{row}行不能同意：{reason}', en: 'Row {row} cannot be approved: {reason}' },
    next: { 'zh-CN': '可以暂缓这一行', en: 'Hold this row' },
  },
  RETURN_TARGET_NOT_VISITED: {
    message: { 'zh-CN': '不能退回到“{step}”：本件没有经过这一环节', en: 'The case has not been at “{step}”' },
    next: { 'zh-CN': '请选择经过的环节', en: 'Choose a step it has passed' },
  },
  TASK_TAKEN: {
    message: { 'zh-CN': '这一项已由同事领办', en: 'A colleague has taken this task' },
    next: { 'zh-CN': '请先请同事放回', en: 'Ask your colleague to release it' },
  },
  NOT_FOUND: {
    message: { 'zh-CN': '没有找到', en: 'Not found' },
    next: { 'zh-CN': '请核对编号', en: 'Check the number' },
  },
  DATE_NOT_ALLOWED: {
    message: { 'zh-CN': '日期{date}不能用：{reason}', en: 'The date {date} cannot be used: {reason}' },
    next: { 'zh-CN': '请填{from}到{to}之间的日期', en: 'Give a date from {from} to {to}' },
  },
  NOT_ASSIGNED: {
    message: { 'zh-CN': '这一席位没有指派给您', en: 'This seat was not assigned to you' },
    next: { 'zh-CN': '请由被指派的人办理，或者先改派', en: 'The person assigned must act, or somebody else be assigned first' },
  },
  PERSON_NOT_ELIGIBLE: {
    message: { 'zh-CN': '不能指派这个人：{reason}', en: 'This person cannot be assigned: {reason}' },
    next: { 'zh-CN': '请选择其他人', en: 'Choose somebody else' },
  },
  PERSON_RECUSED: {
    message: { 'zh-CN': '这个人已经在本件回避', en: 'This person has been recused from this case' },
    next: { 'zh-CN': '请由其他人办理', en: 'Somebody else must act' },
  },
  QUORUM_LOST: {
    message: { 'zh-CN': '回避后不足法定人数（至少{quorum}人）', en: 'Fewer than the quorum of {quorum} would remain' },
    next: { 'zh-CN': '请先指定替补', en: 'Name a substitute first' },
  },
  NOT_CLERICAL: {
    message: { 'zh-CN': '不能更正：{reason}', en: 'This cannot be corrected as a clerical error: {reason}' },
    next: { 'zh-CN': '决定错了的，请提请撤销决定', en: 'If the decision is wrong, ask for its revocation' },
  },
  SUPERSEDED: {
    message: { 'zh-CN': '这个值后来已经改过，您看到的不是现在的值', en: 'This value has been superseded since you looked at it' },
    next: { 'zh-CN': '请刷新，看现在的值再更正', en: 'Reload and correct the value as it stands now' },
  },
  RECEIPT_OF_ANOTHER: {
    message: { 'zh-CN': '回执上的编号{given}不是本件文书的编号', en: 'The number {given} on the receipt is not that of this letter' },
    next: { 'zh-CN': '请核对回执属于哪一件', en: 'Check which case the receipt belongs to' },
  },
  NOTHING_TO_REVOKE: {
    message: { 'zh-CN': '没有可以撤销的决定', en: 'There is no decision to revoke' },
    next: { 'zh-CN': '请核对批次', en: 'Check the batch' },
  },
};

export interface RefusalMore {
  readonly params?: Params;
  /** Values that differ by language. */
  readonly words?: Readonly<Record<string, LocalizedText>>;
  readonly message?: LocalizedText;
  readonly next?: LocalizedText;
  readonly clause?: string | undefined;
}

/** A refusal in whole sentences: what is not allowed, and what can be done instead. */
export function refusal(code: RefusalCode, more: RefusalMore = {}): Refusal {
  const { message } = texts[code];
  // Words of the definition say what to do themselves.
  const next = more.next ?? (code === 'ACTION_NOT_AVAILABLE' && more.message ? undefined : texts[code].next);
  return {
    code,
    message: sentence(fillWords(more.message ?? message, more)),
    ...(next ? { next: sentence(fillWords(next, more)) } : {}),
    ...(more.clause === undefined ? {} : { clause: more.clause }),
    ...(more.params === undefined ? {} : { params: more.params }),
  };
}

/** Ends with a stop. */
function sentence(text: LocalizedText): LocalizedText {
  const ended = (words: string, stop: string) => (/[。！？.!?]$/.test(words) ? words : words + stop);
  return { 'zh-CN': ended(text['zh-CN'], '。'), en: ended(text.en, '.') };
}

function fillWords(text: LocalizedText, { params = {}, words = {} }: RefusalMore): LocalizedText {
  const inLocale = (locale: keyof LocalizedText) => Object.fromEntries(Object.entries(words).map(([name, word]) => [name, word[locale]]));
  return {
    'zh-CN': fillText(text, { ...params, ...inLocale('zh-CN') })['zh-CN'],
    en: fillText(text, { ...params, ...inLocale('en') }).en,
  };
}
