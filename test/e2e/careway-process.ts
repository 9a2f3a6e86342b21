import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const PASSWORD = 'careway-demo-2021';
const READY_WITHIN = 90_000;

/** The demo product as a process of its own on a data folder of its own. It can be killed without warning and started again. */
export interface CarewayProcess {
  readonly address: string;
  /** Password of every demo log-in. */
  readonly password: string;
  /** Ends the process at once (`kill -9`) and starts a new one on the same folder and port; resolves when it answers. */
  readonly killAndRestart: () => Promise<void>;
  /** Ends the process and removes its folder. */
  readonly close: () => Promise<void>;
}

export async function startCareway(): Promise<CarewayProcess> {
  const data = mkdtempSync(join(tmpdir(), 'careway-e2e-'));
  const port = await freePort();
  let server = await serve(data, port);
  const end = async () => {
    const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
    server.kill('SIGKILL');
    await ended;
  };
  return {
    address: `http://127.0.0.1:${port}`,
    password: PASSWORD,
    killAndRestart: async () => {
      await end();
      server = await serve(data, port);
    },
    close: async () => {
      await end();
      rmSync(data, { recursive: true, force: true });
    },
  };
}

async function serve(data: string, port: number): Promise<ChildProcess> {
  const command = [
    'packages/cli/src/bin.ts',
    'serve',
    '--demo',
    '--pack',
    'examples/hohhot',
    '--pack',
    'workflows',
    '--data',
    data,
    '--port',
    String(port),
  ];
  const child = spawn(process.execPath, ['--conditions=@careway/source', '--import', 'tsx', ...command], {
    cwd: ROOT,
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  await new Promise<void>((resolve, reject) => {
    let said = '';
    const timer = setTimeout(() => reject(new Error(`The server did not start:\n${said}`)), READY_WITHIN);
    const listen = (chunk: Buffer) => {
      said += chunk.toString();
      if (!said.includes(`127.0.0.1:${port}`)) return;
      clearTimeout(timer);
      resolve();
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`The server ended with ${code}:\n${said}`));
    });
  });
  return child;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port'))));
    });
  });
}
