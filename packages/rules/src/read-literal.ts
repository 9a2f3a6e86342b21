import type { SyntaxNode } from '@lezer/common';
import { parseCalendarDate, parseDuration } from './calendar-date.js';
import { type Decimal, parseDecimal } from './decimal.js';
import { childrenOf } from './expression-tree.js';
import { SyntaxFault } from './syntax-fault.js';
import type { TreeReader } from './tree-reader.js';
import type { Value } from './value.js';

const ESCAPES: Readonly<Record<string, string>> = { '"': '"', '\\': '\\', n: '\n', r: '\r', t: '\t', "'": "'" };

export function readNumber(reader: TreeReader, node: SyntaxNode): Decimal {
  // The grammar lets blanks stand between the sign and the digits.
  const text = reader.source(node).replace(/\s+/g, '');
  const value = parseDecimal(text);
  if (!value) throw new SyntaxFault('BAD_NUMBER', node.from, node.to, { text });
  return value;
}

export function readString(reader: TreeReader, node: SyntaxNode): string {
  const raw = reader.source(node).slice(1, -1);
  return raw.replace(/\\(u[0-9a-fA-F]{4}|[\s\S])/g, (whole, escape: string) => {
    if (escape.length === 5) return String.fromCharCode(Number.parseInt(escape.slice(1), 16));
    const meant = ESCAPES[escape];
    if (meant === undefined) throw new SyntaxFault('NOT_IN_LANGUAGE', node.from, node.to, { text: whole });
    return meant;
  });
}

/** `date("2021-07-01")` and `duration("P7D")`, with a literal inside. */
export function readDateLiteral(reader: TreeReader, node: SyntaxNode): Value {
  const [constructor, , parameters] = childrenOf(node);
  const argument = parameters && childrenOf(parameters).length === 1 ? childrenOf(parameters)[0] : undefined;
  if (constructor?.name !== 'DateTimeConstructor' || argument?.name !== 'StringLiteral') return reader.refuse(node);
  const text = readString(reader, argument);
  const kind = reader.source(constructor);
  if (kind === 'date') {
    const date = parseCalendarDate(text);
    if (!date) throw new SyntaxFault('BAD_DATE', argument.from, argument.to, { text });
    return date;
  }
  if (kind !== 'duration') return reader.refuse(node);
  const duration = parseDuration(text);
  if (!duration) throw new SyntaxFault('BAD_DURATION', argument.from, argument.to, { text });
  return duration;
}
