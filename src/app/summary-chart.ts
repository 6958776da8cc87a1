import type {CareTeamView} from '../domain/care-team.ts';
import type {Loaded} from '../domain/completeness.ts';
import {err, ok} from '../domain/result.ts';
import type {Chart} from './chart.ts';
import {noAbilities} from './initial-state.ts';
import {openChart, type OpenChart} from './open-chart.ts';

/**
 * The chart of a summary: who it is, the use of services, the plan and the team, each read as the panel reads it; no
 * goals, nothing that comes later, and nothing can be written.
 */
export const openSummaryChart: OpenChart = (chosen, around) => {
  const chart = openChart({...chosen, readonly: true}, around);
  const none = (): Promise<ReturnType<typeof nothing>> => Promise.resolve(nothing());
  const nothing = () => ok({value: [], gaps: [], asOf: new Date(around.timers.now()).toISOString()});
  const readOnly = {kind: 'problem', problem: {kind: 'unsupported', what: 'CarePlan', why: 'site'}} as const;
  const refuse = () => Promise.resolve(err(readOnly));
  return {
    isBrief: true,
    readPatient: (signal) => chart.readPatient(signal),
    readHistory: (signal, onChunk) => chart.readHistory(signal, onChunk),
    readPlan: (signal) => chart.readPlan(signal),
    readTeam: (signal) => firstTeam(chart, signal),
    readGoals: none,
    readEnrolment: none,
    readAbilities: () => Promise.resolve(noAbilities('read-only')),
    addGoal: refuse,
    changeGoal: refuse,
    addMember: refuse,
    endMember: refuse,
    desk: () => Promise.resolve(null),
    close: () => chart.close(),
  };
};

/**
 * The team as its first answer tells it: names and telephones that stand in it or beside it, and no further requests for
 * those that do not.
 */
async function firstTeam(chart: Chart, signal: AbortSignal): ReturnType<Chart['readTeam']> {
  const enough = new AbortController();
  const stop = (): void => enough.abort();
  signal.addEventListener('abort', stop, {once: true});
  let known: Loaded<CareTeamView> | null = null;
  const answer = await chart.readTeam(enough.signal, (team) => {
    known ??= team;
    stop();
  });
  signal.removeEventListener('abort', stop);
  return known && !signal.aborted ? ok(known) : answer;
}
