import type { WorkflowDefinition } from '@careway/definition';

/** Where a region stands, by hand: an independent reading of the format, to hold XState against. Used by tests only. */
export type Place = { readonly step: string } | { readonly block: string; readonly branches: Readonly<Record<string, Place | 'done'>> };

export class PositionOracle {
  constructor(private readonly workflow: WorkflowDefinition) {}

  enter(id: string): Place {
    const block = this.block(id);
    if (!block) return { step: id };
    return { block: id, branches: Object.fromEntries(block.branches.map((branch) => [branch.id, this.enter(branch.entry)])) };
  }

  leaves(place: Place): string[] {
    if ('step' in place) return [place.step];
    const all = Object.entries(place.branches).flatMap(([branch, inside]) =>
      inside === 'done' ? [`${place.block}$${branch}$done`] : this.leaves(inside),
    );
    return all.sort();
  }

  /** A step goes to another place of its region, to `$done`, or to an end outside. */
  go(place: Place, from: string, to: string): Place {
    if (to !== '$done' && this.isEnd(to)) return { step: to };
    const next = this.goInside(place, from, to);
    if (next === 'done' || next === undefined) throw new Error(`${from} is not active`);
    return next;
  }

  private goInside(place: Place, from: string, to: string): Place | 'done' | undefined {
    if ('step' in place) {
      if (place.step !== from) return undefined;
      return to === '$done' ? 'done' : this.enter(to);
    }
    for (const [branch, inside] of Object.entries(place.branches)) {
      if (inside === 'done') continue;
      const next = this.goInside(inside, from, to);
      if (next !== undefined) return this.join({ block: place.block, branches: { ...place.branches, [branch]: next } });
    }
    return undefined;
  }

  private join(place: Extract<Place, { block: string }>): Place | 'done' {
    const block = this.block(place.block);
    const states = Object.values(place.branches);
    const over = block?.join === 'any' ? states.includes('done') : states.every((state) => state === 'done');
    if (!block || !over) return place;
    return block.to === '$done' ? 'done' : this.enter(block.to);
  }

  /** A return changes only the innermost active region that holds the target. */
  back(place: Place, target: string): Place {
    if ('block' in place) {
      const branch = this.branchWith(place.block, target);
      if (branch !== undefined) {
        const inside = place.branches[branch];
        const next =
          inside === undefined || inside === 'done' ? this.towards(target, this.members(place.block, branch)) : this.back(inside, target);
        return { block: place.block, branches: { ...place.branches, [branch]: this.inBranch(place.block, branch, next, target) } };
      }
    }
    return this.towards(target, this.members(undefined, undefined));
  }

  /** Inside a branch the search begins anew with the branch's own members. */
  private inBranch(block: string, branch: string, next: Place, target: string): Place {
    const members = this.members(block, branch);
    const top = 'step' in next ? next.step : next.block;
    return members.includes(top) ? next : this.towards(target, members);
  }

  private towards(target: string, members: readonly string[]): Place {
    if (members.includes(target)) return { step: target };
    for (const id of members) {
      const branch = this.block(id) && this.branchWith(id, target);
      if (branch === undefined) continue;
      const entered = this.enter(id) as Extract<Place, { block: string }>;
      return { block: id, branches: { ...entered.branches, [branch]: this.towards(target, this.members(id, branch)) } };
    }
    throw new Error(`${target} is nowhere`);
  }

  private branchWith(block: string, target: string): string | undefined {
    return this.block(block)?.branches.find((branch) =>
      branch.members.some((member) => member === target || (this.block(member) && this.branchWith(member, target) !== undefined)),
    )?.id;
  }

  private members(block: string | undefined, branch: string | undefined): readonly string[] {
    if (block !== undefined) return this.block(block)?.branches.find((known) => known.id === branch)?.members ?? [];
    const inside = new Set((this.workflow.blocks ?? []).flatMap((known) => known.branches.flatMap((one) => one.members)));
    const all = [...this.workflow.steps.map((step) => step.id), ...(this.workflow.blocks ?? []).map((known) => known.id)];
    return all.filter((id) => !inside.has(id));
  }

  private block(id: string) {
    return (this.workflow.blocks ?? []).find((block) => block.id === id);
  }

  private isEnd(id: string): boolean {
    return this.workflow.steps.some((step) => step.id === id && step.kind === 'end');
  }
}
