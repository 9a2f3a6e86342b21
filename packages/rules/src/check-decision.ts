import type { DecisionDefinition, Issue } from '@careway/definition';
import type { DecisionFacts } from './compile-decision.js';

export function checkDecision(_definition: DecisionDefinition, _facts: DecisionFacts): Issue[] {
  return [];
}
