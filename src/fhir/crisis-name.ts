import type {Concept} from '../domain/text.ts';

const NAME = /crisis|contingency|emergency (?:back-?up )?plan|plan de crise|plan d['’]urgence/i;

/** Whether a plan is one for a crisis, by its title or a category: it is never the services plan itself. */
export function isCrisisPlan(title: string | null, categories: readonly Concept[]): boolean {
  return [
    title,
    ...categories.flatMap(({text, codings}) => [text, ...codings.map(({display}) => display)]),
  ].some((name) => NAME.test(name ?? ''));
}
