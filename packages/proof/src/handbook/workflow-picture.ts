import type { Locale, StepDefinition, WorkflowDefinition } from '@careway/definition';

const BOX = { width: 200, height: 40 } as const;
const LANE = 22;
/** Room for the words beside the outermost way. */
const WORDS = 190;
/** Longest words of a way, in halves of a Chinese character; the table of steps has them whole. */
const LONGEST = 26;
const ROW = 72;
const TOP = 24;

interface Node {
  readonly id: string;
  readonly label: string;
  readonly kind: StepDefinition['kind'];
  readonly row: number;
  readonly inBranch: boolean;
}

interface Edge {
  readonly from: number;
  readonly to: number;
  readonly label: string;
  readonly back: boolean;
}

/**
 * A drawing of a workflow: its steps from top to bottom in the order of the document; ways forward on the right, ways back (returns,
 * re-openings) on the left, each with the action that takes it. A withdrawal is possible at most steps and left out. SVG, deterministic, black on white so that it prints.
 */
export function workflowPicture(workflow: WorkflowDefinition, locale: Locale): string {
  const nodes = nodesOf(workflow, locale);
  const edges = edgesOf(workflow, nodes, locale);
  const lanes = edges.map((_, index) => laneOf(edges, index));
  const widest = (back: boolean) => Math.max(0, ...lanes.filter((_, index) => edges[index]?.back === back)) + 1;
  const left = WORDS + widest(true) * LANE;
  const width = left + BOX.width + widest(false) * LANE + WORDS;
  const height = TOP * 2 + nodes.length * ROW;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" font-family="'Noto Sans CJK SC','PingFang SC','Microsoft YaHei',sans-serif" font-size="13">`,
    `<title>${escape(workflow.label[locale])}</title>`,
    '<defs><marker id="a" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0L8 4L0 8z"/></marker></defs>',
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    ...edges.map((edge, index) => edgeMark(edge, { left, lane: lanes[index] ?? 0, nth: nthOf(edges, index) })),
    ...nodes.map((node) => nodeMark(node, left)),
    '</svg>',
    '',
  ].join('\n');
}

function nodesOf(workflow: WorkflowDefinition, locale: Locale): readonly Node[] {
  const members = new Set((workflow.blocks ?? []).flatMap(({ branches }) => branches.flatMap((branch) => branch.members)));
  return workflow.steps.map(({ id, label, kind }, row) => ({ id, label: label[locale], kind, row, inBranch: members.has(id) }));
}

function edgesOf(workflow: WorkflowDefinition, nodes: readonly Node[], locale: Locale): readonly Edge[] {
  const rows = new Map(nodes.map(({ id, row }) => [id, row]));
  const labels = new Map<string, string[]>();
  const add = (from: string, target: string, label: string) => {
    for (const to of entriesOf(workflow, target)) {
      const [a, b] = [rows.get(from), rows.get(to)];
      if (a === undefined || b === undefined || a === b) continue;
      const key = `${a}>${b}`;
      labels.set(key, [...(labels.get(key) ?? []), label]);
    }
  };
  for (const step of workflow.steps) {
    for (const action of step.actions ?? []) {
      if (action.kind === 'withdraw') continue;
      for (const target of action.paths?.map(({ to }) => to) ?? (action.to === undefined ? [] : [action.to]))
        add(step.id, target === '$done' ? afterBranch(workflow, step.id) : target, action.label[locale]);
    }
    if (step.vote?.against !== undefined) add(step.id, step.vote.against, locale === 'en' ? 'vote failed' : '表决未通过');
  }
  return [...labels].map(([key, words]) => {
    const [from = 0, to = 0] = key.split('>').map(Number);
    return { from, to, label: [...new Set(words)].join(locale === 'en' ? ' / ' : '／'), back: to < from };
  });
}

/** A block is entered at the first step of every branch. */
function entriesOf(workflow: WorkflowDefinition, target: string): readonly string[] {
  const block = workflow.blocks?.find(({ id }) => id === target);
  return block ? block.branches.flatMap(({ entry }) => entriesOf(workflow, entry)) : [target];
}

function afterBranch(workflow: WorkflowDefinition, step: string): string {
  return workflow.blocks?.find(({ branches }) => branches.some(({ members }) => members.includes(step)))?.to ?? step;
}

/** Ways on one side that overlap run side by side, the shortest inside. */
function laneOf(edges: readonly Edge[], index: number): number {
  const edge = edges[index] as Edge;
  const span = (one: Edge) => Math.abs(one.to - one.from);
  const others = edges.filter((one, at) => one.back === edge.back && at !== index && span(one) > 1 && overlaps(one, edge));
  return others.filter((one) => span(one) < span(edge) || (span(one) === span(edge) && edges.indexOf(one) < index)).length;
}

/** Which of the ways that leave a step on one side this is: their words stand below one another. */
function nthOf(edges: readonly Edge[], index: number): number {
  const edge = edges[index] as Edge;
  const aside = (one: Edge) => one.back || one.to !== one.from + 1;
  return edges.slice(0, index).filter((one) => one.from === edge.from && one.back === edge.back && aside(one)).length;
}

function overlaps(a: Edge, b: Edge): boolean {
  const [top, bottom] = [Math.min(a.from, a.to), Math.max(a.from, a.to)];
  return Math.min(b.from, b.to) < bottom && Math.max(b.from, b.to) > top;
}

function edgeMark(
  { from, to, label, back }: Edge,
  { left, lane, nth }: { readonly left: number; readonly lane: number; readonly nth: number },
): string {
  const straight = !back && to === from + 1;
  const middle = (row: number) => TOP + row * ROW + BOX.height / 2;
  if (straight) {
    const x = left + BOX.width / 2;
    const [y1, y2] = [TOP + from * ROW + BOX.height, TOP + to * ROW - 2];
    return `<path d="M${x} ${y1}V${y2}" fill="none" stroke="#1f1f1f" marker-end="url(#a)"/>${words(label, { x: x + 8, y: (y1 + y2) / 2 + 4, anchor: 'start' })}`;
  }
  const side = back ? -1 : 1;
  const edge = back ? left : left + BOX.width;
  const x = edge + side * (24 + lane * LANE);
  const [y1, y2] = [middle(from) + 6, middle(to) - 6];
  const d = `M${edge} ${y1}H${x}V${y2}H${edge + side * 2}`;
  const at = { x: x + side * 4, y: y1 + (y2 > y1 ? 14 : -6) + nth * 13, anchor: back ? 'end' : 'start' } as const;
  return `<path d="${d}" fill="none" stroke="${back ? '#531dab' : '#0958d9'}"${back ? ' stroke-dasharray="5 3"' : ''} marker-end="url(#a)"/>${words(label, at)}`;
}

function words(label: string, { x, y, anchor }: { readonly x: number; readonly y: number; readonly anchor: 'start' | 'end' }): string {
  return `<text x="${x}" y="${y}" text-anchor="${anchor}" font-size="11" fill="#434343" stroke="#fff" stroke-width="3" paint-order="stroke">${escape(shortened(label))}</text>`;
}

function nodeMark({ label, kind, row, inBranch }: Node, left: number): string {
  const y = TOP + row * ROW;
  const round = kind === 'end' ? 20 : 6;
  const dash = kind === 'wait' ? ' stroke-dasharray="6 3"' : '';
  const bar = inBranch ? `<path d="M${left - 6} ${y}v${BOX.height}" stroke="#1f1f1f" stroke-width="3"/>` : '';
  return `${bar}<rect x="${left}" y="${y}" width="${BOX.width}" height="${BOX.height}" rx="${round}" fill="#fff" stroke="#1f1f1f" stroke-width="1.5"${dash}/><text x="${left + BOX.width / 2}" y="${y + 25}" text-anchor="middle">${escape(label)}</text>`;
}

function shortened(text: string): string {
  let width = 0;
  for (const [index, character] of [...text].entries()) {
    width += character > '\u2e80' ? 2 : 1;
    if (width > LONGEST) return `${[...text].slice(0, index).join('')}…`;
  }
  return text;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
