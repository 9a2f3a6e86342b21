import { fillText, type Locale, type LocalizedText } from '@careway/definition';

/** What the form says beside the labels of its document. */
export const formTexts = {
  error: { 'zh-CN': '错误：', en: 'Error: ' },
  year: { 'zh-CN': '年', en: 'Year' },
  month: { 'zh-CN': '月', en: 'Month' },
  day: { 'zh-CN': '日', en: 'Day' },
  choose: { 'zh-CN': '请选择', en: 'Choose' },
  yes: { 'zh-CN': '是', en: 'Yes' },
  no: { 'zh-CN': '否', en: 'No' },
  yuan: { 'zh-CN': '元', en: 'yuan' },
  points: { 'zh-CN': '{score}分', en: '{score}' },
  soFar: { 'zh-CN': '暂算', en: 'So far' },
  stillMissing: { 'zh-CN': '还差{count}项', en: '{count} to go' },
  fullMarks: { 'zh-CN': '满分{maximum}，{better}', en: 'out of {maximum}, {better}' },
  higherIsBetter: { 'zh-CN': '越高越好', en: 'higher is better' },
  lowerIsBetter: { 'zh-CN': '越低越好', en: 'lower is better' },
  known: { 'zh-CN': '已知道，{source}。不对就改。', en: 'Known already. {source}. Change it if it is wrong.' },
  optional: { 'zh-CN': '（可以不填）', en: ' (optional)' },
  chooseFile: { 'zh-CN': '拍照或选文件', en: 'Take a photo or choose files' },
  uploading: { 'zh-CN': '正在上传{name}', en: 'Uploading {name}' },
  uploaded: { 'zh-CN': '已上传', en: 'Uploaded' },
  remove: { 'zh-CN': '删去', en: 'Remove' },
  removeNamed: { 'zh-CN': '删去{name}', en: 'Remove {name}' },
  noFiles: { 'zh-CN': '还没有文件', en: 'No files yet' },
  fileLimit: { 'zh-CN': '每份最多{size}', en: 'At most {size} each' },
  rowNumber: { 'zh-CN': '行', en: 'Row' },
  row: { 'zh-CN': '第{row}行', en: 'Row {row}' },
  cell: { 'zh-CN': '{label}，第{row}行', en: '{label}, row {row}' },
  estimate: { 'zh-CN': '估算', en: 'Estimate' },
  estimating: { 'zh-CN': '正在算', en: 'Working it out' },
  total: { 'zh-CN': '合计（估算，不是决定）', en: 'Total (an estimate, not a decision)' },
  notYet: { 'zh-CN': '填好后估算', en: 'once filled in' },
  addRow: { 'zh-CN': '加一行', en: 'Add a row' },
  removeRow: { 'zh-CN': '删去第{row}行', en: 'Remove row {row}' },
  pasteOpen: { 'zh-CN': '从Excel粘贴', en: 'Paste from a spreadsheet' },
  pasteLabel: { 'zh-CN': '把复制的表格粘贴到这里', en: 'Paste the copied rows here' },
  pasteHint: {
    'zh-CN': '在Excel里选中表头和名单，复制，再粘贴。列的先后不要紧。',
    en: 'Select headings and rows in the spreadsheet, copy, then paste here. The order of the columns does not matter.',
  },
  replace: { 'zh-CN': '读入，换掉现有{count}行', en: 'Read in, replacing {count} rows' },
  append: { 'zh-CN': '读入，接在后面', en: 'Read in, adding to the end' },
  read: { 'zh-CN': '读入名单', en: 'Read in' },
  cancel: { 'zh-CN': '不粘贴了', en: 'Do not paste' },
  importFile: { 'zh-CN': '导入XLSX或CSV文件', en: 'Import an XLSX or CSV file' },
  importing: { 'zh-CN': '正在读取{name}', en: 'Reading {name}' },
  template: { 'zh-CN': '下载空白表（XLSX）', en: 'Download a blank sheet (XLSX)' },
  templateCsv: { 'zh-CN': '空白表（CSV）', en: 'Blank sheet (CSV)' },
  readRows: { 'zh-CN': '读入了{count}行', en: '{count} rows were read' },
  importChoice: { 'zh-CN': '文件里有{count}行。现有名单有{rows}行：', en: 'The file has {count} rows. There are {rows} rows already:' },
  errorRows: { 'zh-CN': '{count}行里有{wrong}行要改', en: '{wrong} of {count} rows need a change' },
  allGood: { 'zh-CN': '共{count}行，没有要改的', en: '{count} rows, nothing to change' },
  nextError: { 'zh-CN': '去第一处要改的', en: 'Go to the first one' },
  noRows: { 'zh-CN': '名单还是空的。可以粘贴、导入，或一行一行填。', en: 'The list is empty. Paste, import, or fill it in row by row.' },
  refused: { 'zh-CN': '不发放', en: 'not granted' },
  manual: { 'zh-CN': '由人工认定', en: 'a person decides' },
  unclear: { 'zh-CN': '还不能估算', en: 'no estimate yet' },
  rows: { 'zh-CN': '{count}行', en: '{count} rows' },
  files: { 'zh-CN': '{count}份：{names}', en: '{count}: {names}' },
} as const satisfies Readonly<Record<string, LocalizedText>>;

export type FormTextKey = keyof typeof formTexts;

/** One of those texts in a language, placeholders filled. */
export function formText(key: FormTextKey, locale: Locale, params: Readonly<Record<string, string | number>> = {}): string {
  return fillText(formTexts[key], params)[locale];
}
