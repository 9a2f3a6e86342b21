export { changePack } from './change-pack.js';
export { chosenDecision } from './choose-decisions.js';
export { type Composition, composePacks } from './compose-packs.js';
export { differencePacks, type PackDifference } from './difference-packs.js';
export { type DocumentKind, documentKinds, schemaOf } from './document-kind.js';
export type { ComposedPack, Pack } from './documents.js';
export { freezeJson } from './freeze-json.js';
export { canonicalJson, hashDocument, sha256Hex } from './hash.js';
export { fillText, type Issue, type IssueCatalogue, issueFrom, type Locale, type LocalizedText } from './issue.js';
export { type PackIssueCode, packIssueCatalogue } from './issue-catalogue.js';
export { isDate } from './json-date.js';
export { forbiddenKeys, type JsonProblem, pointerSegment, readJson } from './json-text.js';
export type { PackChange } from './pack-changes.js';
export { type PackFolder, type PackPath, packFolders, packPath } from './pack-path.js';
export { paramHash, paramNode, paramWords } from './overlay/set-param.js';
export { ruleHash } from './overlay/set-cell.js';
export { fillFigures } from './service-figures.js';
export { paramValueIssue } from './param-value.js';
export { type DocumentOf, maxFileLength, type ParsedDocument, parseDocument } from './parse-document.js';
export { type PackFiles, type ParsedPack, type ParsePackOptions, parsePack } from './parse-pack.js';
export { type CalendarDefinition, calendarSchema } from './schemas/calendar.js';
export { type Clause, type ClauseDocument, clausesSchema } from './schemas/clause.js';
export {
  type DecisionDefinition,
  type DecisionExample,
  type DecisionRule,
  type DecisionTable,
  decisionSchema,
  type TableColumn,
} from './schemas/decision.js';
export { type DemoDefinition, type DemoElders, type DemoPerson, demoSchema } from './schemas/demo.js';
export {
  type ComputedDefinition,
  type FoldDefinition,
  type FormColumn,
  type FormDefinition,
  type FormField,
  formSchema,
} from './schemas/form.js';
export { type LetterDefinition, type LetterPart, letterSchema } from './schemas/letter.js';
export { type OrganisationDefinition, organisationSchema } from './schemas/organisation.js';
export { type OverlayDocument, type OverlayOperation, overlaySchema } from './schemas/overlay.js';
export { type PackManifest, packSchema } from './schemas/pack.js';
export { type RegisterDefinition, type RegisterField, registerSchema } from './schemas/register.js';
export { type RemediesDocument, type Remedy, remediesSchema } from './schemas/remedy.js';
export { type ScheduleDefinition, scheduleSchema } from './schemas/schedule.js';
export { type Scenario, type ScenarioStep, scenarioSchema } from './schemas/scenario.js';
export { type ServiceDefinition, serviceSchema } from './schemas/service.js';
export {
  type ActionDefinition,
  type BlockDefinition,
  type ClockDefinition,
  type FactDefinition,
  type ParamDefinition,
  type ProcedureDefinition,
  type RegisterWrite,
  type StepDefinition,
  type WorkflowDefinition,
  type WrittenValue,
  workflowSchema,
} from './schemas/workflow.js';
