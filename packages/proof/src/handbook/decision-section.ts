import type { DecisionDefinition, DecisionRule, DecisionTable, TableColumn } from '@careway/definition';
import { cellWords } from '@careway/rules';
import type { HandbookPage } from './handbook-page.js';

/** A decision as tables that can be read: every row with what must hold, what it gives and the clause it rests on. */
export function decisionSection(page: HandbookPage, decision: DecisionDefinition): string {
  const { result } = decision;
  const labels = new Map(
    decision.tables.flatMap(({ inputs, outputs }) => [...inputs, ...outputs]).map(({ id, label }) => [id, page.text(label)]),
  );
  // Columns by the words of their heads: base * coefficient is no sentence.
  const formula = result.expression.replace(/[\p{L}_][\p{L}\p{N}_]*/gu, (id) => labels.get(id) ?? id).replaceAll(' * ', ' × ');
  const tables = decision.tables.map((table) => tableSection(page, table));
  return [`### ${page.text(decision.label)}\n`, ...tables, `**${page.text(result.label)}** = ${formula}\n`].join('\n');
}

function tableSection(page: HandbookPage, table: DecisionTable): string {
  const title = `**${page.text(table.label)}** (${table.hitPolicy}${table.aggregator ? ` ${table.aggregator}` : ''})\n`;
  if (table.status === 'to-be-supplied') {
    const ground = table.clause === undefined ? '' : page.cite(table.clause);
    return [title, page.word('toBeSupplied'), ground, page.text(table.contact), ''].filter(Boolean).join('\n\n');
  }
  const own = [...table.inputs, ...table.outputs].map(({ label }) => page.text(label));
  const heads = table.outputs.length === 0 ? [...own, page.word('outcome')] : own;
  return [
    title,
    page.grid(
      [...heads, page.word('clause')],
      table.rules.map((rule) => ruleCells(page, table, rule)),
    ),
  ].join('\n');
}

function ruleCells(page: HandbookPage, { inputs, outputs }: DecisionTable, rule: DecisionRule): string[] {
  const conditions = inputs.map((column) => {
    const test = rule.when[column.id];
    return test === undefined ? page.word('any') : page.text(cellWords(test, column));
  });
  const source = rule.source === 'city-set' ? `；${page.word('citySet')}` : '';
  return [...conditions, ...outputCells(page, outputs, rule), `${page.cite(rule.clause)}${source}`];
}

function outputCells(page: HandbookPage, outputs: readonly TableColumn[], { then, refuse, manual }: DecisionRule): string[] {
  const reason = refuse
    ? `${page.word('refused')}：${page.text(refuse.reason)}`
    : manual
      ? `${page.word('manual')}：${page.text(manual.reason)}`
      : undefined;
  if (outputs.length === 0) return [reason ?? page.word('eligible')];
  return outputs.map((column, index) => {
    const value = then[column.id];
    if (value === undefined) return reason !== undefined && index === 0 ? reason : page.word('any');
    return page.text(cellWords(typeof value === 'boolean' ? String(value) : quotedCode(value, column), column));
  });
}

function quotedCode(value: string, { type }: TableColumn): string {
  return type === 'code' ? `"${value}"` : value;
}
