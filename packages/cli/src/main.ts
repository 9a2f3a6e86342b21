import { CommanderError } from 'commander';
import { exitCodes, UsageError } from './answer.js';
import { answerSchemas, type VerbName } from './answers/index.js';
import { type Io, processIo } from './io.js';
import { BrokenPack } from './load-composed.js';
import { issueJson, issueLines } from './print-issues.js';
import { type Outcome, program } from './program.js';

/**
 * Runs one command line and resolves to its exit code: 0 fine, 1 findings, 2 wrong usage, 3 internal fault. With `--json` exactly one
 * JSON value is printed to stdout, whatever happens.
 */
export async function main(argv: readonly string[], io: Io = processIo): Promise<number> {
  const json = argv.includes('--json');
  // The schema of an answer is told without the verb's own arguments.
  if (argv.includes('--schema') && isVerb(argv[0])) {
    io.out(JSON.stringify(answerSchemas[argv[0]], null, json ? undefined : 2));
    return exitCodes.fine;
  }
  const outcome: Outcome = { exit: exitCodes.fine };
  // Commander's own complaints become part of the one JSON value.
  const quiet: Io = json ? { ...io, err: () => undefined } : io;
  try {
    await program(quiet, outcome).parseAsync([...argv], { from: 'user' });
  } catch (error) {
    return failed(error, io, json);
  }
  if (!outcome.answer) return outcome.exit;
  if (json) io.out(JSON.stringify(outcome.answer.json));
  else for (const line of outcome.answer.text) io.out(line);
  return outcome.answer.exit;
}

function isVerb(name: string | undefined): name is VerbName {
  return name !== undefined && Object.hasOwn(answerSchemas, name);
}

function failed(error: unknown, io: Io, json: boolean): number {
  if (error instanceof CommanderError && error.exitCode === 0) return exitCodes.fine;
  if (error instanceof BrokenPack) {
    if (json) io.out(JSON.stringify({ status: 'broken-pack', message: error.message, issues: error.issues.map(issueJson) }));
    else for (const line of [...error.issues.flatMap(issueLines), error.message]) io.err(line);
    return exitCodes.findings;
  }
  const usage = error instanceof UsageError || error instanceof CommanderError;
  const message = error instanceof Error ? error.message : String(error);
  if (json) io.out(JSON.stringify({ status: usage ? 'usage' : 'fault', message }));
  else if (!(error instanceof CommanderError)) io.err(usage ? message : `Internal fault: ${message}`);
  return usage ? exitCodes.usage : exitCodes.fault;
}
