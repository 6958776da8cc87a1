import {compare} from '../compare.ts';
import {localDateOf, momentText} from '../time.ts';
import {EVENT_KINDS, type CountedEvent, type EventFlag} from '../use-proof.ts';
import {rule, ruleNames} from './rule.ts';
import {isBand} from './visit.ts';
import type {Event} from './windows.ts';

/** The line of the proof that an event is. */
export function eventOf({visit, admitted}: Event): CountedEvent {
  const {start, end} = visit;
  const flags: EventFlag[] = [];
  if (admitted) flags.push('admitted');
  if (visit.inferred) flags.push('inferred');
  if (visit.ongoing) flags.push('ongoing');
  if (visit.kind === 'stay' && !visit.ongoing && !end) flags.push('end-unknown');
  if (visit.noOffset) flags.push('no-offset');
  if (visit.statusUnknown) flags.push('status-unknown');
  if (visit.lwbs) flags.push('lwbs');
  if (isBand(visit)) flags.push('date-uncertain');
  const rules = visit.rules | (admitted ? rule(7) : 0) | (visit.lwbs ? rule(12) : 0);
  return {
    id: visit.id,
    kind: visit.kind,
    resources: visit.resources,
    start: momentText(start),
    localDate: localDateOf(start),
    end: end && momentText(end),
    site: visit.site,
    registrations: visit.registrations.length,
    rules: ruleNames(rules),
    flags,
  };
}

/** The order of `included`: start, kind, first resource. */
export function byProof({visit: a}: Event, {visit: b}: Event): number {
  return (
    a.start.key - b.start.key ||
    EVENT_KINDS.indexOf(a.kind) - EVENT_KINDS.indexOf(b.kind) ||
    compare(a.resources[0]!, b.resources[0]!)
  );
}
