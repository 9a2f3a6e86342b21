import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const program = `
  import { startServer } from '@careway/server';
  const [dataDir, port] = process.argv.slice(-2);
  try {
    await startServer({ dataDir, port: Number(port), packDirs: ['examples/hohhot'], demo: true, passwordCost: { memoryCost: 1024, timeCost: 1 } });
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
`;

/** A server in a process of its own, as a person starts it. */
export interface ServerProcess {
  readonly child: ChildProcess;
  /** Everything printed so far. */
  printed(): string;
  /** Address as soon as it is printed. */
  readonly address: Promise<string>;
  /** Exit code, or the signal that ended it. */
  readonly ended: Promise<number | string>;
}

export function spawnServer(dataDir: string, port: number): ServerProcess {
  const args = ['--conditions=@careway/source', '--import', 'tsx', '--input-type=module', '--eval', program, '--', dataDir, String(port)];
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  let text = '';
  let told: (address: string) => void = () => {};
  const address = new Promise<string>((resolve) => {
    told = resolve;
  });
  const take = (chunk: Buffer) => {
    text += chunk.toString();
    const found = /http:\/\/127\.0\.0\.1:\d+/.exec(text);
    if (found && text.includes('Ctrl+C')) told(found[0]);
  };
  child.stdout?.on('data', take);
  child.stderr?.on('data', take);
  const ended = new Promise<number | string>((resolve) => child.once('exit', (code, signal) => resolve(code ?? signal ?? 'unknown')));
  return { child, printed: () => text, address, ended };
}
