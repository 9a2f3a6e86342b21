/** A problem that a person can mend, as data. */
export interface Issue {
  /** UPPER_SNAKE, stable. */
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'info';
  /** JSON Pointer (RFC 6901) into the document or submission; '' is the whole of it. */
  readonly path: string;
  /** File of the pack, where the problem lies in one. */
  readonly file?: string;
  readonly message: LocalizedText;
  readonly params?: Readonly<Record<string, string | number | boolean>>;
  /** Clause on which the rule rests. */
  readonly clause?: string;
}

export interface LocalizedText {
  readonly 'zh-CN': string;
  readonly en: string;
}

export type Locale = keyof LocalizedText;

/** Message texts by code; `{name}` is replaced by the param of that name. */
export type IssueCatalogue = Readonly<Record<string, LocalizedText>>;

/** Fills `{name}` placeholders of both languages. */
export function fillText(template: LocalizedText, params: Readonly<Record<string, string | number | boolean>>): LocalizedText {
  const fill = (source: string) => source.replace(/\{(\w+)\}/g, (whole, name: string) => (name in params ? String(params[name]) : whole));
  return { 'zh-CN': fill(template['zh-CN']), en: fill(template.en) };
}

/** Makes issues of one catalogue: `const issue = issueFrom(catalogue); issue('UNKNOWN_KEY', '/a', { key: 'b' })`. */
export function issueFrom<C extends IssueCatalogue>(catalogue: C) {
  return (
    code: keyof C & string,
    path: string,
    params: Readonly<Record<string, string | number | boolean>> = {},
    more: { severity?: Issue['severity']; clause?: string; file?: string } = {},
  ): Issue => ({ severity: 'error', ...more, code, path, params, message: fillText(catalogue[code] as LocalizedText, params) });
}
