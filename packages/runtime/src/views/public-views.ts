import { groupAmount, type PartyState } from '@careway/engine';
import { maskName } from '@careway/forms';
import { trackingCode } from '../filing/case-id.js';
import { evaluatedItems } from '../listing/evaluated-items.js';
import { leadingClock } from '../listing/listing-rows.js';
import { struckOut } from '../scope/shield.js';
import type { PublicityView, ReceiptView, TrackView } from '../views.js';
import { daysLeft } from './clock-view.js';
import { actionViews } from './action-view.js';
import { itemName } from './item-view.js';
import { letterText } from './letter-text.js';
import { plainText, type ViewContext } from './view-context.js';
import { waitingText } from './waiting.js';

/** What the public sees of an open publicity: surname, community, benefit, until when. Absent when none is open. */
export function publicityView(context: ViewContext): PublicityView | undefined {
  const { state, pack, parts } = context;
  const open = state.publicity.find(({ status }) => status === 'open');
  if (!open) return undefined;
  const amounts = new Map(evaluatedItems(parts, state, context).map(({ item, amount }) => [item, amount]));
  const rows = state.items.filter(({ id }) => open.items.includes(id));
  const left =
    open.until === undefined ? undefined : daysLeft(context.today, open.until, { unit: 'calendar-day', calendars: context.ctx.calendars });
  return {
    caseId: state.caseId,
    ...(state.number === undefined ? {} : { number: state.number }),
    service: pack.services.get(state.service)?.label ?? plainText(state.service),
    applicant: state.parties[0]?.kind === 'organisation' ? (state.parties[0].name ?? '—') : maskName(state.parties[0]?.name ?? ''),
    area: parts.areas.label(state.areaPath.at(-1)?.id ?? ''),
    from: open.from,
    ...(open.until === undefined ? {} : { until: open.until }),
    ...(left === undefined ? {} : { daysLeft: left }),
    ...objectionWay(context),
    rows: rows.map((item) => {
      const community = item.facts.community?.value;
      const amount = amounts.get(item.id);
      return {
        item: item.id,
        row: item.row,
        name: maskName(itemName(context, item)),
        ...(typeof community === 'string' ? { community } : {}),
        benefit: amount === undefined ? '' : `¥${groupAmount(amount)}`,
      };
    }),
    howToObject: {
      'zh-CN': `公示期内可以在本页提出异议，也可以到${parts.areas.label(state.areaPath.at(-1)?.id ?? '')['zh-CN']}窗口提出`,
      en: `During this period you can object on this page, or at the office of ${parts.areas.label(state.areaPath.at(-1)?.id ?? '').en}`,
    },
  };
}

/** The step and action by which the public objects now. */
function objectionWay({ state, workflow }: ViewContext): Pick<PublicityView, 'objection'> {
  for (const { id, actions } of workflow.steps) {
    const action = state.position.includes(id) ? actions?.find(({ kind, by }) => kind === 'object' && by === 'public') : undefined;
    if (action) return { objection: { step: id, action: action.id } };
  }
  return {};
}

export function receiptView(context: ViewContext): ReceiptView {
  const { state, pack, parts } = context;
  const service = pack.services.get(state.service);
  const clock = leadingClock(state);
  return {
    caseId: state.caseId,
    ...(state.number === undefined ? {} : { number: state.number }),
    service: service?.label ?? plainText(state.service),
    filedOn: state.filedOn,
    applicant: state.parties[0]?.name ?? '—',
    items: state.items.length,
    next: waitingText(context),
    ...(clock?.due === undefined ? {} : { due: clock.due }),
    contact: { office: service?.contact.office ?? plainText(''), telephone: service?.contact.telephone ?? '' },
    trackingCode: trackingCode(parts.sealer, state.caseId),
  };
}

/** Progress for anyone with number and code: neither name nor amount. `own`: for whoever filed the case without an account. */
export function trackView(context: ViewContext, path: TrackView['path'], own = false): TrackView {
  const { state, pack } = context;
  const party = state.parties[0]?.party;
  const letters = own ? state.letters.filter((letter) => letter.party === party && letter.status !== 'numbering') : [];
  const struck = struckOut(
    state,
    state.parties.filter(({ kind }) => kind === 'person'),
  );
  const nameless = { ...context, state: { ...struck, parties: state.parties.map(withoutName) } };
  return {
    number: state.number ?? '',
    service: pack.services.get(state.service)?.label ?? plainText(state.service),
    status: state.status,
    waiting: waitingText(context),
    path: path.map(({ step, state: how, on }) => ({ step, state: how, ...(on === undefined ? {} : { on }) })),
    pauses: state.clocks.flatMap(({ pauses }) =>
      pauses.map(({ from, to }) => ({
        from,
        ...(to === undefined ? {} : { to }),
        why: { 'zh-CN': '等申请人补材料，没计时', en: 'Waiting for the applicant; not counted' },
      })),
    ),
    letters: letters.flatMap(({ id }) => letterText(nameless, id) ?? []),
    actions: own ? actionViews(context) : [],
  };
}

/** Who has the code may be somebody else than who filed: names stay out. */
function withoutName(party: PartyState): PartyState {
  return party.kind === 'person' && party.name !== undefined ? { ...party, name: maskName(party.name) } : party;
}
