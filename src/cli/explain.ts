import type {CountingConfig} from '../domain/counting-config.ts';
import {eventLength} from '../domain/event-length.ts';
import {dayText, zoneOf} from '../domain/time.ts';
import type {CountedEvent, UseProof} from '../domain/use-proof.ts';
import type {cli as shape} from '../i18n/en/cli.ts';
import type {ProofMessages} from '../i18n/use-words.ts';

/** The words that an explanation is made of. */
export interface ExplainWords {
  readonly cli: typeof shape;
  readonly proof: ProofMessages;
}

const WINDOWS = ['last12Months', 'last6Months', 'previous12Months', 'baseline', 'followUp'] as const;

/** What became of one record or event, in words; null when the proof knows none of that id. */
export function explain(
  proof: UseProof,
  config: CountingConfig,
  id: string,
  words: ExplainWords,
): string | null {
  const reference = id.includes('/') && !id.endsWith('/ed') ? id : `Encounter/${id}`;
  const lines = [
    ...proof.included
      .filter((event) => event.id === id || event.resources.includes(reference))
      .flatMap((event) => aboutEvent(event, proof, config, words)),
    ...proof.excluded
      .filter(({resource}) => resource === reference)
      .flatMap(({reason, rule, of, localDate}) => [
        words.cli.leftOut(words.proof.reason[reason], localDate ?? words.proof.dateUnknown, of ?? null),
        ...ruleLines([rule], words),
      ]),
    ...proof.unplaced
      .filter(({resource}) => resource === reference)
      .flatMap(({rule}) => [words.cli.unplaced, ...ruleLines([rule], words)]),
    ...proof.unreadable
      .filter(({resource}) => resource === reference)
      .map(({path, problem}) => words.cli.unreadable(path, problem)),
  ];
  return lines.length === 0 ? null : `${[reference, ...lines].join('\n')}\n`;
}

function aboutEvent(
  event: CountedEvent,
  proof: UseProof,
  config: CountingConfig,
  {cli, proof: words}: ExplainWords,
): string[] {
  const {kind, localDate, start, end, site, resources, registrations, rules, flags} = event;
  const length = eventLength(event, proof.asOf);
  const windows = WINDOWS.filter((name) => {
    const window = proof.windows[name];
    return window !== null && isInside(localDate, window.from, window.to);
  });
  return [
    cli.counted(cli.kind[kind], localDate, site === 'unknown' ? cli.unknownSite : site),
    cli.times(start, end ?? (flags.includes('ongoing') ? cli.goesOn : cli.endUnknown)),
    ...(length?.unit === 'minutes' ? [cli.minutes(length.n)] : []),
    ...(length?.unit === 'days' ? [cli.days(length.n, length.soFar)] : []),
    cli.records(resources.join(', ')),
    ...(registrations > 1 ? [cli.registrations(registrations)] : []),
    windows.length === 0 ? cli.noWindow : cli.windows(windows.map((name) => cli.window[name]).join(', ')),
    ...(isLeftOut(event, config) ? [cli.byOption] : []),
    ...flags.map((flag) => cli.flag[flag]),
    ...ruleLines(rules, {cli, proof: words}),
  ];
}

/** R7, R12: in the list, and by an option of the site not in the number. */
function isLeftOut({flags}: CountedEvent, {lwbs, dropAdmitted}: CountingConfig): boolean {
  return (lwbs === 'exclude' && flags.includes('lwbs')) || (dropAdmitted && flags.includes('admitted'));
}

function ruleLines(rules: readonly string[], {cli, proof}: ExplainWords): string[] {
  return rules.map((rule) => {
    const words = proof.rule[rule] ?? cli.otherRule[rule];
    return words === undefined ? rule : cli.rule(rule, words);
  });
}

/** R16, R20: a month or a year lies in a window with all its days. */
function isInside(date: string, from: string, to: string): boolean {
  const moment = zoneOf('UTC').read(date);
  return moment !== null && dayText(moment.first) >= from && dayText(moment.last) <= to;
}
