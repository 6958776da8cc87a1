import type {PanelState} from '../../src/app/state.ts';
import {pressed} from './gallery-forms.ts';

/** One picture of the gallery: whose record, in which record system, and what is different from having read it all. */
export interface GalleryState {
  readonly name: string;
  readonly title: {readonly en: string; readonly fr: string};
  /** Short name of the invented person. */
  readonly person: string;
  /** The record system; the one that takes everything when absent. */
  readonly record?: string;
  readonly readonly?: boolean;
  /** What is answered instead of the resources of a type. */
  readonly refused?: Readonly<Record<string, 403 | 500 | 'never'>>;
  readonly change?: (state: PanelState) => PanelState;
  /** What is pressed once it stands there, by its beginning in English and in French, one after the other. */
  /** What is drawn; the panel when absent. */
  readonly element?: 'isp-summary';
  /** What is pressed opens a window over the whole page: drawn only where the picture stands alone. */
  readonly modal?: boolean;
  readonly press?: readonly (readonly [en: string, fr: string])[];
}

const at = '2026-11-22T12:03:00-05:00';
const loading = {status: 'loading'} as const;

/** The open goal with this rank; the pictures with a form need one. */
function goal(state: PanelState, rank: number) {
  const goals = state.goals.status === 'ready' ? state.goals.value : [];
  const found = goals.find((one) => one.rank === rank) ?? goals[0];
  if (!found) throw new Error('The person of this picture has no goal.');
  return found;
}

export const galleryStates: readonly GalleryState[] = [
  {name: 'usual', person: 'reference', title: {en: 'Read in full', fr: 'Lu au complet'}},
  {
    name: 'whole-plan',
    person: 'ordinary',
    title: {en: 'A plan with everything in it', fr: 'Un plan où il y a tout'},
  },
  {
    name: 'goal-states',
    person: 'every-goal-state',
    title: {en: 'Every state of a goal', fr: 'Tous les états d’un objectif'},
  },
  {name: 'many-visits', person: 'many-visits', title: {en: 'Many visits', fr: 'Beaucoup de visites'}},
  {name: 'big-team', person: 'big-team', title: {en: 'A large team', fr: 'Une grande équipe'}},
  {
    name: 'long-names',
    person: 'long-names',
    title: {en: 'Long names and words', fr: 'Des noms et des mots longs'},
  },
  {name: 'two-plans', person: 'two-plans', title: {en: 'Two active plans', fr: 'Deux plans actifs'}},
  {name: 'no-plan', person: 'no-plan', title: {en: 'No plan yet', fr: 'Pas encore de plan'}},
  {name: 'empty', person: 'empty', title: {en: 'Nothing recorded', fr: 'Rien d’inscrit'}},
  {
    name: 'dirty',
    person: 'dirty',
    title: {en: 'A record full of mistakes', fr: 'Un dossier plein d’erreurs'},
  },
  {
    name: 'loading',
    person: 'reference',
    title: {en: 'Nothing answered yet', fr: 'Rien de reçu encore'},
    change: (state) => ({
      ...state,
      patient: loading,
      use: loading,
      plan: loading,
      goals: loading,
      team: loading,
      later: {},
    }),
  },
  {
    name: 'failing',
    person: 'ordinary',
    refused: {Encounter: 500, CareTeam: 403, Observation: 500, Task: 500},
    title: {en: 'Parts that could not be read', fr: 'Des parties qui n’ont pu être lues'},
  },
  {
    name: 'at-least',
    person: 'reference',
    title: {en: 'Older months still on their way', fr: 'Des mois plus anciens en route'},
    change: (state) =>
      state.use.status === 'ready'
        ? {
            ...state,
            use: {
              ...state.use,
              gaps: [...state.use.gaps, {reason: 'loading', what: 'Encounter'}],
              value: {...state.use.value, historyComplete: false},
            },
          }
        : state,
  },
  {
    name: 'readonly',
    person: 'ordinary',
    record: 'readonly',
    title: {en: 'Nothing can be written', fr: 'Rien ne peut être écrit'},
  },
  {
    name: 'plan-as-note',
    person: 'ordinary',
    record: 'epic',
    title: {en: 'The plan goes into a note', fr: 'Le plan va dans une note'},
  },
  {
    name: 'nothing-taken',
    person: 'empty',
    record: 'athena',
    title: {en: 'The record takes no plan', fr: 'Le dossier ne prend pas de plan'},
  },
  {
    name: 'nobody',
    person: 'reference',
    title: {en: 'No patient is open', fr: 'Aucun dossier ouvert'},
    change: (state) => ({...state, context: null}),
  },
  {
    name: 'signed-out',
    person: 'reference',
    title: {en: 'The session is over', fr: 'La session est terminée'},
    change: (state) => ({...state, halted: {kind: 'signed-out'}}),
  },
  {
    name: 'other-patient',
    person: 'reference',
    title: {en: 'Another patient’s record came', fr: 'Le dossier de quelqu’un d’autre est arrivé'},
    change: (state) => ({...state, halted: {kind: 'other-patient', what: 'Patient'}}),
  },
  {
    name: 'verifying',
    person: 'reference',
    title: {en: 'Making sure whose chart it is', fr: 'Vérification du dossier'},
    change: (state) => ({...state, verifying: true}),
  },
  {
    name: 'kept-words',
    person: 'reference',
    title: {
      en: 'Unsaved words of others, records ignored',
      fr: 'Des mots non enregistrés, des données ignorées',
    },
    change: (state) => ({...state, draftsOfOtherPatients: 2, ignoredOtherPatient: 1}),
  },
  {
    name: 'refused',
    person: 'reference',
    title: {
      en: 'A save that failed, one under way, one confirmed',
      fr: 'Un échec, un envoi en cours, un enregistrement',
    },
    change: (state) => ({
      ...state,
      drafts: {'goal:new': {words: 'Cook for my grandchildren'}},
      saves: {
        'goal:new': {status: 'failed', problem: {kind: 'offline'}},
        [`goal:${goal(state, 1).id}`]: {status: 'saving'},
        [`goal:${goal(state, 2).id}`]: {
          status: 'saved',
          at,
          notes: [{kind: 'merged', fields: ['dueDate', 'achievement']}],
        },
      },
    }),
  },
  {
    name: 'conflict',
    person: 'reference',
    title: {en: 'The same goal changed by two people', fr: 'Le même objectif modifié à deux'},
    change: (state) => {
      const base = goal(state, 1);
      const mine = {words: {text: `${base.words.text} …`, lang: base.words.lang}};
      return {
        ...state,
        drafts: {[`goal:${base.id}`]: {words: mine.words.text, 'was.words': base.words.text}},
        saves: {
          [`goal:${base.id}`]: {
            status: 'conflict',
            conflict: {
              what: 'goal',
              base,
              mine,
              theirs: {...base, version: '9', words: {...base.words, text: `${base.words.text} !`}},
              fields: ['words'],
              theirsAt: at,
            },
          },
        },
      };
    },
  },
  {
    name: 'summary',
    person: 'reference',
    element: 'isp-summary',
    title: {en: 'The chart in one line', fr: 'Le dossier en une ligne'},
  },
  ...pressed,
];
