import { composePacks } from '../compose-packs.js';
import type { ComposedPack } from '../documents.js';
import { parsePack } from '../parse-pack.js';
import { minimalDocuments, minimalPackFiles } from './minimal-pack.js';
import { setAt } from './set-at.js';

/** Documents by path, to be changed by a test. */
export type AllowanceDocuments = Record<string, Record<string, unknown>>;

const WORKFLOW = 'allowance/workflow.json';
const elder = (name: string, identity: string) => ({ name, identity, level: 'severe' });

/** The minimal pack made sound in every respect, with one scenario from filing to the end of the publicity period. For tests. */
export function allowanceDocuments(change: (documents: AllowanceDocuments) => void = () => undefined): AllowanceDocuments {
  const documents = minimalDocuments();
  setAt(documents['forms/roster/form.json'], '/schema', {
    type: 'object',
    required: ['month', 'roster'],
    properties: {
      month: { type: 'string', format: 'month' },
      centre: { type: 'string', maxLength: 20 },
      roster: {
        type: 'array',
        items: {
          type: 'object',
          required: ['name', 'identity', 'level'],
          properties: {
            name: { type: 'string' },
            identity: { type: 'string', format: 'identity' },
            level: { type: 'string', enum: ['severe'] },
          },
        },
      },
    },
  });
  setAt(documents['forms/roster/fixtures/valid/one.json'], '/roster', [elder('王某', '11010519491231002X')]);
  setAt(documents['allowance/decisions/care-allowance.json'], '/result/rounding', { scale: 2, mode: 'half-up' });
  setAt(documents[WORKFLOW], '/steps/1/clocks', ['review-limit']);
  setAt(documents[WORKFLOW], '/steps/2/clocks', ['review-limit']);
  setAt(documents[WORKFLOW], '/steps/4/clocks', ['review-limit']);
  documents['allowance/scenarios/granted.json'] = grantedScenario();
  change(documents);
  return documents;
}

/** The composed pack of `allowanceDocuments`. */
export function allowancePack(change?: (documents: AllowanceDocuments) => void): ComposedPack {
  const { pack, issues } = parsePack(minimalPackFiles(allowanceDocuments(change)));
  const { composed, issues: composing } = pack ? composePacks([pack]) : { issues: [] };
  if (!composed) throw new Error([...issues, ...composing].map(({ code, file, path }) => `${code} ${file} ${path}`).join('\n'));
  return composed;
}

function grantedScenario(): Record<string, unknown> {
  return {
    id: 'granted',
    label: { 'zh-CN': '公示期满', en: 'The publicity ends' },
    service: 'care-allowance',
    start: '2026-01-05',
    people: [
      { id: 'agent', role: 'centre-agent' },
      { id: 'chen', role: 'clerk' },
      { id: 'zhao', role: 'officer' },
    ],
    by: 'agent',
    registers: { facilities: [{ code: 'c1', name: '示例机构', grade: '1' }] },
    submission: { month: '2025-12', centre: 'c1', roster: [elder('王某', '11010519491231002X')] },
    expect: { position: ['review'], tasks: ['clerk@review'], clocks: { 'review-limit': '2026-01-12' } },
    script: [
      { by: 'zhao', step: 'review', action: 'ACCEPT', expect: { refused: 'NOT_YOUR_TASK', position: ['review'] } },
      { at: '2026-01-13', expect: { breached: ['review-limit'] } },
      {
        by: 'chen',
        step: 'review',
        action: 'ACCEPT',
        expect: { position: ['public-notice'], clocks: { 'review-limit': 'ended', publicity: '2026-01-20' } },
      },
      { at: '2026-01-21', expect: { position: ['decide'], tasks: ['officer@decide'], clocks: { publicity: 'ended' } } },
    ],
  };
}
