import type {Agreement, AgreementWay} from '../domain/plan-detail.ts';
import {parseDay} from '../domain/time.ts';

const ways: Readonly<Record<AgreementWay, {readonly en: string; readonly fr: string}>> = {
  signed: {en: 'signed', fr: 'signé'},
  verbal: {en: 'verbal', fr: 'verbal'},
};

/** Who agreed, how and when, one line each ("Name — signed — 2026-11-22"). Lines that say less are read for what they say. */
export function readAgreements(text: string): readonly Agreement[] {
  return text.split(/\r?\n/u).flatMap((line) => {
    const [name = '', ...rest] = line.split(/\s+[—–-]\s+/u).map((part) => part.trim());
    if (name === '') return [];
    const said = rest.map((part) => part.toLowerCase());
    const way = (['signed', 'verbal'] as const).find((one) =>
      said.some((part) => part === ways[one].en || part === ways[one].fr),
    );
    return [{name, way: way ?? null, date: rest.find((part) => parseDay(part) !== null) ?? null}];
  });
}

/** The same as lines, in the language of the note (BCP 47). */
export function printAgreements(agreements: readonly Agreement[], lang: string | null): string {
  const language = lang?.toLowerCase().startsWith('fr') ? 'fr' : 'en';
  return agreements
    .map(({name, way, date}) =>
      // A dash within the name would be read as the end of it.
      [
        name
          .replace(/\s+[—–-]\s+/gu, ', ')
          .replace(/\s*\r?\n\s*/gu, ' ')
          .trim(),
        way && ways[way][language],
        date,
      ]
        .filter(Boolean)
        .join(' — '),
    )
    .join('\n');
}
