import {
  type ComposedPack,
  fillFigures,
  type Locale,
  type LocalizedText,
  type ServiceDefinition,
  type WorkflowDefinition,
} from '@careway/definition';
import { decisionSection } from './decision-section.js';
import { HandbookPage } from './handbook-page.js';
import { clockLength, stepLabel, stepRows } from './step-rows.js';

/**
 * A workflow of a pack as a Markdown page that a bureau can read: picture, steps, time limits, figures with their source, decision tables
 * with clauses, letters, registers, and the clauses quoted. `picture` is where its drawing lies, relative to the page.
 */
export function workflowHandbook(pack: ComposedPack, id: string, options: { readonly locale: Locale; readonly picture: string }): string {
  const workflow = pack.workflows.get(id);
  if (!workflow) throw new RangeError(`no workflow ${id}`);
  const page = new HandbookPage(pack, options.locale);
  const parts = [
    `# ${page.text(workflow.label)}\n`,
    `*${page.word('generated')}*\n`,
    workflow.description ? `${page.text(workflow.description)}\n` : '',
    servicesPart(page, workflow),
    `${page.heading('picture')}\n![${page.text(workflow.label)}](${options.picture})\n`,
    stepsPart(page, workflow),
    clocksPart(page, workflow),
    paramsPart(page, workflow),
    proceduresPart(page, workflow),
    decisionsPart(page, workflow),
    lettersPart(page, workflow),
    registersPart(page, workflow),
    schedulesPart(page, workflow),
    scenariosPart(page, workflow),
  ].filter((part) => part !== '');
  const quotes = page.quotes();
  if (quotes !== '') parts.push(`${page.heading('clauses')}\n${quotes}`);
  return `${parts
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trimEnd()}\n`;
}

function servicesOf({ pack }: HandbookPage, workflow: WorkflowDefinition) {
  return [...pack.services.values()].filter((service) => service.workflow === workflow.id);
}

function part(page: HandbookPage, heading: Parameters<HandbookPage['heading']>[0], body: string): string {
  return body === '' ? '' : `${page.heading(heading)}\n${body}`;
}

function servicesPart(page: HandbookPage, workflow: WorkflowDefinition): string {
  const rows = servicesOf(page, workflow).map((service) => [
    `**${page.text(service.label)}**\n${page.text(service.notice)}`.trim(),
    page.text(worded(page, service, service.target ?? service.summary)),
    page.text(worded(page, service, service.benefit)),
    service.clauses.map((clause) => page.cite(clause)).join('\n'),
  ]);
  return part(page, 'services', page.table(['service', 'forWhom', 'benefit', 'clause'], rows));
}

/** With the figures that it takes from the tables. */
function worded({ pack }: HandbookPage, { decision }: ServiceDefinition, text: LocalizedText | undefined): LocalizedText | undefined {
  return text && fillFigures(text, decision === undefined ? undefined : pack.decisions.get(decision));
}

function stepsPart(page: HandbookPage, workflow: WorkflowDefinition): string {
  const blocks = (workflow.blocks ?? []).map(
    (block) =>
      `- **${page.text(block.label)}**：${block.branches.map(({ members }) => members.map((id) => stepLabel(page, workflow, id)).join(' → ')).join(' ‖ ')} → ${stepLabel(page, workflow, block.to)}`,
  );
  const parallel = blocks.length === 0 ? '' : `\n${page.word('parallel')}\n\n${blocks.join('\n')}\n`;
  return part(page, 'steps', page.table(['step', 'who', 'limit', 'actions'], stepRows(page, workflow)) + parallel);
}

function clocksPart(page: HandbookPage, workflow: WorkflowDefinition): string {
  const rows = workflow.clocks.map((clock) => {
    const levels = (clock.escalation ?? []).map(({ afterDays, role }) =>
      page.word(afterDays === 0 ? 'escalatesAtOnce' : 'escalates', { days: afterDays, role: page.role(role) }),
    );
    const due = page.word(clock.onDue === 'act' ? 'acts' : 'breach');
    return [
      page.text(clock.label),
      [clockLength(page, workflow, clock), clock.pausesForSupplement ? page.word('pauses') : ''].filter(Boolean).join('\n'),
      page.role(clock.owner),
      [due, ...levels].join('\n'),
      page.basis(clock.basis),
    ];
  });
  return part(page, 'clocks', page.table(['clock', 'length', 'owner', 'late', 'clause'], rows));
}

function paramsPart(page: HandbookPage, workflow: WorkflowDefinition): string {
  const rows = (workflow.params ?? []).map((param) => {
    const shown = param.values?.find(({ value }) => value === param.value)?.label;
    const value = shown ? page.text(shown) : typeof param.value === 'boolean' ? (param.value ? '✓' : '✗') : String(param.value);
    const range = param.minimum === undefined && param.maximum === undefined ? '' : `${param.minimum ?? ''}–${param.maximum ?? ''}`;
    return [page.text(param.label), value, range, page.basis(param.basis)];
  });
  return part(page, 'params', page.table(['param', 'value', 'range', 'clause'], rows));
}

function proceduresPart(page: HandbookPage, workflow: WorkflowDefinition): string {
  const rows = (workflow.procedures ?? []).map(({ label, request, decide, basis }) => [
    page.text(label),
    page.role(request.role),
    decide.seats.map(({ role }) => page.role(role)).join('、'),
    page.basis(basis),
  ]);
  return part(page, 'procedures', page.table(['procedure', 'asks', 'decides', 'clause'], rows));
}

function decisionsPart(page: HandbookPage, workflow: WorkflowDefinition): string {
  const decisions = [...page.pack.decisions.values()].filter((decision) => decision.workflow === workflow.id);
  return part(page, 'decisions', decisions.map((decision) => decisionSection(page, decision)).join('\n'));
}

function lettersPart(page: HandbookPage, workflow: WorkflowDefinition): string {
  const actions = workflow.steps.flatMap(({ actions: own }) => own ?? []);
  const ids = new Set([
    ...actions.flatMap(({ letters }) => letters ?? []),
    ...(workflow.procedures ?? []).flatMap(({ letters }) => letters ?? []),
  ]);
  const delivery = { required: page.word('required'), inbox: page.word('inbox'), public: page.word('publicly') };
  const rows = [...ids].flatMap((id) => {
    const letter = page.pack.letters.get(id);
    if (!letter) return [];
    const remedies = (letter.remedies ?? []).map((remedy) => page.text(page.pack.remedies.get(remedy)?.label));
    return [[page.text(letter.label), delivery[letter.delivery], [...new Set(remedies)].join('\n')]];
  });
  return part(page, 'letters', page.table(['letter', 'delivery', 'remedies'], rows));
}

function registersPart(page: HandbookPage, workflow: WorkflowDefinition): string {
  const lines = workflow.steps.flatMap((step) =>
    (step.actions ?? []).flatMap((action) =>
      (action.writes ?? []).map((write) => {
        const register = page.pack.registers.get(write.register);
        const fields = Object.keys(write.set).map((field) => page.text(register?.fields.find(({ id }) => id === field)?.label));
        return `- ${page.text(step.label)} · ${page.text(action.label)} → **${page.text(register?.label)}**：${fields.join('、')}`;
      }),
    ),
  );
  return part(page, 'registers', lines.length === 0 ? '' : `${lines.join('\n')}\n`);
}

function schedulesPart(page: HandbookPage, workflow: WorkflowDefinition): string {
  const services = new Set(servicesOf(page, workflow).map(({ id }) => id));
  const lines = [...page.pack.schedules.values()]
    .filter(({ service }) => services.has(service))
    .map(
      ({ label, basis, over }) =>
        `- **${page.text(label)}**：${page.text(page.pack.registers.get(over.register)?.label)}；${page.basis(basis)}`,
    );
  return part(page, 'schedules', lines.length === 0 ? '' : `${lines.join('\n')}\n`);
}

function scenariosPart(page: HandbookPage, workflow: WorkflowDefinition): string {
  const services = new Set(servicesOf(page, workflow).map(({ id }) => id));
  const lines = [...page.pack.scenarios.values()]
    .filter(({ service }) => services.has(service))
    .map(({ label }) => `- ${page.text(label)}`);
  return part(page, 'scenarios', lines.length === 0 ? '' : `${lines.join('\n')}\n`);
}
