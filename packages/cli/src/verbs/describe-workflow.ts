import type { Locale } from '@careway/definition';
import { workflowHandbook, workflowPicture } from '@careway/proof';
import { type Answer, UsageError } from '../answer.js';
import { loadSound } from '../load-composed.js';

interface Wanted {
  readonly handbook?: string;
  readonly picture?: string;
}

/** `careway describe <pack> <workflow> --handbook|--picture`: a workflow for people to read. */
export function describeWorkflow(folder: string, id: string | undefined, { handbook, picture }: Wanted): Answer {
  const pack = loadSound(folder);
  const workflow = pack.workflows.get(id ?? '');
  if (!workflow) throw new UsageError(`Name a workflow: ${[...pack.workflows.keys()].join(', ')}`);
  const text =
    handbook === undefined
      ? workflowPicture(workflow, localeOf('--picture', picture))
      : workflowHandbook(pack, workflow.id, { locale: localeOf('--handbook', handbook), picture: `${workflow.id}.svg` });
  return { exit: 0, json: { pack: pack.manifest.id, document: text }, text: [text.trimEnd()] };
}

function localeOf(option: string, language: string | undefined): Locale {
  if (language === 'zh-CN' || language === 'en') return language;
  throw new UsageError(`${option}: zh-CN or en`);
}
