import { Worker } from 'node:worker_threads';
import type { PrintSheet } from '@careway/runtime';
import { refuse } from '../problem.js';
import type { PrintAnswer, PrintedPdf, PrintJob } from './pdf-job.js';

interface Waiting {
  readonly resolve: (pdf: PrintedPdf) => void;
  readonly reject: (error: Error) => void;
}

/** Documents that may wait for the thread; more are refused rather than kept waiting for minutes. */
const room = 50;
/** After so long without work the thread ends and its fonts leave memory. */
const idleMilliseconds = 120_000;

/** Lays documents out as PDF in a thread of its own, started by the first one and again after a fault. */
export class PdfPrinter {
  #worker: Worker | undefined;
  #jobs = 0;
  #idle: NodeJS.Timeout | undefined;
  readonly #waiting = new Map<number, Waiting>();

  /** @throws ProblemError PRINTER_BUSY when too many documents wait already. */
  async print(sheet: PrintSheet, locale: PrintJob['locale']): Promise<PrintedPdf> {
    if (this.#waiting.size >= room) refuse('PRINTER_BUSY');
    clearTimeout(this.#idle);
    const worker = (this.#worker ??= this.#start());
    this.#jobs += 1;
    const job: PrintJob = { id: this.#jobs, sheet, locale };
    return new Promise((resolve, reject) => {
      this.#waiting.set(job.id, { resolve, reject });
      worker.postMessage(job);
    });
  }

  #start(): Worker {
    const worker = startThread();
    worker.unref();
    worker.on('message', (answer: PrintAnswer) => this.#answered(answer));
    worker.on('error', (error: Error) => this.#broken(worker, error));
    worker.on('exit', () => this.#broken(worker, new Error('the printing thread ended')));
    return worker;
  }

  #answered(answer: PrintAnswer): void {
    const waiting = this.#waiting.get(answer.id);
    this.#waiting.delete(answer.id);
    if ('error' in answer) waiting?.reject(new Error(answer.error));
    else waiting?.resolve(answer);
    if (this.#waiting.size === 0) this.#idle = setTimeout(() => this.#rest(), idleMilliseconds).unref();
  }

  #rest(): void {
    const worker = this.#worker;
    this.#worker = undefined;
    void worker?.terminate();
  }

  #broken(worker: Worker, error: Error): void {
    if (this.#worker !== worker) return;
    this.#worker = undefined;
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}

/** The built thread; from source, where there is only TypeScript, one that loads it by tsx as the server itself was. */
function startThread(): Worker {
  if (!import.meta.url.endsWith('.ts')) return new Worker(new URL('./pdf-worker.js', import.meta.url));
  const [loader, thread] = [import.meta.resolve('tsx/esm/api'), new URL('./pdf-worker.ts', import.meta.url).href].map((url) =>
    JSON.stringify(url),
  );
  return new Worker(`import(${loader}).then(({ register }) => { register(); return import(${thread}); });`, { eval: true });
}
