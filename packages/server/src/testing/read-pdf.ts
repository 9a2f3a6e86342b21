import { inflateSync } from 'node:zlib';

/** What a reader of a PDF can select and copy, and its size on paper. */
export interface PdfPage {
  readonly text: string;
  /** In points, 72 to the inch. */
  readonly size: readonly [width: number, height: number];
}

export interface ReadPdf {
  readonly pages: readonly PdfPage[];
  readonly title: string;
  readonly language: string;
  readonly fonts: readonly string[];
}

/** Reads the text of a PDF by the ToUnicode maps of its fonts: what is only drawn is not found. Knows what our printer writes, no more. */
export function readPdf(bytes: Uint8Array): ReadPdf {
  const file = Buffer.from(bytes).toString('latin1');
  const objects = new Map([...file.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map(([, id = '', body = '']) => [id, body]));
  const pages = [...objects.values()].filter((body) => /\/Type \/Page\b/.test(body));
  const fontNames = [...objects.values()].flatMap((body) => /\/Type \/Font\n[\s\S]*\/BaseFont \/(\S+)/.exec(body)?.[1] ?? []);
  return {
    pages: pages.map((page) => readPage(page, objects)),
    title: unicodeText(objects.get(/\/Title (\d+) 0 R/.exec(file)?.[1] ?? '') ?? ''),
    language: /\/Lang \(([^)]*)\)/.exec(file)?.[1] ?? '',
    fonts: [...new Set(fontNames)],
  };
}

type Objects = ReadonlyMap<string, string>;

function readPage(page: string, objects: Objects): PdfPage {
  const box = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(page);
  const content = streamOf(objects.get(/\/Contents (\d+) 0 R/.exec(page)?.[1] ?? '') ?? '');
  const resources = objects.get(/\/Resources (\d+) 0 R/.exec(page)?.[1] ?? '') ?? page;
  const fonts = new Map([...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', id = '']) => [name, unicodeMap(id, objects)]));
  let font = new Map<number, string>();
  let text = '';
  for (const [, chosen, shown] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (chosen) font = fonts.get(chosen) ?? new Map();
    for (const [, hex = ''] of (shown ?? '').matchAll(/<([0-9a-f]+)>/g)) {
      for (const code of hex.match(/.{4}/g) ?? []) text += font.get(Number.parseInt(code, 16)) ?? '\ufffd';
    }
  }
  return { text, size: [Number(box?.[1]), Number(box?.[2])] };
}

function streamOf(body: string): string {
  const raw = /stream\n([\s\S]*)\nendstream/.exec(body)?.[1] ?? '';
  return body.includes('/FlateDecode') ? inflateSync(Buffer.from(raw, 'latin1')).toString('latin1') : raw;
}

function unicodeMap(font: string, objects: Objects): Map<number, string> {
  const map = streamOf(objects.get(/\/ToUnicode (\d+) 0 R/.exec(objects.get(font) ?? '')?.[1] ?? '') ?? '');
  const known = new Map<number, string>();
  for (const [, first = '', list = ''] of map.matchAll(/<([0-9a-f]{4})> <[0-9a-f]{4}> \[([^\]]*)\]/g)) {
    for (const [index, [, hex = '']] of [...list.matchAll(/<([0-9a-f ]+)>/g)].entries()) {
      const units = (hex.replaceAll(' ', '').match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16));
      known.set(Number.parseInt(first, 16) + index, String.fromCharCode(...units));
    }
  }
  return known;
}

/** A PDF string in UTF-16 with its mark. */
function unicodeText(literal: string): string {
  const raw = literal
    .slice(1, -1)
    .replace(/\\([\\()nrtbf])/g, (_, code: string) => ({ n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' })[code] ?? code);
  const bytes = Buffer.from(raw, 'latin1');
  return bytes[0] === 0xfe && bytes[1] === 0xff ? bytes.subarray(2).swap16().toString('utf16le') : raw;
}
