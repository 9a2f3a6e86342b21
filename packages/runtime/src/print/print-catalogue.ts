import type { LocalizedText } from '@careway/definition';
import type { ItemStatus } from '@careway/engine';

/** Words of printed documents that no pack gives. */
export const printWords = {
  comma: { 'zh-CN': '，', en: ', ' },
  semicolon: { 'zh-CN': '；', en: '; ' },
  colon: { 'zh-CN': '：', en: ': ' },
  erased: { 'zh-CN': '（已依法删除）', en: '(erased)' },
  number: { 'zh-CN': '受理编号', en: 'Case number' },
  numberComing: { 'zh-CN': '正在编号', en: 'being assigned' },
  deliveryReceipt: { 'zh-CN': '送达回证', en: 'Proof of delivery' },
  approvalForm: { 'zh-CN': '审批表', en: 'Approval form' },
  receipt: { 'zh-CN': '收件回执', en: 'Receipt of an application' },
  blankForm: { 'zh-CN': '申请表', en: 'Application form' },
  service: { 'zh-CN': '申请事项', en: 'Service' },
  applicant: { 'zh-CN': '申请人', en: 'Applicant' },
  agent: { 'zh-CN': '经办人', en: 'Filed by' },
  channel: { 'zh-CN': '申请方式', en: 'Filed' },
  filedOn: { 'zh-CN': '申请日期', en: 'Filed on' },
  area: { 'zh-CN': '办理地', en: 'Area' },
  now: { 'zh-CN': '现在', en: 'Now' },
  parent: { 'zh-CN': '原办件', en: 'Original case' },
  notice: { 'zh-CN': '提示', en: 'Note' },
  situation: { 'zh-CN': '申请情况', en: 'The application' },
  facts: { 'zh-CN': '办理依据的情况', en: 'Facts relied on' },
  fact: { 'zh-CN': '情况', en: 'Fact' },
  value: { 'zh-CN': '内容', en: 'Value' },
  source: { 'zh-CN': '来源和日期', en: 'Source and date' },
  items: { 'zh-CN': '明细', en: 'Rows' },
  row: { 'zh-CN': '行', en: 'Row' },
  name: { 'zh-CN': '姓名（名称）', en: 'Name' },
  outcome: { 'zh-CN': '决定', en: 'Decision' },
  amount: { 'zh-CN': '金额（元）', en: 'Amount (yuan)' },
  reckoning: { 'zh-CN': '计算、理由和依据', en: 'Calculation, reason and clause' },
  totalGranted: { 'zh-CN': '合计（同意的行）', en: 'Total of the rows approved' },
  total: { 'zh-CN': '合计', en: 'Total' },
  capitals: { 'zh-CN': '大写', en: 'in capital characters' },
  why: { 'zh-CN': '适用的规定', en: 'Rules that applied' },
  clauses: { 'zh-CN': '条款原文', en: 'Clauses' },
  opinions: { 'zh-CN': '办理意见', en: 'Opinions by step' },
  noOpinions: { 'zh-CN': '还没有人办理。', en: 'Nobody has acted yet.' },
  step: { 'zh-CN': '环节', en: 'Step' },
  who: { 'zh-CN': '办理人', en: 'By' },
  on: { 'zh-CN': '日期', en: 'Date' },
  what: { 'zh-CN': '办理', en: 'Action' },
  opinion: { 'zh-CN': '意见、理由', en: 'Opinion, reason' },
  public: { 'zh-CN': '群众', en: 'a member of the public' },
  anonymous: { 'zh-CN': '匿名', en: 'anonymous' },
  clock: { 'zh-CN': '时限到期', en: 'the clock' },
  late: { 'zh-CN': '补录', en: 'entered later' },
  atCounter: { 'zh-CN': '窗口代录', en: 'entered at the counter' },
  publicity: { 'zh-CN': '公示', en: 'Publicity' },
  decision: { 'zh-CN': '决定', en: 'Decision' },
  clocks: { 'zh-CN': '时限', en: 'Time limits' },
  letters: { 'zh-CN': '文书和送达', en: 'Letters and delivery' },
  letter: { 'zh-CN': '文书', en: 'Letter' },
  letterNumber: { 'zh-CN': '文号', en: 'Number' },
  issuedOn: { 'zh-CN': '出具日期', en: 'Issued on' },
  delivery: { 'zh-CN': '送达', en: 'Delivery' },
  remedies: { 'zh-CN': '救济途径', en: 'Remedies' },
  evidence: { 'zh-CN': '材料清单', en: 'Evidence' },
  file: { 'zh-CN': '材料', en: 'File' },
  size: { 'zh-CN': '大小', en: 'Size' },
  handedIn: { 'zh-CN': '提交', en: 'Handed in' },
  given: { 'zh-CN': '结论', en: 'Outcome' },
  fingerprint: { 'zh-CN': '校验码', en: 'Fingerprint' },
  ifRefused: { 'zh-CN': '什么会改变结果', en: 'What would change the result' },
  signatures: { 'zh-CN': '签章', en: 'Signatures' },
  preparedBy: { 'zh-CN': '经办人签名', en: 'Signature of the clerk' },
  decidedBy: { 'zh-CN': '审批人签名', en: 'Signature of the officer' },
  citySet: { 'zh-CN': '本市自定', en: 'set by the city' },
  byPerson: {
    'zh-CN': '按规定的标准本来可以，没有批准是因为上面写的理由；理由消除以后可以重新申请',
    en: 'granted by the tables; refused for the reason given above, and one can apply again once that is gone',
  },
  seal: { 'zh-CN': '盖章', en: 'Seal' },
  next: { 'zh-CN': '接下来', en: 'What comes next' },
  due: { 'zh-CN': '最晚', en: 'By' },
  contact: { 'zh-CN': '联系', en: 'Contact' },
  trackingCode: { 'zh-CN': '查询码', en: 'Tracking code' },
  rows: { 'zh-CN': '申请行数', en: 'Rows' },
  chain: { 'zh-CN': '案卷校验码', en: 'Head of the chain of acts' },
  definition: { 'zh-CN': '流程版本', en: 'Definition' },
  form: { 'zh-CN': '表单版本', en: 'Form' },
  fillIn: {
    'zh-CN': '请用黑色笔填写，选项在方框里打钩。不清楚的可以先空着，窗口会帮您填。',
    en: 'Please write in black and tick the boxes. Leave open what you do not know; the counter helps you.',
  },
  onlyIf: { 'zh-CN': '需要时填写', en: 'only where it applies' },
  attach: { 'zh-CN': '随表附上', en: 'To be attached' },
  papers: { 'zh-CN': '要带的材料', en: 'Papers to bring' },
  sign: { 'zh-CN': '以上情况属实。申请人签名（盖章）：', en: 'The above is true. Signature (seal) of the applicant:' },
  day: { 'zh-CN': '日期：', en: 'Date:' },
  yes: { 'zh-CN': '是', en: 'Yes' },
  no: { 'zh-CN': '否', en: 'No' },
} as const satisfies Readonly<Record<string, LocalizedText>>;

export const statusWords: Readonly<Record<ItemStatus, LocalizedText>> = {
  open: { 'zh-CN': '未定', en: 'open' },
  held: { 'zh-CN': '暂缓', en: 'held' },
  approved: { 'zh-CN': '同意', en: 'approved' },
  refused: { 'zh-CN': '不同意', en: 'refused' },
  split: { 'zh-CN': '另案', en: 'split off' },
};

export const clauseStatusWords: Readonly<Record<string, LocalizedText>> = {
  'in-force': { 'zh-CN': '现行', en: 'in force' },
  historical: { 'zh-CN': '历史文件', en: 'historical' },
  draft: { 'zh-CN': '征求意见', en: 'draft' },
  repealed: { 'zh-CN': '已废止', en: 'repealed' },
};

export const sourceWords: Readonly<Record<string, LocalizedText>> = {
  submission: { 'zh-CN': '申请表', en: 'application' },
  register: { 'zh-CN': '台账', en: 'register' },
  derived: { 'zh-CN': '推算', en: 'derived' },
  system: { 'zh-CN': '系统', en: 'system' },
  action: { 'zh-CN': '办理时填写', en: 'entered by the office' },
};

export const channelWords: Readonly<Record<string, LocalizedText>> = {
  online: { 'zh-CN': '网上', en: 'online' },
  counter: { 'zh-CN': '窗口', en: 'at the counter' },
  paper: { 'zh-CN': '纸质', en: 'on paper' },
};

export const publicityWords: Readonly<Record<'open' | 'ended' | 'withdrawn', LocalizedText>> = {
  open: { 'zh-CN': '正在公示', en: 'on public notice' },
  ended: { 'zh-CN': '公示期满', en: 'period ended' },
  withdrawn: { 'zh-CN': '已撤下', en: 'withdrawn' },
};

export const unitWords: Readonly<Record<string, LocalizedText>> = {
  hour: { 'zh-CN': '小时', en: 'hour(s)' },
  'working-day': { 'zh-CN': '个工作日', en: 'working day(s)' },
  'calendar-day': { 'zh-CN': '个自然日', en: 'calendar day(s)' },
  month: { 'zh-CN': '个月', en: 'month(s)' },
  year: { 'zh-CN': '年', en: 'year(s)' },
};

export const clockStatusWords: Readonly<Record<string, LocalizedText>> = {
  running: { 'zh-CN': '计时中', en: 'running' },
  paused: { 'zh-CN': '暂停', en: 'standing still' },
  undetermined: { 'zh-CN': '待定', en: 'undetermined' },
  ended: { 'zh-CN': '已结束', en: 'ended' },
  canceled: { 'zh-CN': '已取消', en: 'canceled' },
};
