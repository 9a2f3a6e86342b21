import type { CaseState } from '@careway/engine';
import { checkCharacter } from '@careway/forms';
import type { CaseCommand } from '@careway/runtime';

export interface Step {
  readonly person: string;
  readonly command: CaseCommand;
}

/** A number from 0 to `below` - 1. */
export type Dice = (below: number) => number;

/** What somebody might do next with a case; `undefined` when only its clock moves it. */
export function nextCommand(state: CaseState, dice: Dice): Step | undefined {
  const task = state.tasks.find(({ role }) => role === 'street-clerk');
  // Many small commands: a task is taken and given back again and again.
  if (task && dice(10) < 6) {
    const person = task.takenBy ?? 'clerk-a';
    return { person, command: { type: task.takenBy === undefined ? 'TakeTask' : 'ReleaseTask', task: task.id } };
  }
  const step = state.position[0] ?? '';
  const take = (person: string, command: Omit<Extract<CaseCommand, { type: 'TakeAction' }>, 'type' | 'step'>): Step => ({
    person: task?.takenBy ?? person,
    command: { type: 'TakeAction', step, ...command },
  });
  if (step === 'accept') return dice(12) === 0 ? withdrawal(step) : take('clerk-a', { action: 'ACCEPT' });
  if (step === 'street-review') return review(state, take, dice);
  if (step === 'publicity') return dice(20) === 0 ? withdrawal(step) : undefined;
  if (step === 'district-decision') {
    const action = state.items.some(({ status }) => status === 'approved') ? 'APPROVE' : 'REFUSE_PROPOSED';
    return { person: 'officer-a', command: { type: 'TakeAction', step, action, opinion: '按街道意见办' } };
  }
  const letter = state.letters.find(({ status }) => status === 'issued');
  if (step === 'delivery' && letter) return take('clerk-a', { action: 'DELIVER', letter: letter.id, method: 'hand', receipt: '签收' });
  return undefined;
}

type Take = (person: string, command: Omit<Extract<CaseCommand, { type: 'TakeAction' }>, 'type' | 'step'>) => Step;

function review(state: CaseState, take: Take, dice: Dice): Step {
  const open = state.items.find(({ status }) => status === 'open' || status === 'held');
  if (open) {
    const refuse = dice(6) === 0;
    const more = refuse ? { reason: '不符合条件', clause: 'hohhot-plan-5-2-3' } : {};
    return take('clerk-a', { action: 'DECIDE_ROWS', items: [open.id], outcome: refuse ? 'refuse' : 'approve', ...more });
  }
  return take('clerk-a', { action: state.items.some(({ status }) => status === 'approved') ? 'PUBLISH' : 'SUBMIT' });
}

function withdrawal(step: string): Step {
  return { person: 'agent-a', command: { type: 'TakeAction', step, action: 'WITHDRAW' } };
}

/** A small application for elders that nobody else names. @param number unique within a run. */
export function application(number: number, dice: Dice): Readonly<Record<string, unknown>> {
  const rows = Array.from({ length: 1 + dice(2) }, (_, index) => ({
    elder_name: '王某某',
    identity_number: identity(number * 2 + index),
    disability_level: dice(2) === 0 ? 'moderate' : 'severe',
    local_hukou: true,
    service_24h: dice(5) > 0,
    community: '海东社区',
  }));
  return {
    facility_credit_code: '52150199MJ00000019',
    facility_name: '青城颐康养老院（演示）',
    facility_kind: 'social',
    facility_grade: 'level-4',
    service_month: '2021-06',
    contact_name: '李建国',
    contact_phone: '15400000001',
    declaration: true,
    rows,
  };
}

function identity(number: number): string {
  const day = 1 + (number % 28);
  const month = 1 + (Math.floor(number / 28) % 12);
  const year = 1930 + (Math.floor(number / 336) % 25);
  const order = 1 + (Math.floor(number / 8400) % 900);
  const digits = `150199${year}${String(month).padStart(2, '0')}${String(day).padStart(2, '0')}${String(order).padStart(3, '0')}`;
  return digits + checkCharacter(digits);
}
