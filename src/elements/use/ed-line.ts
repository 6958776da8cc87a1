import type {Glance} from '../../app/glance-view.ts';
import {fitLine, shorterAndShorter, type LinePart} from '../../app/use-line.ts';
import {readingOf} from '../../app/use-view.ts';
import type {Count} from '../../domain/completeness.ts';
import type {Format} from '../../i18n/format.ts';
import type {Messages} from '../../i18n/index.ts';

/** Fewer letters than this say nothing any more. */
const LEAST = 12;
/** What is longer than this is no phone number; one that is cut would reach somebody else. */
const LONGEST_PHONE = 40;

/**
 * The line for an emergency physician's note, at most 240 characters, from structured fields only. When it is too
 * long, first the person's words are cut, then the sites, the place, the name; numbers and dates never are.
 */
export function edLine(glance: Glance, messages: Messages, format: Format): string {
  const {line: t} = messages.use;
  const {inHospital, caseManager} = glance;
  const plan = glance.plan === null || glance.plan === 'none' ? null : glance.plan;
  const state =
    glance.plan === 'none'
      ? `${messages.plan.none}.`
      : plan
        ? t.plan(messages.plan.line(plan.status, null, null), plan.reviewed && format.date(plan.reviewed))
        : '';
  const phone = (caseManager?.phone ?? '').length <= LONGEST_PHONE ? (caseManager?.phone ?? null) : null;
  const since = inHospital ? format.date(inHospital.since) : '';
  const parts: readonly LinePart[] = [
    [state],
    useParts(glance, messages, format),
    inHospital ? [t.now(since, inHospital.site), t.now(since, '')] : [''],
    shorterAndShorter((plan?.whatMatters ?? '').replace(/[.\s]+$/, ''), LEAST, t.matters),
    caseManager ? shorterAndShorter(caseManager.name, LEAST, (name) => t.call(name, phone)) : [''],
  ];
  return fitLine(parts, [3, 1, 2, 4]);
}

/** The counts with all sites, with the first one and the others together, without them. */
function useParts(glance: Glance, {use}: Messages, format: Format): LinePart {
  const {edVisits, stays, sites, recordsStart} = glance;
  const known = [edVisits, stays].filter((count) => count !== null && readingOf(count) !== 'unknown');
  if (!edVisits || !stays || known.length === 0) return [use.line.notAvailable];
  const told = (count: Count): string =>
    readingOf(count) === 'at-least' ? `${use.atLeast} ${format.number(count.n)}` : format.number(count.n);
  const start = recordsStart ? ` ${use.line.recordsStart(format.date(recordsStart))}` : '';
  const say = (where: string): string => {
    const [visits, nights] = [edVisits, stays].map((count, place) => {
      const words = place === 0 ? use.line.visits : (n: number, text: string) => use.line.stays(n, text);
      if (readingOf(count) !== 'unknown') return words(count.n, told(count), place === 0 ? where : '');
      return `${place === 0 ? use.edVisits(2) : use.stays(2)} ${use.notAvailable}`;
    });
    return sentence(`${visits}, ${nights}${start}.`);
  };
  const name = (site: string): string => (site === 'unknown' ? use.unknownSite : site);
  const list = sites.map(({site, n}) => use.site(name(site), format.number(n)));
  const [first, ...others] = sites;
  if (!first) return [say('')];
  const rest = others.reduce((sum, {n}) => sum + n, 0);
  const short = [
    use.site(name(first.site), format.number(first.n)),
    use.line.otherSites(format.number(rest)),
  ];
  return [say(list.join(', ')), ...(others.length > 1 ? [say(short.join(', '))] : []), say('')];
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
