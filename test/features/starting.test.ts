import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TestClient } from '@careway/server/testing';
import { afterAll, describe, expect, it } from 'vitest';
import { type ServerProcess, spawnServer } from './server-process.js';
import { homeAnswers, service } from './world.js';

const folders: string[] = [];
const started: ServerProcess[] = [];
const folder = () => {
  const made = mkdtempSync(join(tmpdir(), 'careway-start-'));
  folders.push(made);
  return made;
};
const start = (dataDir: string, port = 0) => {
  const server = spawnServer(dataDir, port);
  started.push(server);
  return server;
};
afterAll(async () => {
  for (const { child, ended } of started) {
    child.kill('SIGKILL');
    await ended;
  }
  for (const made of folders) rmSync(made, { recursive: true, force: true });
});

describe('starting the server', () => {
  const dataDir = folder();
  let number = '';

  it('prints the address and the log-ins, and keeps what was acknowledged when it is killed', { timeout: 180_000 }, async () => {
    const first = start(dataDir);
    const agent = new TestClient(await first.address);
    expect(first.printed()).toMatch(/agent-a +申请人/);
    await agent.logIn('agent-a', /password of all: (\S+)\)/.exec(first.printed())?.[1] ?? '');
    const draft = (await agent.post('/drafts', { service })).json as { id?: string; version?: number };
    const elder = {
      elder_name: '王某',
      identity_number: '15019919450312002X',
      disability_level: 'severe',
      local_hukou: true,
      service_24h: true,
    };
    const data = { ...homeAnswers, rows: [{ ...elder, community: '海东社区' }] };
    await agent.put(`/drafts/${draft.id}`, { data }, { version: draft.version ?? 0 });
    const receipt = await agent.post(`/drafts/${draft.id}/submit`, {});
    expect(receipt.status).toBe(201);
    number = (receipt.json as { caseId?: string }).caseId ?? '';
    first.child.kill('SIGKILL');
    expect(await first.ended).toBe('SIGKILL');

    const second = start(dataDir);
    const again = new TestClient(await second.address);
    again.cookie = agent.cookie;
    // the session outlives the process too: only its time ends it
    expect((await again.get(`/cases/${number}`)).json).toMatchObject({ id: number, items: [{ row: 1 }] });
    second.child.kill('SIGTERM');
    expect(await second.ended).toBe(0);
  });

  it('says in one line that the port is taken', { timeout: 180_000 }, async () => {
    const first = start(dataDir);
    const { port } = new URL(await first.address);
    const second = start(folder(), Number(port));
    expect(await second.ended).toBe(1);
    expect(second.printed().trim()).toBe(
      `Port ${port} is taken. Stop the other program, or start with another one: --port ${Number(port) + 1}`,
    );
    first.child.kill('SIGINT');
    expect(await first.ended).toBe(0);
  });

  it('says in one line that the folder cannot be written', { timeout: 180_000 }, async () => {
    const file = join(folder(), 'file');
    writeFileSync(file, '');
    const server = start(file);
    expect(await server.ended).toBe(1);
    expect(server.printed().trim()).toMatch(/^The folder .* cannot be written .*$/);
  });

  it('says in one line that the database is of a newer version, and leaves it as it is', { timeout: 180_000 }, async () => {
    const database = join(dataDir, 'careway.db');
    const bytes = readFileSync(database);
    // SQLite keeps user_version in bytes 60 to 63 of the first page
    const newer = Buffer.from(bytes);
    newer.writeUInt32BE(newer.readUInt32BE(60) + 1, 60);
    const other = folder();
    writeFileSync(join(other, 'careway.db'), newer);
    const server = start(other);
    expect(await server.ended).toBe(1);
    expect(server.printed().trim().split('\n')).toHaveLength(1);
    expect(server.printed()).toMatch(/newer/);
    expect(readFileSync(join(other, 'careway.db')).equals(newer)).toBe(true);
  });
});
