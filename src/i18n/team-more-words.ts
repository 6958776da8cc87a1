import type {teamMore as enTeamMore} from './en/team-more.ts';
import {nearestLanguage} from './index.ts';

export type TeamMoreMessages = typeof enTeamMore;

/** The words of what a team says of a member beside the membership. */
export async function loadTeamMoreWords(language: string): Promise<TeamMoreMessages> {
  return nearestLanguage(language) === 'fr-CA'
    ? (await import('./fr/team-more.ts')).teamMore
    : (await import('./en/team-more.ts')).teamMore;
}
