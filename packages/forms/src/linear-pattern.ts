import { RE2JS } from 're2js';

/** Texts longer than this are refused by length before any pattern runs. */
const LONGEST_PATTERN = 500;
const compiled = new Map<string, RE2JS | undefined>();

/**
 * A pattern that matches in linear time whatever the text; undefined when it is too long or uses what RE2 has not (look-around,
 * back-references). As in JSON Schema a match anywhere counts.
 */
export function linearPattern(source: string): { readonly test: (text: string) => boolean } | undefined {
  const pattern = compile(source);
  return pattern && { test: (text) => pattern.matcher(text).find() };
}

function compile(source: string): RE2JS | undefined {
  if (compiled.has(source)) return compiled.get(source);
  let pattern: RE2JS | undefined;
  try {
    pattern = source.length > LONGEST_PATTERN ? undefined : RE2JS.compile(RE2JS.translateRegExp(source));
  } catch {
    pattern = undefined;
  }
  // Patterns come from packs, so there are few; the bound only guards a process that loads packs for ever.
  if (compiled.size > 1000) compiled.clear();
  compiled.set(source, pattern);
  return pattern;
}
