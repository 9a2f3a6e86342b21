import { type ChildProcess, spawn } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { crashPoints } from './crash-points.js';
import type { Acknowledged, Sent, WorkerOrder } from './protocol.js';

export interface RunOptions {
  readonly worker: string;
  readonly dataDir: string;
  readonly city: string;
  readonly packFile: string;
  /** The list of acknowledgements, kept by this process only. */
  readonly listFile: string;
  readonly kills: number;
  readonly seed: number;
  /** Acknowledged commands before a kill, at least. */
  readonly acknowledgedBefore: number;
}

export interface RunReport {
  kills: number;
  /** Kills while a command was sent and not answered. */
  midCommand: number;
  acknowledged: number;
  failed: number;
  readonly failures: string[];
  /** Fewest acknowledged commands between two kills. */
  fewest: number;
  readonly points: Map<string, number>;
  unanswered?: Sent;
}

/** Starts a worker, kills it, starts it again on the same database, and again; the last one ends by itself. */
export async function killRun(options: RunOptions): Promise<RunReport> {
  const report: RunReport = {
    kills: 0,
    midCommand: 0,
    acknowledged: 0,
    failed: 0,
    failures: [],
    fewest: Number.POSITIVE_INFINITY,
    points: new Map(),
  };
  for (let round = 0; round < options.kills; round += 1) {
    // Two of three die at a named point, the others whenever the signal comes.
    const point = round % 3 === 2 ? undefined : crashPoints[(round + options.seed) % crashPoints.length];
    await life(options, report, { round, point });
  }
  await life(options, report, { round: options.kills, point: undefined, last: true });
  return report;
}

/** Acknowledgements after which a worker is killed all the same: its point may never be passed. */
const patienceForPoint = 100;

interface Life {
  readonly round: number;
  readonly point: string | undefined;
  readonly last?: boolean;
}

async function life(options: RunOptions, report: RunReport, { round, point, last = false }: Life): Promise<void> {
  const after = options.acknowledgedBefore + ((round * 7) % 5);
  const order: WorkerOrder = {
    dataDir: options.dataDir,
    city: options.city,
    packFile: options.packFile,
    seed: options.seed * 1000 + round,
    ...(point === undefined ? {} : { crash: { point, after } }),
    ...(last ? { commands: 30 } : {}),
    ...(report.unanswered ? { resend: report.unanswered } : {}),
  };
  const child = spawn(process.execPath, [options.worker], {
    env: { ...process.env, KILL_ORDER: JSON.stringify(order) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let acknowledged = 0;
  let complaints = '';
  child.stderr?.on('data', (text: Buffer) => {
    complaints += text.toString();
  });
  delete report.unanswered;
  for await (const line of createInterface({ input: child.stdout as NodeJS.ReadableStream })) {
    const { kind, value } = JSON.parse(line) as { kind: string; value: Acknowledged & Sent };
    if (kind === 'sent') report.unanswered = value;
    if (kind === 'acknowledged' || kind === 'failed') {
      delete report.unanswered;
      if (kind === 'failed') {
        report.failed += 1;
        report.failures.push(JSON.stringify(value));
      } else {
        acknowledged += 1;
        appendFileSync(options.listFile, `${JSON.stringify(value)}\n`);
      }
    }
    const patience = point === undefined ? after : after + patienceForPoint;
    // The signal goes out while a command is under way; when it lands is chance.
    if (!last && acknowledged >= patience && kind === 'sent') child.kill('SIGKILL');
  }
  const signal = await ended(child);
  if (last ? signal !== null : signal !== 'SIGKILL') throw new Error(`the worker ended by itself (${signal}): ${complaints.slice(-2000)}`);
  report.acknowledged += acknowledged;
  if (last) return;
  report.kills += 1;
  report.fewest = Math.min(report.fewest, acknowledged);
  if (report.unanswered) report.midCommand += 1;
  const name = point === undefined || acknowledged >= after + patienceForPoint ? 'signal' : point;
  report.points.set(name, (report.points.get(name) ?? 0) + 1);
}

function ended(child: ChildProcess): Promise<NodeJS.Signals | null> {
  if (child.exitCode !== null || child.signalCode !== null)
    return Promise.resolve(child.exitCode === 0 ? null : (child.signalCode ?? 'SIGABRT'));
  return new Promise((resolve) => child.once('exit', (code, signal) => resolve(signal ?? (code === 0 ? null : 'SIGABRT'))));
}
