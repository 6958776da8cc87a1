import type {PanelState} from '../../app/state.ts';
import {dueView} from '../../app/due-view.ts';
import {useView} from '../../app/use-view.ts';
import type {Count} from '../../domain/completeness.ts';
import {loadLocalization, type Language, type OwnWords, type WholeLocalization} from '../../i18n/index.ts';
import {loadDueWords, type DueMessages} from '../../i18n/follow-up-words.ts';
import {loadTakeAwayWords, type TakeAwayMessages} from '../../i18n/take-away-words.ts';
import {loadConsentWords, type ConsentMessages} from '../../i18n/consent-words.ts';
import {loadTeamMoreWords, type TeamMoreMessages} from '../../i18n/team-more-words.ts';
import {dueWords} from '../follow-up/due-words.ts';
import {countedWords} from '../use/use-words.ts';

/** What a copy is written with: all words of its language, whichever the panel speaks. */
export interface CopyLanguage {
  readonly localization: WholeLocalization;
  readonly words: TakeAwayMessages;
  readonly due: DueMessages;
  readonly consent: ConsentMessages;
  readonly member: TeamMoreMessages;
}

/** Brings the words of a language; rejects when they do not come. */
export async function loadCopyLanguage(language: Language, zone: string): Promise<CopyLanguage> {
  const [localization, words, due, consent, member] = await Promise.all([
    loadLocalization(language, zone),
    loadTakeAwayWords(language),
    loadDueWords(language),
    loadConsentWords(language),
    loadTeamMoreWords(language),
  ]);
  return {localization, words, due, consent, member};
}

/** The words of a copy with the host's own in them. */
export function inOwnWords(copy: CopyLanguage, own: OwnWords): CopyLanguage {
  return {
    localization: own.over(copy.localization),
    words: own.in(copy.words),
    due: own.in(copy.due),
    consent: own.in(copy.consent),
    member: own.in(copy.member),
  };
}

/** The use of services in lines, each number with its completeness, and the coverage last. */
export function useLines({use}: PanelState, {localization, words}: CopyLanguage): readonly string[] {
  const {messages, format} = localization;
  if (use.status !== 'ready') return [words.theirs.useMissing];
  const {figures, sites, coverage} = useView(use);
  const said = (pick: 'last12' | 'last6'): string =>
    figures
      .map((figure) => countedWords(figure[pick] as Count, messages.use[figure.measure], messages, format))
      .join(', ');
  const list = sites.map(({site, n}) =>
    messages.use.site(site === 'unknown' ? messages.use.unknownSite : site, format.number(n)),
  );
  return [
    said('last12'),
    words.theirs.pair(words.theirs.useLast6, said('last6')),
    ...(list.length > 0 ? [messages.use.sites(list.join(', '))] : []),
    ...coverage.gaps.map(({reason}) => messages.gaps.gap[reason]),
    messages.use.coverage.other,
  ];
}

/** What is due in lines, the most urgent first; what could not be looked at last. */
export function dueLines(state: PanelState, {localization, due: t}: CopyLanguage): readonly string[] {
  const {items, missing, loading, died} = dueView(state);
  if (died) return [];
  const said = items.map((item) => {
    const {what, detail} = dueWords(item, t, localization.format);
    return detail === '' ? what : `${what}, ${detail}`;
  });
  if (loading) return [t.loading];
  if (missing.length > 0) {
    const parts = new Intl.ListFormat(localization.language).format(missing.map((part) => t.part[part]));
    return [...said, t.missing(parts)];
  }
  return said.length > 0 ? said : [t.nothing];
}
