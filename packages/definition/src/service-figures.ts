import type { LocalizedText } from './issue.js';
import type { DecisionDefinition } from './schemas/decision.js';

const placeholder = /\{figure:([a-z0-9-]+)\.([a-z0-9_\u4e00-\u9fff]+)\}/g;

/** Figures of tables that a text names as `{figure:<row>.<column>}`, in their order. */
export function figuresNamed(source: string): readonly { readonly rule: string; readonly column: string }[] {
  return [...source.matchAll(placeholder)].map(([, rule = '', column = '']) => ({ rule, column }));
}

/** The text without the figures that it takes from tables. */
export function withoutFigures(source: string): string {
  return source.replace(placeholder, '');
}

/** A figure of a decision as its row has it; undefined when there is none. */
export function figureOf(decision: DecisionDefinition | undefined, rule: string, column: string): string | undefined {
  const rules = decision?.tables.flatMap((table) => table.rules) ?? [];
  const value = rules.find(({ id }) => id === rule)?.then[column];
  return typeof value === 'string' ? value : undefined;
}

/** A text of a service with the figures that its decision gives now, so that words and tables cannot drift apart. */
export function fillFigures(text: LocalizedText, decision: DecisionDefinition | undefined): LocalizedText {
  const fill = (source: string) =>
    source.replace(placeholder, (whole, rule: string, column: string) => {
      const figure = figureOf(decision, rule, column);
      return figure === undefined ? whole : figure.replace(/\.0+$/, '');
    });
  return { 'zh-CN': fill(text['zh-CN']), en: fill(text.en) };
}
