export { type ApiRequest, apiUrl, newKey, rememberSession, request, requestBlob } from './client.js';
export { type SentCommand, useCaseCommand } from './commands.js';
export type { AreaView, PrefillView, ProblemBody, RosterView, ServiceRow, ServiceView, SessionView, TenantView } from './contract.js';
export type * from './generated/views.js';
export { ApiProblem, OfflineError } from './problem.js';
export {
  approvalFormQuery,
  areasQuery,
  blankFormQuery,
  candidatesQuery,
  caseQuery,
  clauseQuery,
  createQueryClient,
  deliveryReceiptQuery,
  draftQuery,
  draftsQuery,
  formQuery,
  formRulesQuery,
  historyQuery,
  inboxQuery,
  letterQuery,
  myCasesQuery,
  namedQuery,
  prefillQuery,
  publicityOfQuery,
  publicityQuery,
  receiptQuery,
  serviceQuery,
  servicesQuery,
  sessionQuery,
  tenantQuery,
  whyQuery,
} from './queries.js';
export { askForLogIn, onSessionExpired } from './session-gate.js';
export { addressBase, logInAddress, tenantOfAddress } from './tenant-address.js';
