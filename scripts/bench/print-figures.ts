import type { Figure } from './figure.js';

/** Everything of one run; with `--json` it is printed as it is. */
export interface BenchRun {
  readonly machine: { readonly cores: number; readonly model: string; readonly node: string; readonly loadBefore: number };
  readonly quick: boolean;
  readonly seconds: number;
  readonly figures: readonly Figure[];
}

/** The run as one table, a figure a line: measure, value, aim, verdict, lowest and highest round. */
export function tableOf(run: BenchRun): string {
  const { machine } = run;
  const header = ['', 'measure', 'median', '', 'aim', '', 'rounds'];
  const rows = run.figures.map((figure) => [
    figure.id,
    figure.what,
    numberText(figure.value),
    figure.unit,
    figure.aim ?? '',
    figure.met === undefined ? '' : figure.met ? 'met' : 'MISSED',
    figure.rounds ? `${numberText(Math.min(...figure.rounds))} – ${numberText(Math.max(...figure.rounds))}` : '',
  ]);
  const widths = header.map((_, column) => Math.max(...[header, ...rows].map((row) => (row[column] ?? '').length)));
  const lines = [header, ...rows].map((row) =>
    row
      .map((cell, column) => pad(cell, widths[column] ?? 0, column === 2))
      .join('  ')
      .trimEnd(),
  );
  const about = `${machine.cores} × ${machine.model}, Node ${machine.node}, load before the run ${machine.loadBefore.toFixed(1)}`;
  return [
    about,
    '',
    ...lines,
    '',
    `${run.quick ? 'Quick run' : 'Run'} of ${run.seconds.toFixed(0)} s. Figures are medians of rounds of this one run.`,
  ].join('\n');
}

function pad(text: string, width: number, right: boolean): string {
  return right ? text.padStart(width) : text.padEnd(width);
}

function numberText(value: number): string {
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return value.toLocaleString('en', { maximumFractionDigits: digits, minimumFractionDigits: Number.isInteger(value) ? 0 : digits });
}
