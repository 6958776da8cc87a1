import {each, mapEach, type Steps} from '../steps.ts';
import {byStart, endPoint, isBand, isLater, join, type Visit} from './visit.ts';

/** The clusters of one category and site that a later visit can still overlap. */
interface Reach {
  newest: Cluster;
  /** Ends last: an older one, where dates and times are mixed. */
  longest: Cluster;
}

/**
 * R10: overlapping records of one category and site are one, from the first start to the last end. Overlap needs a shared
 * moment; equal starts overlap, touching does not; without times it means a shared night.
 */
export function* joinOverlaps(visits: readonly Visit[]): Steps<Visit[]> {
  const clusters: Cluster[] = [];
  const reaches = new Map<string, Reach>();
  yield* each([...visits].sort(byStart), (visit) => {
    const place = `${visit.kind}|${visit.site}`;
    const reach = isBand(visit) ? undefined : reaches.get(place);
    const found = reach && [reach.newest, reach.longest].find((cluster) => cluster.overlaps(visit));
    const cluster = found ?? new Cluster();
    cluster.add(visit);
    if (!found) clusters.push(cluster);
    if (isBand(visit)) return;
    if (!reach) reaches.set(place, {newest: cluster, longest: cluster});
    else {
      if (!found) reach.newest = cluster;
      if (isLater(cluster.end, reach.longest.end)) reach.longest = cluster;
    }
  });
  return (yield* mapEach(clusters, (cluster) => join(cluster.parts, 10))).sort(byStart);
}

/** Records that overlap, in order of start. */
class Cluster {
  readonly parts: Visit[] = [];
  end!: Visit['start'];

  add(visit: Visit): void {
    const end = endPoint(visit);
    if (this.parts.length === 0 || isLater(end, this.end)) this.end = end;
    this.parts.push(visit);
  }

  /** Asked of visits that start no earlier than the last part. */
  overlaps(visit: Visit): boolean {
    const {start} = visit;
    const {end} = this;
    if (start.at !== null && this.parts.at(-1)!.start.at === start.at) return true;
    if (start.at !== null && end.at !== null) return start.at < end.at;
    return start.first < end.first && start.first < endPoint(visit).first;
  }
}
