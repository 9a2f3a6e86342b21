import { chosenDecision, type Scenario, type ServiceDefinition } from '@careway/definition';
import type { CompiledPack } from './compiled-pack.js';

/**
 * The pack as a city has it that sets the parameters which the scenario names: for the scenario's own service. The pack itself where it
 * names none.
 */
export function packOfScenario(pack: CompiledPack, { service: id, params }: Pick<Scenario, 'service' | 'params'>): CompiledPack {
  const service = pack.composed.services.get(id);
  if (!params || !service) return pack;
  const now = new Map(service.params?.map(({ param, value }) => [param, value]));
  if (Object.entries(params).every(([param, value]) => now.get(param) === value)) return pack;
  const own = (service.params ?? []).filter(({ param }) => !Object.hasOwn(params, param));
  const set = Object.entries(params).map(([param, value]) => ({ param, value, basis: { source: 'city-set' as const } }));
  const changed: ServiceDefinition = { ...service, params: [...own, ...set] };
  const decision = service.decisionBy ? chosenDecision(pack.composed, changed) : service.decision;
  const services = new Map(pack.composed.services).set(id, decision === undefined ? changed : { ...changed, decision });
  return pack.withServices(services);
}
