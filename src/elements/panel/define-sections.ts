import {IspCareTeam} from '../team/isp-care-team.ts';
import {IspDeepLink} from './isp-deep-link.ts';
import {IspGoalAdd} from '../goals/isp-goal-add.ts';
import {IspGoalRow} from '../goals/isp-goal-row.ts';
import {IspGoals} from '../goals/isp-goals.ts';
import {IspHeadlines} from '../use/isp-headlines.ts';
import {IspLater} from './isp-later.ts';
import {IspMemberRow} from '../team/isp-member-row.ts';
import {IspPlan} from '../plan/isp-plan.ts';
import {IspSaveState} from '../shared/isp-save-state.ts';
import {IspUse} from '../use/isp-use.ts';
import {defineElement} from '../shared/lazy-element.ts';

export {mayWrite, tellMore} from './tell-more.ts';
export {sectionLayout} from './section-layout.ts';
export {layoutStyles} from './section-layout.styles.ts';

/**
 * Registers the elements of the sections, each once. Their code comes in a file of its own while the chart is being
 * asked for, so that who the patient is stands on the screen first.
 */
export function defineSections(): void {
  const elements: Readonly<Record<string, CustomElementConstructor>> = {
    'isp-save-state': IspSaveState,
    'isp-headlines': IspHeadlines,
    'isp-use': IspUse,
    'isp-goal-add': IspGoalAdd,
    'isp-goal-row': IspGoalRow,
    'isp-goals': IspGoals,
    'isp-plan': IspPlan,
    'isp-member-row': IspMemberRow,
    'isp-care-team': IspCareTeam,
    'isp-later': IspLater,
    'isp-deep-link': IspDeepLink,
  };
  for (const [tag, element] of Object.entries(elements)) defineElement(tag, element);
}
