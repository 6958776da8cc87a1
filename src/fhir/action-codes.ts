import {actionCategories, type ActionCategory} from '../domain/action.ts';
import type {Concept} from '../domain/text.ts';

/** The project's own codes of actions: the three core activities, and the review of the plan. */
export const ACTION_SYSTEM = 'urn:isp-panel:action';

/** Code of a review of the plan. */
export const REVIEW = 'review';

/** Display of each code, in the language of the code system. */
export const actionDisplays: Readonly<Record<ActionCategory | typeof REVIEW, string>> = {
  coordination: 'Coordination',
  'self-management': 'Self-management support',
  navigation: 'Navigation',
  review: 'Review of the plan',
};

/** What others write in words for the same three. */
const words: Readonly<Record<ActionCategory, RegExp>> = {
  coordination: /^(?:care )?coordination(?: des soins)?$/i,
  'self-management': /^(?:self[- ]management(?: support)?|(?:soutien à l[’'])?autogestion)$/i,
  navigation: /^navigation$/i,
};

/** The core activity that a concept names, by code, else by its words; null when it names none. */
export function categoryOf(concept: Concept | null): ActionCategory | null {
  if (concept === null) return null;
  const {codings, text} = concept;
  const own = codings.find(({system}) => system === ACTION_SYSTEM)?.code;
  const said = [text, ...codings.map(({display}) => display)].flatMap((one) => one?.trim() ?? []);
  return (
    actionCategories.find((category) => category === own) ??
    actionCategories.find((category) => said.some((one) => words[category].test(one))) ??
    null
  );
}
