import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp, routes } from '../app.js';
import { fakeCareway, fakeLogins, testCost, testPassword } from '../testing/fake-careway.js';
import { smallPack } from '../testing/small-pack.js';
import { listen, TestClient } from '../testing/test-client.js';

const everybody = ['public', ...fakeLogins];
const people = fakeLogins;
const staff = ['clerk', 'officer', 'supervisor', 'administrator', 'auditor'];
const login = { login: 'nobody', password: 'x' };
const objection = { step: 's', action: 'OBJECT', items: [], reason: 'r', objector: { name: 'n', phone: '1' } };
const record = { values: {}, reason: 'r' };
const paper = { service: 's', data: {}, area: 'street-1', onBehalfOf: 'o', filedOn: '2021-07-01' };

/** Who may call what, said once more and not derived from the table, with a body that passes its schema. */
const matrix: Readonly<Record<string, { readonly by: readonly string[]; readonly path: string; readonly body?: unknown }>> = {
  health: { by: everybody, path: '/health' },
  readDescription: { by: everybody, path: '/openapi.json' },
  listAreas: { by: everybody, path: '/areas' },
  listNamed: { by: everybody, path: '/services/s/named' },
  readTenant: { by: everybody, path: '/tenant' },
  advanceClock: { by: people, path: '/clock/advance', body: { to: 'next-deadline' } },
  logIn: { by: everybody, path: '/session', body: login },
  readSession: { by: everybody, path: '/session' },
  prolongSession: { by: people, path: '/session/prolong' },
  listServices: { by: everybody, path: '/services' },
  readService: { by: everybody, path: '/services/bed-subsidy' },
  readForm: { by: everybody, path: '/forms/form-hash' },
  readFormRules: { by: everybody, path: '/forms/form-hash/rules' },
  readTemplate: { by: everybody, path: '/forms/form-hash/template/elders' },
  readClause: { by: everybody, path: '/clauses/plan-5' },
  prefill: { by: people, path: '/prefill/bed-subsidy' },
  listDrafts: { by: people, path: '/drafts' },
  createDraft: { by: people, path: '/drafts', body: { service: 'unknown' } },
  readDraft: { by: people, path: '/drafts/d' },
  saveDraft: { by: people, path: '/drafts/d', body: { data: {} } },
  removeDraft: { by: people, path: '/drafts/d' },
  checkDraft: { by: people, path: '/drafts/d/check' },
  readRows: { by: people, path: '/drafts/d/rows?field=elders' },
  submitDraft: { by: people, path: '/drafts/d/submit', body: {} },
  putAttachment: { by: people, path: '/attachments?field=f&name=n&draft=d' },
  readAttachment: { by: people, path: '/attachments/a' },
  removeAttachment: { by: people, path: '/attachments/a' },
  listMyCases: { by: people, path: '/my/cases' },
  listInbox: { by: people, path: '/inbox' },
  markRead: { by: people, path: '/inbox/m/read' },
  listTasks: { by: staff, path: '/worklist' },
  countTasks: { by: staff, path: '/worklist/counts' },
  exportTasks: { by: staff, path: '/export/worklist' },
  listCases: { by: staff, path: '/cases' },
  readAccessLog: { by: ['administrator', 'auditor'], path: '/access-log' },
  listRegisters: { by: staff, path: '/registers' },
  listRecords: { by: staff, path: '/registers/elders' },
  exportRecords: { by: staff, path: '/registers/elders/export.xlsx' },
  readRegisterTemplate: { by: staff, path: '/registers/elders/template' },
  createRecord: { by: staff, path: '/registers/elders/records', body: record },
  readRecord: { by: staff, path: '/registers/elders/records/r' },
  changeRecord: { by: staff, path: '/registers/elders/records/r', body: record },
  readRecordHistory: { by: staff, path: '/registers/elders/records/r/history' },
  revealRecord: { by: staff, path: '/registers/elders/records/r/reveal', body: { why: 'r' } },
  startImport: { by: staff, path: '/registers/elders/imports?name=n' },
  readImport: { by: staff, path: '/registers/elders/imports/i' },
  commitImport: { by: staff, path: '/registers/elders/imports/i/commit', body: { reason: 'r' } },
  discardImport: { by: staff, path: '/registers/elders/imports/i' },
  readCase: { by: people, path: '/cases/c' },
  readWhy: { by: people, path: '/cases/c/items/i/why' },
  readCandidates: { by: ['clerk', 'officer', 'supervisor'], path: '/cases/c/candidates?step=s&action=A' },
  readHistory: { by: people, path: '/cases/c/history' },
  readLetter: { by: people, path: '/cases/c/letters/l' },
  readReceipt: { by: people, path: '/cases/c/receipt' },
  printLetter: { by: people, path: '/cases/c/letters/l.pdf' },
  readDeliveryReceipt: { by: staff, path: '/cases/c/letters/l/delivery-receipt' },
  printDeliveryReceipt: { by: staff, path: '/cases/c/letters/l/delivery-receipt.pdf' },
  readApprovalForm: { by: staff, path: '/cases/c/approval-form' },
  printApprovalForm: { by: staff, path: '/cases/c/approval-form.pdf' },
  printReceipt: { by: people, path: '/cases/c/receipt.pdf' },
  readBlankForm: { by: everybody, path: '/forms/bed-form/blank' },
  printForm: { by: everybody, path: '/forms/no-form.pdf' },
  reveal: { by: staff, path: '/cases/c/reveal', body: { why: 'r' } },
  command: { by: people, path: '/cases/c/commands', body: { type: 'TakeTask', task: 't' } },
  previewLetters: { by: staff, path: '/cases/c/letter-preview', body: { type: 'TakeTask', task: 't' } },
  erase: { by: ['administrator'], path: '/cases/c/erase', body: { reason: 'r' } },
  filePaperCase: { by: ['clerk', 'officer', 'supervisor'], path: '/paper/cases', body: paper },
  exportRows: { by: staff, path: '/cases/c/rows.xlsx' },
  listPublicity: { by: everybody, path: '/publicity' },
  readPublicity: { by: everybody, path: '/publicity/c' },
  fileObjection: { by: everybody, path: '/publicity/c/objections', body: objection },
  track: { by: everybody, path: '/track', body: { number: 'n', code: 'c' } },
  listPacks: { by: ['administrator'], path: '/packs' },
  readParameters: { by: ['administrator'], path: '/parameters?area=city' },
  listPublications: { by: ['administrator', 'auditor'], path: '/publications' },
  listProposals: { by: ['administrator'], path: '/proposals' },
  createProposal: { by: ['administrator'], path: '/proposals', body: { area: 'city' } },
  readProposal: { by: ['administrator'], path: '/proposals/p' },
  saveProposal: { by: ['administrator'], path: '/proposals/p', body: { effectiveFrom: '', note: '', changes: [] } },
  checkProposal: { by: ['administrator'], path: '/proposals/p/checks' },
  previewProposal: { by: ['administrator'], path: '/proposals/p/preview' },
  submitProposal: { by: ['administrator'], path: '/proposals/p/submit', body: { acknowledged: [] } },
  publishProposal: { by: ['administrator'], path: '/proposals/p/publish', body: { note: 'n' } },
  rejectProposal: { by: ['administrator'], path: '/proposals/p/reject', body: { reason: 'r' } },
  withdrawProposal: { by: ['administrator'], path: '/proposals/p/withdraw' },
  reviseProposal: { by: ['administrator'], path: '/proposals/p/revise' },
  filePublicCase: { by: everybody, path: '/public/cases', body: { service: 's', data: {} } },
  actByCode: { by: everybody, path: '/track/actions', body: { number: 'n', code: 'c', step: 's', action: 'A' } },
  readOperations: { by: ['operator'], path: '/operations' },
  retryEffect: { by: ['operator'], path: '/operations/effects/e/retry' },
  logOut: { by: people, path: '/session' },
};

const clients = new Map<string, TestClient>();
let close: () => Promise<void>;

beforeAll(async () => {
  const careway = await fakeCareway(smallPack);
  const server = await listen(
    createApp({ careway, logger: pino({ level: 'silent' }), passwordCost: testCost, rateLimits: { login: 1000 } }),
  );
  close = server.close;
  for (const viewer of everybody) {
    const client = new TestClient(server.address);
    if (viewer !== 'public') await client.logIn(viewer, testPassword);
    clients.set(viewer, client);
  }
});
afterAll(() => close());

describe('who may call what', () => {
  it('is said here for every route of the table, and for no other', () => {
    expect(Object.keys(matrix).sort()).toEqual(routes.map(({ id }) => id).sort());
    for (const { id, path } of routes) {
      const pattern = new RegExp(`^${path.replaceAll('.', '\\.').replace(/:\w+/g, '[^/]+')}(\\?.*)?$`);
      expect(matrix[id]?.path).toMatch(pattern);
    }
  });

  // logging out ends the session that the others need
  for (const route of [...routes].sort((a, b) => Number(a.id === 'logOut') - Number(b.id === 'logOut'))) {
    for (const viewer of everybody) {
      const allowed = matrix[route.id]?.by.includes(viewer) ?? false;
      it(`${viewer} ${allowed ? 'may' : 'may not'} ${route.method} ${route.path}`, async () => {
        const { path, body } = matrix[route.id] ?? { path: '', body: undefined };
        const client = clients.get(viewer) as TestClient;
        const bytes =
          route.body?.kind === 'bytes' || route.body?.kind === 'stream' ? { bytes: 'x', headers: { 'content-type': 'text/plain' } } : {};
        const answer = await client.send(route.method.toUpperCase(), path, { ...bytes, ...(body !== undefined && { body }), version: 1 });
        const refused = [
          'LOGIN_REQUIRED',
          'ROLE_MISSING',
          'CSRF_WRONG',
          'ROUTE_UNKNOWN',
          'METHOD_NOT_ALLOWED',
          'REQUEST_INVALID',
          'INTERNAL',
        ];
        const code = (answer.json as { code?: string }).code ?? 'DONE';
        if (allowed) expect(refused).not.toContain(code);
        else expect(code).toBe(viewer === 'public' ? 'LOGIN_REQUIRED' : 'ROLE_MISSING');
      });
    }
  }
});
