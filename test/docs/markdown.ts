import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../architecture/sources.js';

export interface Fence {
  /** Word after the fence: sh, json … */
  readonly language: string;
  readonly text: string;
  /** Line of the fence, from 1. */
  readonly line: number;
}

export interface Heading {
  readonly level: number;
  readonly text: string;
  /** Anchor as GitHub makes it. */
  readonly anchor: string;
}

/** A page of documentation in its parts; what stands in fences is neither heading nor link. */
export interface Page {
  readonly path: string;
  readonly fences: readonly Fence[];
  readonly headings: readonly Heading[];
  /** Targets of links and images, as written. */
  readonly links: readonly string[];
  readonly text: string;
}

/** @param path relative to the repository. @throws when there is no such file. */
export function readPage(path: string): Page {
  const text = readFileSync(join(root, path), 'utf8');
  const fences: Fence[] = [];
  const prose: string[] = [];
  let open: { language: string; line: number; lines: string[] } | undefined;
  for (const [index, line] of text.split('\n').entries()) {
    const fence = /^\s*```\s*([\w-]*)/.exec(line);
    if (open && fence) {
      fences.push({ language: open.language, line: open.line, text: open.lines.join('\n') });
      open = undefined;
    } else if (open) open.lines.push(line);
    else if (fence) open = { language: fence[1] ?? '', line: index + 1, lines: [] };
    else prose.push(line);
  }
  const words = prose.join('\n');
  return { path, fences, headings: headingsOf(prose), links: linksOf(words.replace(/`[^`\n]*`/g, '')), text };
}

function headingsOf(lines: readonly string[]): Heading[] {
  return lines.flatMap((line) => {
    const found = /^(#{1,6})\s+(.+?)\s*#*$/.exec(line);
    if (!found?.[1] || !found[2]) return [];
    const text = found[2].replace(/\[([^\]]*)\]\([^)]*\)/g, '$1');
    return [{ level: found[1].length, text, anchor: anchorOf(text) }];
  });
}

function anchorOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');
}

function linksOf(text: string): string[] {
  const inText = [...text.matchAll(/\]\(\s*<?([^)\s>]+)>?[^)]*\)/g)].map((found) => found[1] as string);
  const inTags = [...text.matchAll(/\s(?:src|href|srcset)="([^"]+)"/g)].map((found) => found[1] as string);
  return [...inText, ...inTags];
}
