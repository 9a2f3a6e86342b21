import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type {
  ChecksView,
  HistoryView,
  PackInForceView,
  ParametersView,
  PreviewView,
  ProposalView,
  PublicationView,
  WhyView,
} from '@careway/runtime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Browser, openWorld, sample, untilStep, type World } from './world.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const rate = 'cell:family-bed-operating-subsidy/base-rate/base-moderate/then/base';

/** One hash over every file of the packs. */
function filesOfPacks(): string {
  const hash = createHash('sha256');
  const walk = (folder: string) => {
    for (const name of readdirSync(folder).sort()) {
      const path = join(folder, name);
      if (statSync(path).isDirectory()) walk(path);
      else hash.update(path).update(readFileSync(path));
    }
  };
  for (const folder of ['workflows', 'forms', 'examples']) walk(join(root, folder));
  return hash.digest('hex');
}

/** 150 becomes 160 for service months from August 2021, over HTTP, each step on the state that the one before it left. */
let world: World;
let proposer: Browser;
let publisher: Browser;
let agent: Browser;
let files: string;
let roster: readonly Readonly<Record<string, unknown>>[];
let proposal: ProposalView;
let checks: ChecksView;

beforeAll(async () => {
  files = filesOfPacks();
  world = await openWorld();
  [proposer, publisher, agent] = [await world.as('administrator'), await world.as('administrator-b'), await world.as('agent-a')];
  const draft = await agent.write<{ id: string }>('createDraft', '/drafts', { service: 'family-bed-operating-subsidy' });
  const read = await agent.write<{ rows: typeof roster }>('readRows', `/drafts/${draft.id}/rows?field=rows`, undefined, {
    bytes: sample('roster-2021-06.csv'),
    headers: { 'content-type': 'text/csv' },
  });
  roster = read.rows.filter(({ disability_level }) => disability_level === 'moderate');
});
afterAll(() => world?.close());

const amountsOf = async (caseId: string) => [...new Set((await agent.case(caseId)).items.map(({ amount }) => amount))];
const change = (route: string, action: string, body: unknown, by = proposer) =>
  by.write<ProposalView>(route, `/proposals/${proposal.id}/${action}`, body, { version: proposal.version });
const refusal = async (by: Browser, action: string, body: unknown) => {
  const answer = await by.client.send('POST', `/proposals/${proposal.id}/${action}`, { body, version: proposal.version });
  return answer as typeof answer & {
    readonly json: { readonly code: string; readonly detail: { 'zh-CN': string }; readonly next: { 'zh-CN': string } };
  };
};

describe('an administrator changes a rate', () => {
  it('given the pack in force and its figures in the policy’s wording', async () => {
    const [pack] = await proposer.read<PackInForceView[]>('listPacks', '/packs');
    expect(pack).toMatchObject({ area: 'hohhot', pack: 'hohhot', effectiveFrom: '2019-09-29', submitted: 0 });
    const view = await proposer.read<ParametersView>('readParameters', `/parameters?area=${pack?.area}`);
    expect(view.parameters.map(({ group }) => group)).toEqual(expect.arrayContaining(['rate', 'days', 'threshold']));
    expect(view.parameters.find(({ key }) => key === rate)).toMatchObject({
      words: { 'zh-CN': '150.00' },
      basis: { clause: { article: '五(二)3', status: 'historical' } },
    });
  });

  it('when 160 is typed and saved, then it is a sentence, and what lacks is told', async () => {
    const view = await proposer.read<ParametersView>('readParameters', '/parameters?area=hohhot');
    const expects = view.parameters.find(({ key }) => key === rate)?.expects;
    proposal = await proposer.write<ProposalView>('createProposal', '/proposals', { area: 'hohhot' });
    const save = (edit: object) =>
      proposer.write<ProposalView>('saveProposal', `/proposals/${proposal.id}`, edit, { method: 'PUT', version: proposal.version });
    const changes = [{ parameter: rate, value: '160', expects }];
    proposal = await save({ effectiveFrom: '', note: '', changes });
    expect(proposal.issues.map(({ path }) => path)).toEqual(['/effectiveFrom', '/note']);
    proposal = await save({ effectiveFrom: '2021-08-01', note: '市长办公会纪要〔2021〕7号', changes });
    expect(proposal).toMatchObject({ issues: [], firstMonth: '2021-08' });
    expect(proposal.changes.map(({ sentence }) => sentence['zh-CN'])).toEqual(['基准运营补贴（中度）：150.00 → 160.00']);
  });

  it('then the preview tells amounts before and after, and the checks name the scenarios that change', async () => {
    const preview = await proposer.write<PreviewView>('previewProposal', `/proposals/${proposal.id}/preview`);
    expect(preview.decisions[0]?.examples.map(({ before, after }) => `${before.en} ${after.en}`)).toContain('¥165.00 ¥176.00');
    expect(preview.decisions[0]?.unchanged).toMatchObject({ difference: '0.00' });
    checks = await proposer.write<ChecksView>('checkProposal', `/proposals/${proposal.id}/checks`);
    expect(checks.issues.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(checks.scenarios.failing).toEqual([]);
    const unseen = await refusal(proposer, 'submit', { acknowledged: [] });
    expect([unseen.status, unseen.json.code]).toEqual([409, 'SCENARIOS_NOT_SEEN']);
    proposal = await change('submitProposal', 'submit', { acknowledged: checks.scenarios.expected.map(({ id }) => id) });
    expect(proposal.status).toBe('submitted');
  });

  it('then only another administrator can publish it', async () => {
    const own = await refusal(proposer, 'publish', { note: '已核对' });
    expect([own.status, own.json.code]).toEqual([409, 'SECOND_PERSON']);
    expect(own.json.detail['zh-CN']).toBe('提出改动的人不能自己发布');
    expect(own.json.next['zh-CN']).toBe('请另一位管理员来发布：郑美玲');
    const clerk = await world.as('clerk-a');
    expect((await clerk.client.get(`/proposals/${proposal.id}`)).status).toBe(403);
    proposal = await change('publishProposal', 'publish', { note: '已对照纪要核对' }, publisher);
    expect(proposal.status).toBe('published');
  });
});

describe('from August on', () => {
  let june: string;
  let july: string;
  let august: string;

  it('months before keep 150, August counts 160', async () => {
    await world.tenant.clock.advance({ instant: '2021-09-01T09:00:00+08:00' });
    june = await agent.file(roster.slice(0, 2), { service_month: '2021-06' });
    july = await agent.file(roster.slice(2, 4), { service_month: '2021-07' });
    august = await agent.file(roster.slice(4, 6), { service_month: '2021-08' });
    expect([await amountsOf(june), await amountsOf(july), await amountsOf(august)]).toEqual([['165.00'], ['165.00'], ['176.00']]);
  });

  it('the reason of an amount names the city’s own decision, not the quote that says 150', async () => {
    const clerk = await world.as('clerk-a');
    const why = async (caseId: string) => {
      const item = (await clerk.case(caseId)).items[0]?.id ?? '';
      return clerk.read<WhyView>('readWhy', `/cases/${caseId}/items/${item}/why`);
    };
    const [old, fresh] = [await why(july), await why(august)];
    const base = ({ matched }: WhyView) => matched.find(({ rule }) => rule === 'base-moderate');
    expect(base(old)).toMatchObject({ then: { base: '150' }, clause: { article: '五(二)3' } });
    expect(base(fresh)).toMatchObject({ then: { base: '160' }, citySet: { note: { 'zh-CN': '市长办公会纪要〔2021〕7号' } } });
    expect(base(fresh)).not.toHaveProperty('clause');
    expect(fresh).toMatchObject({
      formula: '160 × 1.1',
      tables: { effectiveFrom: '2021-08-01', by: { name: '周志刚' }, approvedBy: { name: '郑美玲' }, note: '已对照纪要核对' },
    });
    expect(old.tables).toMatchObject({ effectiveFrom: '2019-09-29' });
  });

  it('the trace says by which version a row was decided', async () => {
    const clerk = await world.as('clerk-a');
    await untilStep(world, august, 'accept');
    await clerk.take(august, 'ACCEPT');
    const items = (await clerk.case(august)).items.map(({ id }) => id);
    await clerk.take(august, 'DECIDE_ROWS', { items, outcome: 'approve' });
    const auditor = await world.as('auditor');
    const { acts } = await auditor.read<HistoryView>('readHistory', `/cases/${august}/history`);
    const decided = acts.find(({ type }) => type === 'ItemDecided');
    expect(decided?.result).toMatchObject({ amount: '176.00', tables: { effectiveFrom: '2021-08-01', approvedBy: { name: '郑美玲' } } });
    const [newest] = await auditor.read<PublicationView[]>('listPublications', '/publications');
    expect(newest).toMatchObject({
      effectiveFrom: '2021-08-01',
      by: { name: '周志刚' },
      approvedBy: { name: '郑美玲' },
      note: '已对照纪要核对',
    });
  });

  it('no file was touched', () => {
    expect(filesOfPacks()).toBe(files);
  });
});
