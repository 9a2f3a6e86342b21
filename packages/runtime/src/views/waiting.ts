import type { LocalizedText } from '@careway/definition';
import type { CaseState, ClockState } from '@careway/engine';
import { leadingClock } from '../listing/listing-rows.js';
import { timeLeft } from './clock-view.js';
import { dateText } from './date-text.js';
import { ownerLabel } from './person-view.js';
import type { ViewContext } from './view-context.js';

const endings: Readonly<Record<NonNullable<CaseState['ending']>, LocalizedText>> = {
  completed: { 'zh-CN': '已办结', en: 'Everything is done' },
  withdrawn: { 'zh-CN': '已按申请人的意愿撤回', en: 'Withdrawn as the applicant wished' },
  transferred: { 'zh-CN': '已移送其他单位办理。', en: 'It was transferred to another body.' },
  terminated: { 'zh-CN': '已终止办理。', en: 'It was terminated.' },
  'not-accepted': { 'zh-CN': '没有受理，理由见通知书', en: 'Not accepted: see the letter for the reasons' },
};

/** One sentence: on whom the case waits, for what, until when. */
export function waitingText(context: ViewContext): LocalizedText {
  const { state } = context;
  if (context.shielded && state.tasks.length === 0) return shieldedText(context);
  if (state.status === 'closed') return endings[state.ending ?? 'completed'];
  const until = untilText(context, supplementClock(context) ?? leadingClock(state));
  if (state.supplement) {
    const owner = ownerLabel(context, { party: state.parties[0]?.party });
    const count = state.supplement.list.length;
    return join(
      {
        'zh-CN': `等${owner['zh-CN']}补正${count}样，办理时限暂停`,
        en: `Waiting for the applicant to send ${count} missing thing(s); the time limit stands still`,
      },
      until,
    );
  }
  const task = state.tasks.find(({ kind }) => kind === 'step') ?? state.tasks[0];
  const step = context.workflow.steps.find(({ id }) => id === (task?.step ?? state.position[0]));
  const label = step?.label ?? { 'zh-CN': '办理', en: 'the next step' };
  if (step?.kind === 'wait' || !task)
    return join({ 'zh-CN': `${label['zh-CN']}中，到期自动进入下一环节`, en: `${label.en}: goes on by itself when the period ends` }, until);
  const owner = ownerLabel(context, task);
  return join({ 'zh-CN': `等${owner['zh-CN']}：${label['zh-CN']}`, en: `Waiting for ${owner.en}: ${label.en}` }, until);
}

/** To a party that sees only its own part: whether it has to do anything. */
function shieldedText({ state }: ViewContext): LocalizedText {
  return state.status === 'closed'
    ? { 'zh-CN': '已办结', en: 'Everything is done' }
    : { 'zh-CN': '正在办理，现在不用您做什么', en: 'Under way; you need not do anything now' };
}

/** The running clock of an open supplement. */
export function supplementClock({ state, workflow }: Pick<ViewContext, 'state' | 'workflow'>): ClockState | undefined {
  if (!state.supplement) return undefined;
  const actions = workflow.steps.flatMap((step) => step.actions ?? []).filter(({ kind }) => kind === 'supplement');
  const ids = new Set(actions.flatMap(({ clock }) => clock ?? []));
  return state.clocks.find(({ clock, status }) => ids.has(clock) && status === 'running');
}

function untilText(context: ViewContext, clock: ClockState | undefined): LocalizedText | undefined {
  if (clock?.due === undefined || clock.status !== 'running') return undefined;
  const definition = context.workflow.clocks.find(({ id }) => id === clock.clock);
  const unit = definition?.unit ?? 'calendar-day';
  const left = timeLeft(clock, context.ctx.now, { unit, calendars: context.ctx.calendars });
  const day = lastMoment(clock, unit);
  const words = unitWords[unit === 'working-day' || unit === 'hour' ? unit : 'calendar-day'];
  if (left === undefined) return { 'zh-CN': `最晚${day['zh-CN']}`, en: `by ${day.en} at the latest` };
  if (left < 0) return { 'zh-CN': `已超期${-left}${words['zh-CN']}`, en: `${-left} ${words.en} late` };
  if (left === 0 && unit === 'hour') return { 'zh-CN': `最晚${day['zh-CN']}，不到1小时`, en: `by ${day.en}, less than an hour left` };
  if (left === 0) return { 'zh-CN': `最晚今天（${day['zh-CN']}）`, en: `by today (${day.en})` };
  return { 'zh-CN': `最晚${day['zh-CN']}，还有${left}${words['zh-CN']}`, en: `by ${day.en}, ${left} ${words.en} left` };
}

const unitWords = {
  hour: { 'zh-CN': '小时', en: 'hours' },
  'working-day': { 'zh-CN': '个工作日', en: 'working days' },
  'calendar-day': { 'zh-CN': '个自然日', en: 'calendar days' },
} as const;

/** The last day, or of a limit in hours the day and time at which it ends. */
function lastMoment({ due = '', dueAt }: ClockState, unit: string): LocalizedText {
  if (unit !== 'hour' || dueAt === undefined) return dateText(due);
  const day = dateText(dueAt.slice(0, 10));
  const time = dueAt.slice(11, 16);
  return { 'zh-CN': `${day['zh-CN']}${time}`, en: `${time} on ${day.en}` };
}

function join(sentence: LocalizedText, until: LocalizedText | undefined): LocalizedText {
  if (!until) return sentence;
  return { 'zh-CN': `${sentence['zh-CN']}，${until['zh-CN']}`, en: `${sentence.en}, ${until.en}` };
}
