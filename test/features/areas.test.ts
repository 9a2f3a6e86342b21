import { routes } from '@careway/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type World } from './world.js';

const elder = {
  elder_name: '王某',
  identity_number: '15019919450312002X',
  disability_level: 'severe',
  local_hukou: true,
  service_24h: true,
  community: '海东社区',
};

/** Every route about one case, with a request that its schema takes. `{case}`, `{item}`, `{letter}` are filled in. */
const requests: Readonly<Record<string, { readonly path: string; readonly body?: unknown }>> = {
  readCase: { path: '/cases/{case}' },
  readWhy: { path: '/cases/{case}/items/{item}/why' },
  readCandidates: { path: '/cases/{case}/candidates?step=street-review&action=PUBLISH' },
  readHistory: { path: '/cases/{case}/history' },
  readLetter: { path: '/cases/{case}/letters/{letter}' },
  printLetter: { path: '/cases/{case}/letters/{letter}.pdf' },
  readDeliveryReceipt: { path: '/cases/{case}/letters/{letter}/delivery-receipt' },
  printDeliveryReceipt: { path: '/cases/{case}/letters/{letter}/delivery-receipt.pdf' },
  readApprovalForm: { path: '/cases/{case}/approval-form' },
  printApprovalForm: { path: '/cases/{case}/approval-form.pdf' },
  readReceipt: { path: '/cases/{case}/receipt' },
  printReceipt: { path: '/cases/{case}/receipt.pdf' },
  reveal: { path: '/cases/{case}/reveal', body: { item: '{item}', why: '核对身份' } },
  command: { path: '/cases/{case}/commands', body: { type: 'TakeTask', task: 'no-such-task' } },
  previewLetters: { path: '/cases/{case}/letter-preview', body: { type: 'TakeTask', task: 'no-such-task' } },
  erase: { path: '/cases/{case}/erase', body: { item: 'no-such-item', reason: '本人要求' } },
  exportRows: { path: '/cases/{case}/rows.xlsx' },
};

/** These ask for something that the case does not have (a row, a task, seats to be filled): not found, though the case itself was. */
const forMissingParts = ['erase', 'command', 'previewLetters', 'readCandidates'];

/** People of the demo whose area holds the case, or who filed it. */
const inside = ['agent-a', 'clerk-a', 'clerk-b', 'officer-a', 'officer-b', 'supervisor', 'administrator', 'auditor'];
const outside = ['agent-b', 'clerk-c', 'officer-c', 'supervisor-c', 'citizen', 'operator'];

let world: World;
const filled = { case: '', item: '', letter: '' };

beforeAll(async () => {
  world = await openWorld();
  const agent = await world.as('agent-a');
  filled.case = await agent.file([elder]);
  const clerk = await world.as('clerk-a');
  const view = await clerk.take(filled.case, 'ACCEPT');
  filled.item = view.items[0]?.id ?? '';
  filled.letter = view.letters[0]?.id ?? '';
});
afterAll(() => world?.close());

const fill = (text: string, ids: Readonly<Record<string, string>>) => text.replace(/\{(\w+)\}/g, (_whole, name: string) => ids[name] ?? '');

async function send(login: string, id: string, ids: Readonly<Record<string, string>>) {
  const { path, body } = requests[id] ?? { path: '' };
  const route = routes.find((candidate) => candidate.id === id);
  const { client } = await world.as(login);
  const sent = body === undefined ? {} : { body: JSON.parse(fill(JSON.stringify(body), ids)) as unknown };
  const { version } = await (await world.as('auditor')).case(filled.case);
  return client.send(route?.method.toUpperCase() ?? 'GET', fill(path, ids), { ...sent, version });
}

describe('a case of another district', () => {
  it('is asked for by every route about a case', () => {
    const about = routes.filter(({ path }) => path.startsWith('/cases/:id')).map(({ id }) => id);
    expect(Object.keys(requests).sort()).toEqual(about.sort());
  });

  for (const id of Object.keys(requests)) {
    for (const login of outside) {
      it(`does not exist for ${login} by ${id}, word for word as an unknown one`, async () => {
        const real = await send(login, id, filled);
        const unknown = await send(login, id, { case: 'no-such-case', item: 'no-such-item', letter: 'no-such-letter' });
        expect([404, 403]).toContain(real.status);
        expect({ ...real.json, instance: '' }).toEqual({ ...unknown.json, instance: '' });
      });
    }
    for (const login of inside) {
      it(`exists for ${login} by ${id}, or the post does not do this at all`, async () => {
        const answer = await send(login, id, filled);
        const code = (answer.json as { code?: string }).code ?? '';
        const route = routes.find((candidate) => candidate.id === id);
        if (code === 'ROLE_MISSING') expect(route?.who).not.toBe('person');
        else if (!forMissingParts.includes(id)) expect(answer.status).toBe(200);
      });
    }
  }

  it('is in nobody else’s list, search, worklist or message', async () => {
    for (const login of outside) {
      const { client } = await world.as(login);
      for (const path of [
        '/worklist',
        '/cases',
        '/cases?text=15019919450312002X',
        '/cases?text=王',
        '/my/cases',
        '/inbox',
        '/access-log',
      ]) {
        expect((await client.get(path)).text).not.toContain(filled.case);
      }
    }
    for (const login of ['clerk-a', 'officer-a', 'supervisor', 'auditor']) {
      const { client } = await world.as(login);
      expect((await client.get('/cases?text=15019919450312002X')).text).toContain(filled.case);
    }
  });

  it('is entered in the access log by whoever reveals a number, and by nobody else', async () => {
    await send('clerk-a', 'reveal', filled);
    const log = (await (await world.as('auditor')).client.get(`/access-log?case=${filled.case}`)).text;
    expect(log).toContain('核对身份');
    const nameOf = async (login: string) => `"${(await world.tenant.people.byLogin(login))?.name}"`;
    expect(log).toContain(await nameOf('clerk-a'));
    for (const other of ['clerk-c', 'officer-c']) expect(log).not.toContain(await nameOf(other));
  });
});
