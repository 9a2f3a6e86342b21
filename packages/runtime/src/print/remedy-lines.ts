import type { LocalizedText } from '@careway/definition';
import type { LetterView } from '../views.js';
import { dateText } from '../views/date-text.js';
import { plainText } from '../views/view-context.js';
import { clauseSource, joined } from './print-text.js';

type Remedy = LetterView['remedies'][number];

/** A remedy as a line: what, until when, to whom, how. */
export function remedyLine(remedy: Remedy): LocalizedText {
  const { label, body, how, clause } = remedy;
  const source = clause && clauseSource(clause);
  const article = source && { 'zh-CN': `依据：${source['zh-CN']}。`, en: ` (${source.en})` };
  const until = untilWords(remedy);
  return joined(
    [
      { 'zh-CN': `${label['zh-CN']}：${until['zh-CN']}。向${body['zh-CN']}提出。`, en: `${label.en}: ${until.en}. To: ${body.en}. ` },
      how,
      article,
    ],
    plainText(''),
  );
}

function untilWords({ due, missingYear }: Remedy): LocalizedText {
  if (due !== undefined) {
    const day = dateText(due);
    return { 'zh-CN': `最后一天是${day['zh-CN']}`, en: `the last day is ${day.en}` };
  }
  if (missingYear !== undefined) {
    return {
      'zh-CN': `${missingYear}年的日历还没公布，最后一天待定`,
      en: `the calendar of ${missingYear} is not published, so the last day is open`,
    };
  }
  return { 'zh-CN': '期限从送达算起', en: 'the period runs from the delivery' };
}
