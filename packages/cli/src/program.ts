import { Command } from 'commander';
import type { Answer } from './answer.js';
import type { VerbName } from './answers/index.js';
import type { Io } from './io.js';
import { readDateOption, readInstantOption } from './read-date.js';
import { readJsonOption, readObjectOption } from './read-json.js';
import { checkPackFolder } from './verbs/check.js';
import { diffPacks } from './verbs/diff.js';
import { describe } from './verbs/describe.js';
import { describeWorkflow } from './verbs/describe-workflow.js';
import { evalDecision } from './verbs/eval.js';
import { scoreForm } from './verbs/score.js';
import { simulateScript } from './verbs/simulate.js';
import { testPack } from './verbs/test.js';
import { workday } from './verbs/workday.js';

export interface Outcome {
  exit: number;
  answer?: Answer;
}

/** The command line: verbs, options and help. Verbs answer data; nothing is printed here. */
export function program(io: Io, outcome: Outcome): Command {
  const root = new Command('careway');
  root
    .description('颐程 Careway: workflows and forms for elderly-care administration, as data')
    .configureOutput({ writeOut: (text) => io.out(text.trimEnd()), writeErr: (text) => io.err(text.trimEnd()) })
    .exitOverride()
    .addHelpText(
      'after',
      '\nExit: 0 fine, 1 findings, 2 wrong usage, 3 internal fault. --json prints one JSON value; --schema prints its schema.',
    );

  const verb = (name: VerbName, args: string, description: string, example: string) =>
    root
      .command(`${name} ${args}`.trim())
      .description(description)
      .option('--json', 'print one JSON value')
      .option('--schema', 'print the JSON Schema of the answer and stop')
      .addHelpText('after', `\nExample:\n  ${example}`)
      .configureOutput({ writeOut: (text) => io.out(text.trimEnd()), writeErr: (text) => io.err(text.trimEnd()) })
      .exitOverride();
  const answer = (run: () => Answer) => {
    outcome.answer = run();
  };

  verb('check', '<pack>', 'load a pack with its bases, validate and analyse it', 'careway check examples/<city>').action((pack: string) =>
    answer(() => checkPackFolder(pack)),
  );
  verb('eval', '<pack> <decision>', 'what a decision says about facts', `careway eval examples/<city> <decision> --facts facts.json`)
    .requiredOption('--facts <json>', 'facts as JSON or a file; rows as "items": [...]')
    .option('--on <date>', 'legal date, ISO; today when left out')
    .action((pack: string, decision: string, options: { facts: string; on?: string }) =>
      answer(() =>
        evalDecision(pack, decision, {
          facts: readObjectOption('--facts', options.facts),
          on: readDateOption('--on', options.on) ?? io.today(),
        }),
      ),
    );
  verb('score', '<pack> <form>', 'validate a submission to a form', 'careway score examples/<city> <form> --data submission.json')
    .requiredOption('--data <json>', 'the submission as JSON or a file')
    .option('--on <date>', 'the day on which it is filed, ISO; today when left out')
    .action((pack: string, form: string, options: { data: string; on?: string }) =>
      answer(() =>
        scoreForm(pack, form, { data: readJsonOption('--data', options.data), today: readDateOption('--on', options.on) ?? io.today() }),
      ),
    );
  verb(
    'describe',
    '<pack> [id]',
    'what a pack holds: services, workflows, decisions with inputs and outputs, forms, registers',
    'careway describe examples/<city>',
  )
    .option('--handbook <language>', 'of a workflow: the page that a bureau can read, as Markdown; zh-CN or en')
    .option('--picture <language>', 'of a workflow: its drawing as SVG; zh-CN or en')
    .action((pack: string, id: string | undefined, options: { handbook?: string; picture?: string }) =>
      answer(() => ((options.handbook ?? options.picture) === undefined ? describe(pack, id) : describeWorkflow(pack, id, options))),
    );
  verb(
    'diff',
    '<packA> <packB>',
    'what the second pack has otherwise than the first, in plain language',
    'careway diff workflows examples/<city>',
  ).action((packA: string, packB: string) => answer(() => diffPacks(packA, packB)));
  verb('test', '<pack>', 'run the scenarios of a pack; coverage of steps, actions and rows', 'careway test examples/<city>')
    .option('--mutate', 'also change every figure, guard and assignee and tell which changes no scenario notices')
    .action((pack: string, options: { mutate?: boolean }) => answer(() => testPack(pack, { mutate: options.mutate ?? false })));
  verb(
    'simulate',
    '<pack> <workflow>',
    'run a script of commands in memory: path, tasks, clocks, amounts, letters',
    'careway simulate examples/<city> subsidy-approval --script script.json',
  )
    .requiredOption('--script <json>', 'a script in the format of a scenario, as JSON or a file')
    .option('--now <instant>', 'where the clock starts; the script’s own start when left out')
    .action((pack: string, workflow: string, options: { script: string; now?: string }) =>
      answer(() =>
        simulateScript(pack, workflow, {
          script: readObjectOption('--script', options.script),
          now: readInstantOption('--now', options.now),
        }),
      ),
    );
  verb('workday', '<pack>', 'the last day of a time limit; day 1 is the day after', 'careway workday workflows --from 2026-09-28 --days 5')
    .requiredOption('--from <date>', 'the day from which it runs, ISO')
    .requiredOption('--days <number>', 'how many days')
    .option('--unit <unit>', 'working or calendar', 'working')
    .action((pack: string, options: { from: string; days: string; unit: string }) =>
      answer(() => workday(pack, { from: options.from, days: Number(options.days), unit: options.unit })),
    );
  addServe(root, io, outcome);
  return root;
}

function addServe(root: Command, io: Io, outcome: Outcome): void {
  root
    .command('serve')
    .description('the whole product: API and web on one port of 127.0.0.1')
    .option('--data <folder>', 'where the embedded database lies', 'data')
    .option('--pack <folder>', 'pack to serve, base packs are found; may be given again', collect, [])
    .option('--port <number>', 'port', '8040')
    .option('--demo', 'seed the demo people and registers of the pack and show their log-ins')
    .configureOutput({ writeOut: (text) => io.out(text.trimEnd()), writeErr: (text) => io.err(text.trimEnd()) })
    .exitOverride()
    .addHelpText('after', '\nExample:\n  careway serve --demo --pack examples/<city> --port 8040')
    .action(async (options: { data: string; pack: string[]; port: string; demo?: boolean }) => {
      // Only this verb needs the server; the others start without loading it.
      const { serve } = await import('./verbs/serve.js');
      outcome.exit = await serve(io, {
        dataDir: options.data,
        packDirs: options.pack,
        port: Number(options.port),
        demo: options.demo ?? false,
      });
    });
}

function collect(value: string, all: string[]): string[] {
  return [...all, value];
}
