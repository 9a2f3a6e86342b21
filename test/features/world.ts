import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CaseView, TenantRuntime } from '@careway/runtime';
import { openInstance } from '@careway/server';
import { type AnswerCheck, answerValidator, listen, type TestAnswer, TestClient, type TestRequest } from '@careway/server/testing';

const root = fileURLToPath(new URL('../../', import.meta.url));
const passwordOf = (pack: string) => (JSON.parse(readFileSync(join(root, pack, 'demo.json'), 'utf8')) as { password: string }).password;

export const demoPassword = passwordOf('examples/hohhot');
export const service = 'family-bed-operating-subsidy';
export const sample = (name: string): Uint8Array<ArrayBuffer> => new Uint8Array(readFileSync(join(root, 'examples/hohhot/samples', name)));

/** The answers of the level-4 home, without its roster. */
export const homeAnswers = {
  facility_credit_code: '52150199MJ00000019',
  facility_name: '青城颐康养老院（演示）',
  facility_kind: 'social',
  facility_grade: 'level-4',
  service_month: '2021-06',
  contact_name: '李建国',
  contact_phone: '15400000001',
  declaration: true,
};

/** A whole server with the demo tenant on a real database in a folder of its own. */
export interface World {
  readonly tenant: TenantRuntime;
  readonly address: string;
  readonly check: AnswerCheck;
  /** Somebody of the demo, logged in; the public without a name. */
  as(login?: string): Promise<Browser>;
  /** Everything that is due happens. */
  settle(): Promise<void>;
  /** The real clock is set to an ISO moment, and everything due by then happens. */
  goTo(moment: string): Promise<void>;
  close(): Promise<void>;
}

/** The first demo city; the second one, which is the base pack, from the ISO moment on that is named. */
export async function openWorld(second?: { readonly from: string }): Promise<World> {
  const dataDir = mkdtempSync(join(tmpdir(), 'careway-feature-'));
  const clock = { at: Date.parse(second?.from ?? ''), since: Date.now() };
  const instance = await openInstance({
    dataDir,
    packDirs: [join(root, 'workflows'), ...(second ? [] : [join(root, 'examples/hohhot')])],
    demo: true,
    passwordCost: { memoryCost: 1024, timeCost: 1 },
    logLevel: 'silent',
    ...(second && { now: () => clock.at + Date.now() - clock.since }),
  });
  const tenant = instance.careway.tenants()[0] as TenantRuntime;
  const password = second ? passwordOf('workflows') : demoPassword;
  const { address, close } = await listen(instance.app);
  const settle = async () => {
    for (let round = 0; round < 10; round += 1) {
      const { fired, performed } = await tenant.tick();
      if (fired + performed === 0) return;
    }
  };
  const browsers = new Map<string, Browser>();
  const world: World = {
    tenant,
    address,
    check: answerValidator(),
    settle,
    goTo: async (moment) => {
      Object.assign(clock, { at: Date.parse(moment), since: Date.now() });
      await settle();
    },
    as: async (login) => {
      const known = browsers.get(login ?? '');
      if (known) return known;
      const browser = new Browser(new TestClient(address), world);
      if (login) await browser.client.logIn(login, password);
      browsers.set(login ?? '', browser);
      return browser;
    },
    close: async () => {
      await close();
      await instance.careway.close();
      rmSync(dataDir, { recursive: true });
    },
  };
  return world;
}

/** What a person does through the interface; an answer that does not fit its schema fails the test that asked for it. */
export class Browser {
  constructor(
    readonly client: TestClient,
    readonly world: World,
  ) {}

  async read<T>(routeId: string, path: string): Promise<T> {
    return this.#fine<T>(routeId, await this.client.get(path));
  }

  async write<T>(routeId: string, path: string, body?: unknown, request: TestRequest & { readonly method?: string } = {}): Promise<T> {
    const { method = 'POST', ...rest } = request;
    const answer = await this.client.send(method, path, { ...rest, ...(body !== undefined && { body }) });
    await this.world.settle();
    return this.#fine<T>(routeId, answer);
  }

  case(id: string): Promise<CaseView> {
    return this.read<CaseView>('readCase', `/cases/${id}`);
  }

  /** Acts on a case at the version that is current now. */
  async act(caseId: string, command: Readonly<Record<string, unknown>>): Promise<CaseView> {
    await this.world.settle();
    const { version } = await this.case(caseId);
    await this.write('command', `/cases/${caseId}/commands`, command, { version });
    return this.case(caseId);
  }

  /** Takes an action at the step where the case stands. */
  async take(caseId: string, action: string, more: Readonly<Record<string, unknown>> = {}): Promise<CaseView> {
    const view = await this.case(caseId);
    const offered = view.actions.find((candidate) => candidate.action === action);
    if (!offered) throw new Error(`${action} is not offered: ${view.actions.map((candidate) => candidate.action).join(' ')}`);
    return this.act(caseId, { type: 'TakeAction', step: offered.step, action, ...more });
  }

  /** Files the home's application with these rows; answers with the id of the case. */
  file(rows: readonly unknown[], answers: Readonly<Record<string, unknown>> = {}): Promise<string> {
    return this.fileFor(service, { ...homeAnswers, ...answers, rows });
  }

  /** Files for a service; answers with the id of the case. @param files field, name and content of each attachment */
  async fileFor(
    wanted: string,
    data: Readonly<Record<string, unknown>>,
    files: readonly { readonly field: string; readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }[] = [],
  ): Promise<string> {
    const draft = await this.write<{ id: string; version: number }>('createDraft', '/drafts', { service: wanted });
    for (const { field, name, bytes } of files) {
      const query = new URLSearchParams({ draft: draft.id, field, name });
      await this.write('putAttachment', `/attachments?${query}`, undefined, {
        bytes,
        headers: { 'content-type': 'application/octet-stream' },
      });
    }
    await this.write('saveDraft', `/drafts/${draft.id}`, { data }, { method: 'PUT', version: draft.version });
    const { caseId } = await this.write<{ caseId: string }>('submitDraft', `/drafts/${draft.id}/submit`, {});
    return caseId;
  }

  #fine<T>(routeId: string, answer: TestAnswer): T {
    if (answer.status >= 400) throw new Error(`${routeId} ${answer.status} ${answer.text}`);
    const differences = this.world.check(routeId, answer.json);
    if (differences.length > 0) throw new Error(`${routeId} does not fit its schema: ${differences.slice(0, 5).join('; ')}`);
    return answer.json as T;
  }
}

/** Moves the training clock to the next deadline until the case stands at the step. */
export async function untilStep(world: World, caseId: string, step: string): Promise<CaseView> {
  const auditor = await world.as('auditor');
  for (let moves = 0; moves < 20; moves += 1) {
    const view = await auditor.case(caseId);
    if (view.position.some(({ id }) => id === step)) return view;
    await auditor.write('advanceClock', '/clock/advance', { to: 'next-working-day' });
  }
  throw new Error(`the case does not come to ${step}`);
}
