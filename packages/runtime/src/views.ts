/**
 * What the API shows of a case: names resolved, numbers masked, clocks with days left. The HTTP API returns these shapes unchanged.
 */
export type { BasisView, CitySetView, ClauseView, ClockView, FactView, PersonView, TablesView } from './views-basis.js';
export type { ActionView, CaseView, StepView, TaskView } from './views-case.js';
export type { ComputedView, DraftCheck, DraftView, InboxMessage, ReceiptView } from './views-filing.js';
export type { ActView, HistoryView } from './views-history.js';
export type { DeliveryReceipt, LetterBlock, LetterText, LetterView } from './views-letter.js';
export type { PrintColumn, PrintPart, PrintSheet } from './views-print.js';
export type {
  CandidatesView,
  CandidateView,
  CorrectableFact,
  CorrectionsView,
  PartyView,
  ProcedureView,
  RecordWriteView,
  RecusalView,
  RequestableView,
  SeatView,
  SheetView,
} from './views-procedure.js';
export type { CaseRow, LogRow, Page, WorklistRow } from './views-listing.js';
export type {
  ImportView,
  RecordCauseView,
  RecordDifference,
  RecordRow,
  RecordValueView,
  RecordVersionView,
  RecordView,
  RegisterFieldView,
  RegisterView,
  RowIssue,
  ShownValue,
} from './views-registers.js';
export type { NamedChoice, PublicityView, TrackView } from './views-public.js';
export type {
  ChangeView,
  ChecksView,
  ExampleView,
  PackInForceView,
  ParametersView,
  ParameterView,
  PreviewView,
  ProposalActionView,
  ProposalRow,
  ProposalView,
  PublicationView,
  ScenarioDifferenceView,
  TouchedView,
} from './views-publication.js';
export type { ItemView, ResultView, WhyView } from './views-row.js';
