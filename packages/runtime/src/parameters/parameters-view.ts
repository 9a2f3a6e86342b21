import type { ComposedPack, LocalizedText } from '@careway/definition';
import type { TenantParts } from '../loop/tenant-parts.js';
import type { Publication } from '../ports/publication-store.js';
import type { ParametersView, ParameterView } from '../views.js';
import { clauseView } from '../views/clause-view.js';
import type { Parameter } from './parameter.js';
import { parametersOf } from './parameters-of.js';
import { valueWords } from './parameter-value.js';

/** The figures in force for an area on a day, each with where it comes from and what it was before. */
export function parametersView(parts: TenantParts, area: string, on: string): ParametersView | undefined {
  const pack = parts.shelf.inForce(area, on);
  if (!pack) return undefined;
  const times = timesOf(parts, area);
  const { notice } = pack.manifest;
  return {
    area,
    areaLabel: parts.areas.label(area),
    pack: pack.manifest.id,
    label: pack.manifest.label,
    hash: pack.hash,
    on,
    firstFrom: times[0]?.from ?? on,
    ...(notice ? { notice } : {}),
    parameters: [...parametersOf(pack).values()].map((parameter) => parameterView({ parts, pack, times, on }, parameter)),
    clauses: [...pack.clauseDocuments.values()].flatMap((document) => document.clauses.map((clause) => clauseView({ clause, document }))),
  };
}

/** A stretch of time in which one pack is in force. */
interface Stretch {
  readonly from: string;
  readonly pack: ComposedPack;
}

function timesOf({ shelf, areas }: TenantParts, area: string): readonly Stretch[] {
  const path = new Set(areas.path(area).map(({ id }) => id));
  const days = shelf.publications
    .filter((publication: Publication) => path.has(publication.area))
    .map(({ effectiveFrom }) => effectiveFrom);
  return [...new Set(days)].sort().flatMap((from) => {
    const pack = shelf.inForce(area, from);
    return pack ? [{ from, pack }] : [];
  });
}

interface Place {
  readonly parts: TenantParts;
  readonly pack: ComposedPack;
  readonly times: readonly Stretch[];
  readonly on: string;
}

function parameterView({ parts, pack, times, on }: Place, parameter: Parameter): ParameterView {
  const { key, group, of, sentence, label, type, value, values, minimum, maximum, expects, basis } = parameter;
  const versions = versionsOf(parameter, times);
  const entry = basis.clause === undefined ? undefined : parts.shelf.clause(pack, basis.clause);
  return {
    key,
    group,
    of,
    sentence,
    label,
    type,
    value,
    words: valueWords(parameter, value),
    ...(values ? { values } : {}),
    ...(minimum === undefined ? {} : { minimum }),
    ...(maximum === undefined ? {} : { maximum }),
    basis: entry ? { source: 'clause', clause: clauseView(entry) } : { source: 'city-set' },
    ...(basis.note ? { note: basis.note } : {}),
    expects,
    legalDate: legalDateOf(pack, parameter),
    origin: originOf(pack, parameter),
    inForceFrom: versions.findLast(({ from }) => from <= on)?.from ?? on,
    versions,
  };
}

/** By which date the version is chosen: tables by their legal date, procedures by the day on which a case is opened. */
export function legalDateOf(pack: ComposedPack, { address }: Parameter): ParameterView['legalDate'] {
  return address.kind === 'param' ? 'opening' : (pack.decisions.get(address.decision)?.legalDate ?? 'application');
}

function versionsOf({ key }: Parameter, times: readonly Stretch[]): ParameterView['versions'] {
  const versions: { from: string; value: string; words: LocalizedText; origin: LocalizedText }[] = [];
  for (const { from, pack } of times) {
    const known = parametersOf(pack).get(key);
    if (!known || versions.at(-1)?.value === known.value) continue;
    versions.push({ from, value: known.value, words: valueWords(known, known.value), origin: originOf(pack, known) });
  }
  return versions.map(({ value: _value, ...version }) => version);
}

/** The pack of the chain that set it last: by a change of its own, or with the whole document. */
function originOf(pack: ComposedPack, { document, path }: Parameter): LocalizedText {
  const last = pack.changes.findLast((change) => change.document === document && (change.path === '' || change.path === path));
  const link = pack.chain[last?.layer ?? 0];
  return link?.label ?? pack.manifest.label;
}
