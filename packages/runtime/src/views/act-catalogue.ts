import type { LocalizedText } from '@careway/definition';
import type { ActType } from '@careway/engine';

/** A vote that is cast by handing in a form. */
export const sheetCountedSentence: LocalizedText = {
  'zh-CN': '{who}交的表记入“{step}”',
  en: 'The form of {who} counts for “{step}”',
};

/** Sentences of history by act type. `{who}` acts; the other placeholders are filled by `act-sentence.ts`. */
export const actSentences: Readonly<Record<ActType, LocalizedText>> = {
  CaseOpened: { 'zh-CN': '{who}{party}提交了申请，共{count}行', en: '{who} filed the application{party} with {count} row(s)' },
  FactsRecorded: { 'zh-CN': '登记了{what}的{count}项情况{sources}', en: '{count} fact(s) of {what} were recorded{sources}' },
  PositionMoved: { 'zh-CN': '进入{steps}', en: 'The case moved on to {steps}' },
  TaskOpened: { 'zh-CN': '待办交给{owner}：{step}', en: 'A task was given to {owner}: {step}' },
  TaskTaken: { 'zh-CN': '{who}领取了待办', en: '{who} took the task' },
  TaskReleased: { 'zh-CN': '{who}放回了待办', en: '{who} gave the task back' },
  TaskClosed: { 'zh-CN': '待办{how}', en: 'The task was {how}' },
  ActionTaken: { 'zh-CN': '{who}在“{step}”环节：{action}{reason}', en: '{who} at “{step}”: {action}{reason}' },
  VoteCast: { 'zh-CN': '{who}投票：{vote}', en: '{who} voted: {vote}' },
  VotesVoided: { 'zh-CN': '“{step}”环节的票作废，因为{why}', en: 'The votes of “{step}” were voided because {why}' },
  VotesRestored: {
    'zh-CN': '“{step}”环节所依据的情况没有变化，原来的票恢复',
    en: 'Nothing that “{step}” rests on changed: its votes count again',
  },
  ItemDecided: { 'zh-CN': '{who}{outcome}{rows}{amount}{reason}', en: '{who} {outcome} {rows}{amount}{reason}' },
  BatchDecided: {
    'zh-CN': '{who}决定了第{batch}批{count}行{outcome}{total}',
    en: '{who} decided batch {batch} of {count} row(s){outcome}{total}',
  },
  ManualAmountConfirmed: { 'zh-CN': '{who}复核同意了{rows}的人工认定金额', en: '{who} confirmed the amount proposed for {rows}' },
  ClockStarted: { 'zh-CN': '{clock}从{from}开始计算{due}', en: '{clock} runs from {from}{due}' },
  ClockPaused: { 'zh-CN': '{clock}暂停', en: '{clock} stands still' },
  ClockResumed: { 'zh-CN': '{clock}继续计算{due}', en: '{clock} runs on{due}' },
  ClockDetermined: { 'zh-CN': '日历已经装入，{clock}算出{due}', en: 'The calendar has arrived: {clock}{due}' },
  ClockExtended: { 'zh-CN': '{clock}延长{days}{due}', en: '{clock} was extended by {days}{due}' },
  ClockBreached: { 'zh-CN': '{clock}已到期，事情还没有办完', en: '{clock} has passed and the work is not done' },
  ClockEnded: { 'zh-CN': '{clock}{how}', en: '{clock} {how}' },
  SupplementRequested: {
    'zh-CN': '{who}要求申请人一次补齐{count}样{due}',
    en: '{who} asked the applicant for {count} missing thing(s){due}',
  },
  SupplementFiled: { 'zh-CN': '{who}补齐了材料{rows}', en: '{who} completed the file{rows}' },
  LetterIssued: { 'zh-CN': '出具《{letter}》', en: 'The letter “{letter}” was issued' },
  NumberAssigned: { 'zh-CN': '{what}编号为{number}', en: '{what} was given the number {number}' },
  LetterDelivered: { 'zh-CN': '{who}送达了《{letter}》（{method}）', en: '{who} delivered “{letter}” ({method})' },
  PublicityOpened: { 'zh-CN': '第{batch}批{count}行开始公示{due}', en: 'Batch {batch} with {count} row(s) went on public notice{due}' },
  PublicityEnded: { 'zh-CN': '第{batch}批公示{how}', en: 'The public notice of batch {batch} {how}' },
  ObjectionFiled: { 'zh-CN': '{who}对{rows}提出异议', en: '{who} objected to {rows}' },
  ItemsSplit: { 'zh-CN': '{rows}另案办理，其余各行照常进行', en: '{rows}: continued in a separate case; the others proceed' },
  ChildOpened: { 'zh-CN': '另案已经立案', en: 'The case for the split rows was opened' },
  ChildClosed: { 'zh-CN': '另案已经办结', en: 'The case for the split rows was closed' },
  ClaimRequested: { 'zh-CN': '核对{rows}有没有在别处领取', en: 'Checked whether {rows} is paid elsewhere' },
  ClaimGranted: { 'zh-CN': '{rows}没有重复领取', en: '{rows}: nobody else holds this' },
  ClaimRefused: { 'zh-CN': '{rows}已由另一办件占用，从{from}起', en: '{rows} is held by another case since {from}' },
  ClaimReleased: { 'zh-CN': '{rows}的占用已解除', en: 'The claim of {rows} was released' },
  EntitlementRecorded: { 'zh-CN': '{rows}已登记在享待遇', en: 'The entitlement of {rows} was recorded' },
  ProcedureRequested: { 'zh-CN': '{who}申请{procedure}{days}{whom}{reason}', en: '{who} asked: {procedure}{days}{whom}{reason}' },
  ProcedureVoted: { 'zh-CN': '{who}对{procedure}的申请表示：{vote}', en: '{who} on the request{procedure}: {vote}' },
  ProcedureClosed: { 'zh-CN': '{procedure}的申请{how}', en: 'The request{procedure} was {how}' },
  SeatsAssigned: { 'zh-CN': '{who}指派{people}办理“{step}”', en: '{who} assigned {people} to “{step}”' },
  PersonRecused: {
    'zh-CN': '{person}在“{step}”回避，其意见和评分作废{how}',
    en: '{person} is recused from “{step}”; vote and sheet are void{how}',
  },
  FactCorrected: { 'zh-CN': '{who}更正“{fact}”：{before} → {after}{reason}', en: '{who} corrected “{fact}”: {before} → {after}{reason}' },
  DecisionRevoked: {
    'zh-CN': '撤销第{batch}批的决定（第{act}条经过）{reason}',
    en: 'The decision of batch {batch} (act {act}) was revoked{reason}',
  },
  CaseReopened: { 'zh-CN': '{who}重新打开了本件', en: '{who} opened the case again' },
  ClockEscalated: { 'zh-CN': '{clock}超期，已报{role}（第{level}级）', en: '{clock} is late: {role} was told (level {level})' },
  RecordWriteRequested: { 'zh-CN': '写入{register}', en: 'To be written to: {register}' },
  RecordWritten: { 'zh-CN': '{register}已登记', en: 'Recorded in: {register}' },
  RecordRefused: { 'zh-CN': '没有登记到{register}：{why}', en: 'Not recorded in {register}: {why}' },
  CaseClosed: { 'zh-CN': '办件结束：{ending}', en: 'The case was closed: {ending}' },
};

/** Of cases without a list of rows, and of those that the calendar opened. */
export const openedSentence: LocalizedText = { 'zh-CN': '{who}{party}提交了“{service}”', en: '{who} filed “{service}”{party}' };
export const scheduledSentence: LocalizedText = { 'zh-CN': '按计划开办了“{service}”', en: '“{service}” was opened as planned' };

/** Of a case that is one matter, or has one row: rows and batches are not worth a word. */
export const wholeCaseSentences: Readonly<Partial<Record<ActType, LocalizedText>>> = {
  BatchDecided: { 'zh-CN': '{who}作出了决定{outcome}{total}', en: '{who} decided the case{outcome}{total}' },
  PublicityOpened: { 'zh-CN': '开始公示{due}', en: 'The public notice began{due}' },
  PublicityEnded: { 'zh-CN': '公示{how}', en: 'The public notice {how}' },
  DecisionRevoked: { 'zh-CN': '撤销了原来的决定（第{act}条经过）{reason}', en: 'The decision (act {act}) was revoked{reason}' },
};

/** One of several branches has come to its end; the case waits for the others. */
export const branchDoneSentence: LocalizedText = {
  'zh-CN': '这一分支办完，等并行的其他环节',
  en: 'This branch is done; the others are awaited',
};

/** What was said at a step counts for that step alone. */
export const stepLeftSentence: LocalizedText = {
  'zh-CN': '“{step}”环节已经离开，再来时各人重新提交',
  en: '“{step}” was left: should the case come back, everybody hands in anew',
};

/** A case that an objection split off was opened by nobody's application. */
export const splitOffSentence: LocalizedText = {
  'zh-CN': '有异议的{count}行另案立案',
  en: 'The {count} row(s) objected to became a case of their own',
};

/** Words for the codes in acts. */
export const actWords: Readonly<Record<string, LocalizedText>> = {
  'task.done': { 'zh-CN': '已办', en: 'done' },
  'task.left': { 'zh-CN': '随环节结束', en: 'closed with its step' },
  'task.canceled': { 'zh-CN': '已取消', en: 'canceled' },
  'vote.for': { 'zh-CN': '同意', en: 'for' },
  'vote.against': { 'zh-CN': '不同意', en: 'against' },
  'vote.abstain': { 'zh-CN': '弃权', en: 'abstained' },
  'voided.returned': { 'zh-CN': '已退回', en: 'the case was returned' },
  'voided.facts-changed': { 'zh-CN': '情况有变化', en: 'facts changed' },
  'item.approved': { 'zh-CN': '拟同意', en: 'approved' },
  'item.held': { 'zh-CN': '暂缓', en: 'held' },
  'item.refused': { 'zh-CN': '不同意', en: 'refused' },
  'item.open': { 'zh-CN': '重新打开', en: 'reopened' },
  'item.split': { 'zh-CN': '另案办理', en: 'split off' },
  'batch.grant': { 'zh-CN': '：批准', en: ': granted' },
  'batch.refuse': { 'zh-CN': '：不予批准', en: ': refused' },
  'clock.done': { 'zh-CN': '结束', en: 'ended' },
  'clock.fired': { 'zh-CN': '期满', en: 'came to its end' },
  'clock.canceled': { 'zh-CN': '取消', en: 'was canceled' },
  'publicity.ended': { 'zh-CN': '期满', en: 'came to its end' },
  'publicity.withdrawn': { 'zh-CN': '撤下', en: 'was withdrawn' },
  'method.hand': { 'zh-CN': '直接送达', en: 'by hand' },
  'method.post': { 'zh-CN': '邮寄送达', en: 'by post' },
  'method.electronic': { 'zh-CN': '电子送达', en: 'electronically' },
  'method.public-notice': { 'zh-CN': '公告送达', en: 'by public notice' },
  'procedure.granted': { 'zh-CN': '已批准', en: 'granted' },
  'procedure.refused': { 'zh-CN': '未批准', en: 'refused' },
  'procedure.canceled': { 'zh-CN': '已取消', en: 'canceled' },
  'ending.completed': { 'zh-CN': '办结', en: 'completed' },
  'ending.withdrawn': { 'zh-CN': '申请人撤回', en: 'withdrawn' },
  'ending.not-accepted': { 'zh-CN': '不予受理', en: 'not accepted' },
  'ending.transferred': { 'zh-CN': '已移送', en: 'transferred' },
  'ending.terminated': { 'zh-CN': '终止', en: 'terminated' },
  'recused.substitute': { 'zh-CN': '，由替补接任', en: '; a substitute takes the seat' },
  'recused.quorum': { 'zh-CN': '，其余人数够法定人数，不再补人', en: '; the others are a quorum' },
  'record.exists': { 'zh-CN': '已有同号记录', en: 'a record with this key exists' },
  'record.missing': { 'zh-CN': '没有这条记录', en: 'there is no such record' },
};
