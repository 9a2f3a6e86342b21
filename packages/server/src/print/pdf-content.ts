import type { PrintPart } from '@careway/runtime';
import type { Content } from 'pdfmake/interfaces.js';
import { headingContent, partContent, type PartWords, tableContent } from './pdf-parts.js';

/** Content that stays on one page. */
type Group = readonly Content[];

/** Groups with more text than this may be higher than a page and are left to break. */
const mostTogether = 1200;

/**
 * The parts in their order. A heading stays with the beginning of what follows, as a row of the head where that is a table; a signature
 * stays with what comes before it.
 */
export function pdfContent(parts: readonly PrintPart[], words: PartWords): Content[] {
  const groups: Group[] = [];
  let headings: PrintPart[] = [];
  for (const part of parts) {
    if (part.kind === 'heading') {
      headings.push(part);
      continue;
    }
    groups.push(...groupsOf(part, headings, { words, before: part.kind === 'signature' ? groups.pop() : undefined }));
    headings = [];
  }
  if (headings.length > 0) groups.push(headings.map((heading) => headingContent(heading, words)));
  return groups.flatMap(together);
}

function groupsOf(
  part: PrintPart,
  headings: readonly PrintPart[],
  { words, before }: { readonly words: PartWords; readonly before: Group | undefined },
): Group[] {
  if (part.kind === 'table') {
    const above = headings.slice(0, -1).map((heading) => headingContent(heading, words));
    return [...(above.length > 0 ? [above] : []), [tableContent(part, headings.at(-1), words)]];
  }
  const [first, ...rest] = partContent(part, words);
  const begun = [...(before ?? []), ...headings.map((heading) => headingContent(heading, words)), ...(first === undefined ? [] : [first])];
  return [begun, ...rest.map((content) => [content])];
}

function together(group: Group): Content[] {
  const short = JSON.stringify(group).length < mostTogether;
  return group.length > 1 && short ? [{ stack: [...group], unbreakable: true }] : [...group];
}
