import type {
  ActionDefinition,
  BlockDefinition,
  ProcedureDefinition,
  RegisterWrite,
  StepDefinition,
  WorkflowDefinition,
} from '@careway/definition';
import fc from 'fast-check';
import { action, clock, label } from './grant-workflow.js';

/** What a generated step is like. */
interface StepShape {
  readonly kind: 'step';
  readonly vote: 'none' | 'any' | 'all' | 'ordered' | 'ratio';
  readonly seats: number;
  readonly fails: 'end' | 'first' | 'own-paths';
  readonly clock: 'none' | 'breach' | 'act' | 'undetermined';
  readonly keep: boolean;
  readonly skip: boolean;
  readonly decides: boolean;
}

interface BlockShape {
  readonly kind: 'block';
  readonly join: 'all' | 'any';
  readonly branches: readonly (readonly Shape[])[];
}

type Shape = StepShape | BlockShape;

const stepShape: fc.Arbitrary<StepShape> = fc.record({
  kind: fc.constant('step' as const),
  vote: fc.constantFrom('none', 'none', 'any', 'all', 'ordered', 'ratio'),
  seats: fc.integer({ min: 2, max: 3 }),
  fails: fc.constantFrom('end', 'first', 'own-paths'),
  clock: fc.constantFrom('none', 'breach', 'act', 'undetermined'),
  keep: fc.boolean(),
  skip: fc.boolean(),
  decides: fc.boolean(),
});

const sequence = (depth: number, most: number): fc.Arbitrary<readonly Shape[]> =>
  fc.array(depth === 0 ? stepShape : fc.oneof({ weight: 3, arbitrary: stepShape }, { weight: 1, arbitrary: blockShape(depth - 1) }), {
    minLength: 1,
    maxLength: most,
  });

const blockShape = (depth: number): fc.Arbitrary<BlockShape> =>
  fc.record({
    kind: fc.constant('block' as const),
    join: fc.constantFrom('all', 'any'),
    branches: fc.array(sequence(depth, 2), { minLength: 2, maxLength: 3 }),
  });

/** Small workflows with parallel blocks, votes, returns, clocks with escalation, decisions and side procedures, nested at most twice. */
export const randomWorkflow: fc.Arbitrary<WorkflowDefinition> = sequence(2, 4).map((shapes) => new WorkflowMaker().make(shapes));

const escalation = [
  { afterDays: 0, role: 'officer' },
  { afterDays: 1, role: 'head' },
];

/** A record written by whoever goes on. */
const writes: RegisterWrite[] = [{ id: 'log', register: 'log', mode: 'upsert', key: 'note', set: { note: 'note' } }];

const procedure = (id: string, kind: ProcedureDefinition['kind'], to: string): ProcedureDefinition => ({
  id,
  label: label(id),
  kind,
  to,
  request: { role: 'clerk' },
  decide: { rule: 'any', seats: [{ id: 'one', role: 'clerk' }] },
  writes,
  basis: { source: 'city-set' },
});

class WorkflowMaker {
  private readonly steps: StepDefinition[] = [];
  private readonly blocks: BlockDefinition[] = [];
  private count = 0;

  make(shapes: readonly Shape[]): WorkflowDefinition {
    const entry = this.region(shapes, 'completed')[0] ?? 'completed';
    return {
      id: 'random',
      version: '1.0.0',
      label: label('random'),
      params: ['days', 'hold_days'].map((id) => ({ id, label: label(id), type: 'integer', value: 3, basis: { source: 'city-set' } })),
      parties: [{ id: 'applicant', label: label('applicant'), kinds: ['person'] }],
      facts: [{ id: 'note', label: label('note'), type: 'text', from: { kind: 'submission' } }],
      entries: [{ id: 'start', to: entry }],
      steps: [
        ...this.steps,
        {
          id: 'again',
          label: label('again'),
          kind: 'task',
          assignee: { role: 'clerk' },
          actions: [action({ id: 'NEXT', kind: 'move', to: 'completed' })],
        },
        { id: 'completed', label: label('c'), kind: 'end', ending: 'completed' },
        {
          id: 'rejected',
          label: label('r'),
          kind: 'end',
          ending: 'not-accepted',
          actions: [action({ id: 'REOPEN', kind: 'reopen', by: 'applicant', to: entry })],
        },
        { id: 'terminated', label: label('t'), kind: 'end', ending: 'terminated' },
      ],
      corrections: { role: 'clerk' },
      procedures: [procedure('revoke', 'revoke-decision', 'again'), procedure('terminate', 'terminate', 'terminated')],
      blocks: this.blocks,
      clocks: [
        clock({ id: 'breach', param: 'days', unit: 'working-day', onDue: 'breach', pausesForSupplement: true, escalation }),
        clock({ id: 'act', param: 'days', unit: 'calendar-day', onDue: 'act' }),
        clock({ id: 'undetermined', until: 'nothing', unit: 'calendar-day', onDue: 'breach' }),
      ],
    };
  }

  /** Ids of a region's members in order; the last one leaves the region by `leave`. */
  private region(shapes: readonly Shape[], leave: string): string[] {
    const ids = shapes.map((shape) => `${shape.kind === 'step' ? 's' : 'b'}${++this.count}`);
    shapes.forEach((shape, index) => {
      const id = ids[index] as string;
      const next = ids[index + 1] ?? leave;
      if (shape.kind === 'step') this.step(id, shape, { next, first: ids[0] as string, skip: ids[index + 2] ?? leave });
      else this.block(id, shape, next);
    });
    return ids;
  }

  private block(id: string, shape: BlockShape, to: string): void {
    const branches = shape.branches.map((branch, index) => {
      const members = this.region(branch, '$done');
      return { id: `r${index}`, entry: members[0] as string, members };
    });
    this.blocks.push({ id, label: label(id), branches, join: shape.join, to });
  }

  private step(id: string, shape: StepShape, ways: { readonly next: string; readonly first: string; readonly skip: string }): void {
    const actions: ActionDefinition[] = [
      action({ id: 'NEXT', kind: shape.decides ? 'decide' : 'move', to: ways.next, writes }),
      action({ id: 'RETURN', kind: 'return' }),
      action({ id: 'SUPPLEMENT', kind: 'supplement' }),
      action({ id: 'END', kind: 'withdraw', to: 'rejected' }),
    ];
    if (shape.vote !== 'none') actions.push(action({ id: 'AGAINST', kind: 'move', to: ways.next, vote: 'against' }));
    if (shape.skip) actions.push(action({ id: 'SKIP', kind: 'move', to: ways.skip }));
    if (shape.clock === 'act') actions.push(action({ id: 'PERIOD_ENDED', kind: 'period-ended', to: ways.next }));
    const against = shape.fails === 'end' ? 'rejected' : shape.fails === 'first' && ways.first !== id ? ways.first : undefined;
    const seats = Array.from({ length: shape.seats }, (_, index) => ({ id: `seat-${index}`, role: 'clerk' }));
    const vote =
      shape.vote === 'none' ? undefined : { rule: shape.vote, seats, ratio: '2/3', ...(against === undefined ? {} : { against }) };
    this.steps.push({
      id,
      label: label(id),
      kind: 'task',
      assignee: { role: 'clerk' },
      ...(vote ? { vote } : {}),
      ...(shape.clock === 'none' ? {} : { clocks: [shape.clock] }),
      ...(shape.keep ? { resume: 'keep-unchanged' as const } : {}),
      actions,
    });
  }
}
