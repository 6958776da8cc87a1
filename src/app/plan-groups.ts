import type {CrisisTopic, PlanTopic} from '../domain/plan-detail.ts';
import type {Words} from '../domain/text.ts';
import type {Draft} from './state.ts';

/** Topics of the plan that are written and saved together, by the name of their group. */
export const planGroups = {
  matters: ['matters'],
  person: ['strengths', 'needs', 'barriers'],
  situation: ['housing', 'income', 'transport', 'food', 'work'],
  sharing: ['consent', 'visibleTo'],
  meeting: ['meeting'],
} as const satisfies Readonly<Record<string, readonly PlanTopic[]>>;

export type PlanGroup = keyof typeof planGroups;

/** What is known on some topics; absent and null say the same: nothing. */
export type TopicRecord = Readonly<Partial<Record<PlanTopic | CrisisTopic, Words | null>>>;

/** The draft after the words on a topic became `text`; words that are the record's own again are no change. */
export function withTopic(draft: Draft, topic: keyof TopicRecord, text: string, known: TopicRecord): Draft {
  const {[topic]: _old, ...rest} = draft;
  return text === (known[topic]?.text ?? '') ? rest : {...rest, [topic]: text};
}

/**
 * What a draft asks to be written on these topics: null where everything was taken out. New words keep the language of
 * the record's words, or that of the screen, unless the person said another (`lang`, empty for none).
 */
export function topicChange<T extends keyof TopicRecord>(
  topics: readonly T[],
  draft: Draft,
  known: TopicRecord,
  screenLanguage: string,
): Partial<Record<T, Words | null>> {
  const change: Partial<Record<T, Words | null>> = {};
  for (const topic of topics) {
    const before = known[topic] ?? null;
    const typed = draft[topic] ?? (draft['lang'] === undefined ? undefined : before?.text);
    if (typed === undefined) continue;
    const text = typed.trim();
    const lang = draft['lang'] ?? (before ? before.lang : screenLanguage);
    const words = text === '' ? null : {text, lang: lang || null};
    if (words?.text !== before?.text || words?.lang !== before?.lang) change[topic] = words;
  }
  return change;
}
