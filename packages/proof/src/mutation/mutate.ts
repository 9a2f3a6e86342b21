import type { ComposedPack, Remedy, ServiceDefinition } from '@careway/definition';
import { CompiledPack } from '../simulation/compiled-pack.js';
import { examplesNotice } from '../decisions/run-examples.js';
import { runScenario } from '../scenarios/run-scenario.js';
import { mutateDecisions } from './mutate-decisions.js';
import { changed, type Mutable, type Mutant, withDocument } from './mutant.js';
import { mutateWorkflows, nearParam } from './mutate-workflows.js';

/** All mutants of what a pack's services use, one change each: what a city could get wrong by a slip. */
export function* mutate(composed: ComposedPack): Iterable<Mutant> {
  yield* mutateWorkflows(composed);
  yield* mutateDecisions(composed);
  for (const service of composed.services.values()) yield* mutateService(composed, service);
  for (const remedy of composed.remedies.values()) yield* mutateRemedy(composed, remedy);
}

function* mutateService(composed: ComposedPack, service: ServiceDefinition): Iterable<Mutant> {
  yield* mutateClaim(composed, service);
  const params = composed.workflows.get(service.workflow)?.params ?? [];
  for (const [index, { param, value }] of (service.params ?? []).entries()) {
    const declared = params.find(({ id }) => id === param);
    for (const to of declared ? nearParam({ ...declared, value }) : []) {
      const document = changed(service, (copy) => void (copy.params![index]!.value = to));
      yield {
        id: `service:${service.id}/params/${param}=${to}`,
        description: {
          'zh-CN': `${service.label['zh-CN']}：${param} 由 ${value} 改为 ${to}`,
          en: `${service.label.en}: ${param} ${value} → ${to}`,
        },
        touches: [`param:${service.workflow}/${param}`],
        apply: () => withDocument(composed, 'services', { id: service.id, document, mark: `${param}=${to}` }),
      };
    }
  }
}

function* mutateClaim(composed: ComposedPack, service: ServiceDefinition): Iterable<Mutant> {
  const { claim } = service;
  if (!claim) return;
  const changes = [
    { what: 'claim', change: (copy: Mutable<ServiceDefinition>) => void delete copy.claim },
    ...claim.key.map((id, index) => ({
      what: `claim/key/${id}`,
      change: (copy: Mutable<ServiceDefinition>) => void copy.claim?.key.splice(index, 1),
    })),
  ];
  for (const { what, change } of changes) {
    const id = `service:${service.id}/${what}=(none)`;
    const document = changed(service, change);
    const description = { 'zh-CN': `${service.label['zh-CN']}：去掉 ${what}`, en: `${service.label.en}: without ${what}` };
    yield {
      id,
      description,
      touches: [`service:${service.id}`],
      apply: () => withDocument(composed, 'services', { id: service.id, document, mark: what }),
    };
  }
}

/** Only remedies that a letter of a workflow in use gives can be noticed. */
function* mutateRemedy(composed: ComposedPack, remedy: Remedy): Iterable<Mutant> {
  if (![...lettersInUse(composed)].some((id) => composed.letters.get(id)?.remedies?.includes(remedy.id))) return;
  const changes: Partial<Remedy>[] = [
    { amount: remedy.amount + 1 },
    ...(remedy.amount > 1 ? [{ amount: remedy.amount - 1 }] : []),
    { unit: remedy.unit === 'working-day' ? 'calendar-day' : 'working-day' },
    ...(remedy.unit === 'working-day' ? [] : [{ rollover: !remedy.rollover }]),
  ];
  for (const change of changes) {
    const [[key = '', to] = []] = Object.entries(change);
    yield {
      id: `remedy:${remedy.id}/${key}=${String(to)}`,
      description: { 'zh-CN': `${remedy.label['zh-CN']}：${key} 改为 ${String(to)}`, en: `${remedy.label.en}: ${key} → ${String(to)}` },
      touches: [`remedy:${remedy.id}`],
      apply: () => withDocument(composed, 'remedies', { id: remedy.id, document: { ...remedy, ...change }, mark: `${key}=${String(to)}` }),
    };
  }
}

function lettersInUse({ services, workflows }: ComposedPack): ReadonlySet<string> {
  const used = [...new Set([...services.values()].map(({ workflow }) => workflow))].flatMap((id) => workflows.get(id) ?? []);
  return new Set(
    used.flatMap(({ steps, procedures = [], corrections }) => [
      ...steps.flatMap(({ actions = [] }) => actions.flatMap(({ letters = [] }) => letters)),
      ...procedures.flatMap(({ letters = [] }) => letters),
      ...(corrections?.letters ?? []),
    ]),
  );
}

export interface SurvivorReport {
  readonly mutants: number;
  /** Changes that no scenario notices. */
  readonly survivors: readonly Pick<Mutant, 'id' | 'description'>[];
  /** Scenarios that fail on the pack as it is: they prove nothing. */
  readonly failing: readonly string[];
}

/** Walks all mutants and runs on each the scenarios that reach the changed place, until one fails. */
export function survivors(composed: ComposedPack): SurvivorReport {
  const compiled = new CompiledPack(composed);
  const scenarios = [...composed.scenarios.values()];
  const runs = scenarios.map((scenario) => ({ scenario, run: runScenario(compiled, scenario) }));
  const failing = runs.filter(({ run }) => !run.ok).map(({ scenario }) => scenario.id);
  // Short scenarios first: most mutants fall to one of them.
  const sound = runs.filter(({ run }) => run.ok).sort((a, b) => a.scenario.script.length - b.scenario.script.length);
  const unnoticed: Pick<Mutant, 'id' | 'description'>[] = [];
  let mutants = 0;
  for (const { id, description, touches, decision, apply } of mutate(composed)) {
    mutants += 1;
    if (decision !== undefined && examplesNotice(apply(), decision)) continue;
    const relevant = sound.filter(({ run }) => touches.some((key) => run.hits.has(key)));
    if (relevant.length > 0) {
      const mutant = new CompiledPack(apply(), compiled);
      if (relevant.some(({ scenario }) => !runScenario(mutant, scenario, { untilFailure: true }).ok)) continue;
    }
    unnoticed.push({ id, description });
  }
  return { mutants, survivors: unnoticed, failing };
}
