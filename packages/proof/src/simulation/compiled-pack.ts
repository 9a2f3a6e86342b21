import type { Clause, ClauseDocument, ComposedPack, DecisionDefinition, WorkflowDefinition } from '@careway/definition';
import { type CompiledWorkflow, compileWorkflow, type DecideContext } from '@careway/engine';
import { type CompiledDecision, compileDecision, factsOfDecision } from '@careway/rules';

/** What `decide` needs of a pack, compiled when first asked for and kept: share it between the runs of one pack. */
export class CompiledPack {
  private readonly workflows = new Map<string, CompiledWorkflow>();
  private readonly decisions = new Map<string, { readonly compiled: CompiledDecision; readonly hash: string } | undefined>();
  private readonly clauses = new Map<string, { readonly clause: Clause; readonly document: ClauseDocument }>();

  /** What has not changed since `earlier` is taken from there. */
  constructor(
    readonly composed: ComposedPack,
    private readonly earlier?: CompiledPack,
    private readonly tables?: (on: string) => CompiledPack,
  ) {
    for (const document of composed.clauseDocuments.values()) {
      for (const clause of document.clauses) this.clauses.set(clause.id, { clause, document });
    }
  }

  workflow(id: string): CompiledWorkflow {
    const known = this.workflows.get(id);
    if (known) return known;
    const definition = this.composed.workflows.get(id);
    if (!definition) throw new TypeError(`the pack has no workflow ${id}`);
    const unchanged = this.earlier?.composed.workflows.get(id) === definition;
    const compiled =
      unchanged && this.earlier
        ? this.earlier.workflow(id)
        : compileWorkflow(definition, { hash: this.composed.documentHashes.get(`workflow:${id}`) ?? id });
    this.workflows.set(id, compiled);
    return compiled;
  }

  /** The same with other services; tables are chosen as before. */
  withServices(services: ComposedPack['services']): CompiledPack {
    return new CompiledPack({ ...this.composed, services }, this, this.tables);
  }

  /** The same procedure with the tables that a legal date chooses, as where one publication follows another. */
  withTables(choose: (on: string) => CompiledPack): CompiledPack {
    return new CompiledPack(this.composed, this, choose);
  }

  /** Everything of a decision's context that comes from the pack. */
  context(): Omit<DecideContext, 'now' | 'actor' | 'salt' | 'records'> {
    const { services, letters, remedies, organisation, registers, calendars, hash } = this.composed;
    return {
      packHash: hash,
      services,
      letters,
      remedies,
      organisation,
      registers,
      calendars,
      decision: (id, on) => (this.tables?.(on) ?? this).decision(id),
      clause: (id) => this.clauses.get(id),
    };
  }

  private decision(id: string): { readonly compiled: CompiledDecision; readonly hash: string } | undefined {
    if (this.decisions.has(id)) return this.decisions.get(id);
    const definition = this.composed.decisions.get(id);
    const workflow = definition && this.composed.workflows.get(definition.workflow ?? '');
    const compiled = definition && workflow ? this.compile(definition, workflow) : undefined;
    this.decisions.set(id, compiled);
    return compiled;
  }

  private compile(definition: DecisionDefinition, workflow: WorkflowDefinition) {
    const before = this.earlier?.composed;
    const unchanged = before?.decisions.get(definition.id) === definition && before.workflows.get(workflow.id) === workflow;
    const known = unchanged ? this.earlier?.decision(definition.id) : undefined;
    if (known) return known;
    const hash = this.composed.documentHashes.get(`decision:${definition.id}`) ?? definition.id;
    return { compiled: compileDecision(definition, factsOfDecision(definition, workflow)), hash };
  }
}
