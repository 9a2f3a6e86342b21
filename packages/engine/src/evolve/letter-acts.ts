import type { LetterState } from '../types/state.js';
import type { ActHandlers } from './evolve.js';
import { slotValue } from './read-slot.js';

export const letterHandlers: ActHandlers<'LetterIssued' | 'NumberAssigned' | 'LetterDelivered'> = {
  LetterIssued(state, act) {
    const reason = slotValue<string>(act, 'reason');
    const opinion = slotValue<string>(act, 'opinion');
    const list = slotValue<{ what: string; why: string }[]>(act, 'list');
    const named = act.data.facts ?? [];
    const facts = Object.fromEntries(named.map((id) => [id, state.facts[id] ?? null]));
    const letter: LetterState = {
      ...act.data.letter,
      ...(reason === undefined ? {} : { reason }),
      ...(opinion === undefined ? {} : { opinion }),
      ...(list === undefined ? {} : { list }),
      ...(named.length === 0 ? {} : { facts }),
    };
    return { ...state, letters: [...state.letters, letter] };
  },

  NumberAssigned(state, act) {
    const { letter: id, number } = act.data;
    if (act.data.for === 'case') return { ...state, number };
    const letters = state.letters.map((letter) =>
      letter.id === id ? { ...letter, number, status: letter.status === 'numbering' ? ('issued' as const) : letter.status } : letter,
    );
    return { ...state, letters };
  },

  LetterDelivered(state, act) {
    const { letter: id, method, remedies } = act.data;
    const receiptFor = act.data.receiptFor ?? slotValue<string>(act, 'receiptFor');
    const receipt = slotValue<string>(act, 'receipt');
    const delivery = {
      method,
      on: act.effectiveOn,
      ...(receipt === undefined ? {} : { receipt }),
      ...(receiptFor === undefined ? {} : { receiptFor }),
    };
    const letters = state.letters.map((letter) =>
      letter.id === id ? { ...letter, status: 'delivered' as const, delivery, remedies } : letter,
    );
    return { ...state, letters };
  },
};
