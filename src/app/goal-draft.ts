import {isOpenGoal, type Goal, type GoalChange, type LinkedCondition} from '../domain/goal.ts';
import {asDomain, domainOf, goalDomains, type GoalDomain} from '../domain/goal-domains.ts';
import type {Conflict, Draft, PanelState} from './state.ts';

/** Fields of a goal's form; a draft holds only those that were changed. */
export const goalFields = [
  'words',
  'lang',
  'clinical',
  'dueDate',
  'lifecycle',
  'achievement',
  'domain',
  'barriers',
  'conditions',
] as const;

export type GoalField = (typeof goalFields)[number];

/** The values that a form of this goal begins with; of a new goal, in the language of the screen, when null. */
export function goalValues(goal: Goal | null, lang: string): Readonly<Record<GoalField, string>> {
  return {
    words: goal?.words.text ?? '',
    lang: goal ? (goal.words.lang ?? '') : lang,
    clinical: goal?.clinical?.text ?? '',
    dueDate: goal?.dueDate?.slice(0, 10) ?? '',
    lifecycle: goal?.lifecycle ?? 'active',
    achievement: goal?.achievement ?? '',
    domain: goal?.domain ? (domainOf(goal.domain) ?? goal.domain.text) : '',
    barriers: goal?.barriers?.text ?? '',
    conditions: JSON.stringify(goal?.conditions ?? []),
  };
}

/**
 * The draft after one field got another value. A value that is back to the record's own is no change. Beside the value
 * stands what the record said when the typing began: see `clashOf`.
 */
export function withField(draft: Draft, name: string, value: string, original: string): Draft {
  const was = `was.${name}`;
  const {[name]: _old, [was]: kept = original, ...rest} = draft;
  return value === kept ? rest : {...rest, [name]: value, [was]: kept};
}

/**
 * The same field typed here and, by a later reading, changed in the record: it must be shown before it is written, for
 * the newer version would let the write through. Null when there is none.
 */
export function clashOf(goal: Goal, draft: Draft, lang: string): (Conflict & {what: 'goal'}) | null {
  const now = goalValues(goal, lang);
  const fields = goalFields.filter((name) => {
    const was = draft[`was.${name}`];
    return draft[name] !== undefined && was !== undefined && was !== now[name] && draft[name] !== now[name];
  });
  if (fields.length === 0) return null;
  const before = Object.fromEntries(fields.map((name) => [name, draft[`was.${name}`]]));
  const was = goalChange(goal, before as Draft, lang);
  const base: Goal = {
    ...goal,
    words: was.words ?? goal.words,
    clinical: was.clinical === undefined ? goal.clinical : was.clinical,
    lifecycle: was.lifecycle ?? goal.lifecycle,
    achievement: was.achievement === undefined ? goal.achievement : was.achievement,
    dueDate: was.dueDate === undefined ? goal.dueDate : was.dueDate,
    domain: was.domain === undefined ? goal.domain : was.domain,
    barriers: was.barriers === undefined ? (goal.barriers ?? null) : was.barriers,
    conditions: was.conditions === undefined ? (goal.conditions ?? null) : was.conditions,
  };
  // The language goes with the words: it is not chosen by itself.
  const named = new Set(fields.map((name) => (name === 'lang' ? 'words' : name)));
  return {what: 'goal', base, mine: goalChange(goal, draft, lang), theirs: goal, fields: [...named]};
}

/**
 * What a draft asks to be written: only the fields that were changed. New words keep the language of the record's
 * words; those of a new goal are in the language of the screen; either way unless the person said another.
 */
export function goalChange(goal: Goal | null, draft: Draft, screenLanguage: string): GoalChange {
  const {words, clinical, dueDate, lifecycle, achievement, domain, barriers, conditions} = draft;
  const lang = draft['lang'] ?? (goal ? goal.words.lang : screenLanguage);
  const closedBefore = goal !== null && !isOpenGoal(goal);
  return {
    ...(words === undefined && draft['lang'] === undefined
      ? {}
      : {words: {text: (words ?? goal?.words.text ?? '').trim(), lang: lang || null}}),
    ...(clinical === undefined
      ? {}
      : {
          clinical: clinical.trim()
            ? {text: clinical.trim(), lang: goal?.clinical?.lang ?? screenLanguage}
            : null,
        }),
    ...(dueDate === undefined ? {} : {dueDate: dueDate || null}),
    ...(lifecycle === undefined ? {} : {lifecycle: lifecycle as NonNullable<GoalChange['lifecycle']>}),
    ...(achievement === undefined
      ? {}
      : {achievement: (achievement || null) as NonNullable<GoalChange['achievement']> | null}),
    ...(domain === undefined ? {} : {domain: domainNamed(domain, draft['domain.text'])}),
    ...(barriers === undefined
      ? {}
      : {
          barriers: barriers.trim()
            ? {text: barriers.trim(), lang: goal?.barriers?.lang ?? screenLanguage}
            : null,
        }),
    ...(conditions === undefined ? {} : {conditions: conditionsIn(conditions)}),
    // The reason belongs to the closing: a goal that is taken up again has none.
    ...(closedBefore && lifecycle !== undefined ? {statusReason: null} : {}),
  };
}

/** The conditions that a value of the form lists; null when it lists none. */
function conditionsIn(value: string): readonly LinkedCondition[] | null {
  const conditions = JSON.parse(value) as readonly LinkedCondition[];
  return conditions.length > 0 ? conditions : null;
}

/** A domain by its name among ours, in the words of the screen; any other by its words alone. */
function domainNamed(name: string, text = name): Goal['domain'] {
  if (name === '') return null;
  return name in goalDomains ? asDomain(name as GoalDomain, text) : {coded: null, text: name};
}

/** Drafts of goals that the list no longer holds: what was typed is shown all the same. */
export function orphanDrafts(
  drafts: PanelState['drafts'],
  goals: readonly Goal[] | null,
): readonly {readonly key: string; readonly draft: Draft}[] {
  return Object.entries(drafts)
    .filter(([key, draft]) => key.startsWith('goal:') && Object.keys(draft).length > 0)
    .filter(([key]) =>
      goals ? key !== 'goal:new' && !goals.some((goal) => key === `goal:${goal.id}`) : true,
    )
    .map(([key, draft]) => ({key, draft}));
}
