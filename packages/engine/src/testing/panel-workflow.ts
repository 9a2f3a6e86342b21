import type { WorkflowDefinition } from '@careway/definition';
import { label } from './grant-workflow.js';

const seat = (id: string) => ({ id, role: 'expert', assigned: true });

/** Three experts named by an officer score in two branches at once; a quorum of two may go on; a head ends it. */
export const panelWorkflow: WorkflowDefinition = {
  id: 'panel',
  version: '1.0.0',
  label: label('评定'),
  parties: [{ id: 'applicant', label: label('applicant'), kinds: ['organisation'] }],
  facts: [
    {
      id: 'site_mean',
      label: label('现场平均'),
      type: 'decimal',
      from: { kind: 'sheets', step: 'site', field: 'score', function: 'mean', scale: 2 },
    },
    {
      id: 'site_spread',
      label: label('现场差'),
      type: 'decimal',
      from: { kind: 'sheets', step: 'site', field: 'score', function: 'spread' },
    },
    {
      id: 'site_count',
      label: label('现场份数'),
      type: 'integer',
      from: { kind: 'sheets', step: 'site', field: 'score', function: 'count' },
    },
    {
      id: 'papers_same',
      label: label('材料一致'),
      type: 'boolean',
      from: { kind: 'sheets', step: 'papers', field: 'level', function: 'same' },
    },
    { id: 'passes', label: label('达标'), type: 'boolean', from: { kind: 'derived', expression: 'site_mean >= 60' } },
    {
      id: 'earlier_ratings',
      label: label('以前的评定'),
      type: 'integer',
      from: { kind: 'register', register: 'certificates', field: 'certificate_no', match: { facility: 'facility' }, function: 'count' },
    },
    { id: 'facility', label: label('机构'), type: 'text', from: { kind: 'submission', field: 'facility' } },
    {
      id: 'plaque',
      label: label('牌匾'),
      type: 'code',
      default: 'none',
      from: { kind: 'register', register: 'facilities', key: 'facility', field: 'plaque' },
    },
  ],
  entries: [{ id: 'application', to: 'naming' }],
  steps: [
    {
      id: 'naming',
      label: label('组建专家组'),
      kind: 'task',
      assignee: { role: 'officer' },
      actions: [
        {
          id: 'ASSIGN',
          label: label('指派'),
          kind: 'assign',
          to: 'review',
          assign: {
            steps: ['papers', 'site'],
            register: 'experts',
            key: 'account',
            conditions: [
              { where: 'status = "active"', reason: label('不在库') },
              { where: 'employer_kind != "home"', reason: label('在养老机构任职') },
            ],
          },
        },
      ],
    },
    {
      id: 'papers',
      label: label('材料评审'),
      kind: 'task',
      assignee: { role: 'officer' },
      vote: { rule: 'all', quorum: 2, seats: [seat('e1'), seat('e2'), seat('e3')] },
      actions: [
        { id: 'SUBMIT', label: label('提交'), kind: 'move', to: '$done', form: 'papers-sheet' },
        { id: 'NAME', label: label('改派'), kind: 'assign', assign: { steps: ['papers', 'site'] } },
      ],
    },
    {
      id: 'site',
      label: label('现场评审'),
      kind: 'task',
      assignee: { role: 'officer' },
      vote: { rule: 'all', quorum: 2, seats: [seat('e1'), seat('e2'), seat('e3')] },
      actions: [{ id: 'SUBMIT', label: label('提交'), kind: 'move', to: '$done', form: 'site-sheet' }],
    },
    {
      id: 'verdict',
      label: label('评定'),
      kind: 'task',
      assignee: { role: 'head' },
      actions: [
        { id: 'CONFIRM', label: label('确认'), kind: 'move', paths: [{ when: 'passes', to: 'done' }, { to: 'failed' }] },
        { id: 'RETURN', label: label('退回'), kind: 'return', to: 'site', requires: ['reason'] },
      ],
    },
    {
      id: 'done',
      label: label('完成'),
      kind: 'end',
      ending: 'completed',
      actions: [{ id: 'REOPEN', label: label('重开'), kind: 'reopen', by: 'applicant', to: 'naming', times: 1 }],
    },
    { id: 'failed', label: label('未达标'), kind: 'end', ending: 'completed' },
  ],
  blocks: [
    {
      id: 'review',
      label: label('评审'),
      join: 'all',
      to: 'verdict',
      branches: [
        { id: 'a', entry: 'papers', members: ['papers'] },
        { id: 'b', entry: 'site', members: ['site'] },
      ],
    },
  ],
  clocks: [],
  procedures: [
    {
      id: 'recusal',
      label: label('回避'),
      kind: 'recuse',
      steps: ['papers', 'site'],
      request: { role: 'officer', parties: true },
      decide: { rule: 'any', seats: [{ id: 'head', role: 'head' }] },
      basis: { source: 'city-set' },
    },
  ],
};
