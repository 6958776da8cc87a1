import type {EncounterRecord} from '../encounter-record.ts';
import {each, type Steps} from '../steps.ts';
import {type Notes, referenceOf} from './notes.ts';
import {rule} from './rule.ts';
import {lastId} from './site.ts';
import {isBed, type Visit} from './visit.ts';

/** The counted ancestors of a record: the nearest one of each sort. */
interface Ancestors {
  /** How far from the top: of two ancestors the deeper is the nearer. */
  readonly depth: number;
  readonly any?: Visit;
  readonly 'ed-visit'?: Visit;
  readonly stay?: Visit;
  readonly observation?: Visit;
  readonly 'short-stay'?: Visit;
}

const NONE: Ancestors = {depth: 0};

/**
 * R5: takes out what is part of another visit, and ties an ED child of a hospital record to it as its ED phase. All
 * ancestors are looked at; those that are absent or not counted, and loops, are ignored.
 */
export function* takeParts(
  visits: readonly Visit[],
  records: readonly EncounterRecord[],
  notes: Notes,
): Steps<Visit[]> {
  const parents = new Map<string, string>();
  yield* each(records, ({id, partOf}) => {
    const parent = lastId(partOf);
    if (parent !== null) parents.set(id, parent);
  });
  const counted = new Map<string, Visit>();
  yield* each(visits, (visit) => counted.set(visit.id, visit));
  const ancestorsOf = makeFinder(parents, counted);
  const kept: Visit[] = [];
  yield* each(visits, (visit) => {
    const ancestors = ancestorsOf(visit.id);
    const whole = wholeOf(visit, ancestors, ancestorsOf);
    if (whole) {
      notes.exclude(visit.resources[0]!, visit.kind, visit.start, 'part-of', 'R5', referenceOf(whole));
    } else if (visit.kind === 'ed-visit') {
      const bed = nearest([ancestors.stay, ancestors.observation, ancestors['short-stay']], ancestorsOf);
      kept.push(bed ? {...visit, phaseOf: bed.id, rules: visit.rules | rule(5)} : visit);
    } else kept.push(visit);
  });
  return kept;
}

/** The ancestor that a visit is part of, or null when it stands alone. */
function wholeOf(visit: Visit, ancestors: Ancestors, find: (id: string) => Ancestors): Visit | null {
  const {kind} = visit;
  if (kind === 'ed-visit' || kind === 'stay') return ancestors[kind] ?? null;
  if (isBed(kind)) return nearest([ancestors[kind as 'observation' | 'short-stay'], ancestors.stay], find);
  return ancestors.any ?? null;
}

function nearest(visits: readonly (Visit | undefined)[], find: (id: string) => Ancestors): Visit | null {
  let found: Visit | null = null;
  for (const visit of visits) {
    if (visit && (!found || find(visit.id).depth > find(found.id).depth)) found = visit;
  }
  return found;
}

/** Finds ancestors, each chain once: a chain of thousands costs no more than its length. */
function makeFinder(
  parents: ReadonlyMap<string, string>,
  counted: ReadonlyMap<string, Visit>,
): (id: string) => Ancestors {
  const known = new Map<string, Ancestors>();
  return (id) => {
    const path: string[] = [];
    const onPath = new Map<string, number>();
    let here = id;
    while (!known.has(here)) {
      const loop = onPath.get(here);
      if (loop !== undefined) {
        for (const member of path.splice(loop)) known.set(member, NONE);
        break;
      }
      const parent = parents.get(here);
      if (parent === undefined) {
        known.set(here, NONE);
        break;
      }
      onPath.set(here, path.length);
      path.push(here);
      here = parent;
    }
    for (let child = path.pop(); child !== undefined; child = path.pop()) {
      const parent = parents.get(child)!;
      const above = known.get(parent)!;
      const visit = counted.get(parent);
      const depth = above.depth + 1;
      known.set(child, visit ? {...above, depth, [visit.kind]: visit, any: visit} : {...above, depth});
    }
    return known.get(id)!;
  };
}
