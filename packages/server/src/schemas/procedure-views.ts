import { anything, boolean, day, instant, integer, list, mapOf, object, oneOf, ref, string, type Shape } from './shape.js';

const text = ref('LocalizedText');
const person = ref('PersonView');
const vote = oneOf('for', 'against', 'abstain');
const procedureKind = oneOf('extend-clock', 'recuse', 'revoke-decision', 'terminate');
const formRef = object({ id: string, hash: string });

/** The shapes of who sits where in a case, what they filed, and of its side procedures. */
export const procedureViews: Readonly<Record<string, Shape>> = {
  SeatView: object(
    {
      step: string,
      stepLabel: text,
      seat: string,
      label: text,
      assigned: boolean,
      state: oneOf('vacant', 'waiting', 'voted', 'dropped'),
      mine: boolean,
    },
    { person, vote },
  ),
  SheetView: object(
    { step: string, stepLabel: text, action: text, by: person, on: day, form: formRef, answers: mapOf(anything), mine: boolean },
    { seat: string, seatLabel: text, erased: { const: true } },
  ),
  RecusalView: object({ step: string, stepLabel: text, person, dropped: boolean }, { seat: string, seatLabel: text }),
  RecordWriteView: object(
    { id: string, register: string, registerLabel: text, status: oneOf('requested', 'written', 'refused') },
    { key: string, why: oneOf('exists', 'missing'), item: string },
  ),
  PartyView: object({ party: string, label: text, kind: string, name: string, mine: boolean }),
  CorrectableFact: object(
    { fact: string, label: text, type: string, act: integer, recordedAt: instant },
    {
      item: string,
      row: integer,
      value: { type: ['string', 'boolean'] },
      text,
      values: list(object({ value: string, label: text })),
    },
  ),
  CorrectionsView: object({ may: boolean, role: text, facts: list(ref('CorrectableFact')) }),
  ProcedureView: object(
    {
      id: string,
      procedure: string,
      kind: procedureKind,
      label: text,
      requestedBy: person,
      votes: list(object({ seat: string, by: person, vote })),
      canVote: boolean,
      deciders: list(text),
      alone: boolean,
    },
    {
      clock: string,
      days: integer,
      stepLabel: text,
      seatLabel: text,
      person,
      substitute: person,
      batch: integer,
      clause: string,
      reason: string,
    },
  ),
  RequestableView: object({
    procedure: string,
    kind: procedureKind,
    label: text,
    clocks: list(string),
    maximum: integer,
    seats: list(ref('SeatView')),
    substitutes: boolean,
    batches: list(object({ batch: integer }, { on: day })),
    deciders: list(text),
  }),
  CandidateView: object(
    { person, seats: list(string), facts: list(ref('FactView')), openCases: integer, suggested: boolean },
    { lastAssigned: day, refusal: ref('Refusal') },
  ),
  CandidatesView: object({ seats: list(ref('SeatView')), candidates: list(ref('CandidateView')) }),
};
