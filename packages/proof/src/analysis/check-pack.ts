import type { ComposedPack, Issue } from '@careway/definition';
import { checkForm, formRules } from '@careway/forms';
import { checkDecision, factsOfDecision } from '@careway/rules';
import { checkCombinations } from './check-combinations.js';
import { checkEntitlementMonths, checkScheduleCondition, checkWorkflowExpressions } from './check-expressions.js';
import { checkFixtures } from './check-fixtures.js';
import { checkReachability } from './check-reachability.js';
import { checkFactSources, checkRegisterSources } from './check-sources.js';
import { checkUnused } from './check-unused.js';
import { analysisIssue } from './pack-messages.js';

/**
 * Static analysis of a composed pack, beyond what parsing and composing refuse: expressions and tables type-check, forms keep to the
 * closed list, facts get what they declare, every step can be reached and left for an end, waits have clocks, fixtures hold. All
 * issues at once, each with file and JSON Pointer; only errors make a pack unfit to be published.
 */
export function checkPack(composed: ComposedPack): Issue[] {
  return [
    ...[...composed.workflows.values()].flatMap((workflow) => [
      ...checkWorkflowExpressions(composed, workflow),
      ...checkRegisterSources(composed, workflow),
      ...checkReachability(composed, workflow),
      ...checkUnused(composed, workflow),
    ]),
    ...[...composed.decisions.values()].flatMap((decision) => {
      const workflow = decision.workflow === undefined ? undefined : composed.workflows.get(decision.workflow);
      if (!workflow && !decision.facts) return [];
      const issues = [...checkDecision(decision, factsOfDecision(decision, workflow)), ...checkCombinations(decision, workflow)];
      return inFile(composed, `decision:${decision.id}`, issues);
    }),
    ...[...composed.schedules.values()].flatMap((schedule) => checkScheduleCondition(composed, schedule)),
    ...[...composed.forms.values()].flatMap((form) => [
      ...inFile(composed, `form:${form.id}`, checkForm(form, formRules(composed, form))),
      ...checkFixtures(composed, form),
    ]),
    ...[...composed.services.values()].flatMap((service) => [
      ...checkFactSources(composed, service),
      ...checkEntitlementMonths(composed, service),
      ...untested(composed, service.id),
    ]),
  ];
}

function inFile(composed: ComposedPack, document: string, issues: readonly Issue[]): Issue[] {
  const file = composed.files.get(document);
  return issues.map((issue) => (file === undefined ? issue : { ...issue, file }));
}

function untested(composed: ComposedPack, id: string): Issue[] {
  if ([...composed.scenarios.values()].some(({ service }) => service === id)) return [];
  const label = composed.services.get(id)?.label ?? { 'zh-CN': id, en: id };
  const file = composed.files.get(`service:${id}`);
  return [analysisIssue('SERVICE_WITHOUT_SCENARIO', '', { label }, { severity: 'warning', ...(file === undefined ? {} : { file }) })];
}
