/**
 * Registers `<isp-panel>` and the elements of its first content, each once: a page that loads this twice, or has an
 * element of that name, is left as it is. Editors and details register themselves when they are first opened.
 */
import {IspCareTeam} from './elements/isp-care-team.ts';
import {IspGoalAdd} from './elements/isp-goal-add.ts';
import {IspGoalRow} from './elements/isp-goal-row.ts';
import {IspGoals} from './elements/isp-goals.ts';
import {IspHeadlines} from './elements/isp-headlines.ts';
import {IspIdentity} from './elements/isp-identity.ts';
import {IspMemberRow} from './elements/isp-member-row.ts';
import {IspNotice} from './elements/isp-notice.ts';
import {IspPanel} from './elements/isp-panel.ts';
import {IspPlan} from './elements/isp-plan.ts';
import {IspSaveState} from './elements/isp-save-state.ts';
import {IspTimeline} from './elements/isp-timeline.ts';
import {IspUse} from './elements/isp-use.ts';
import {IspVisitList} from './elements/isp-visit-list.ts';
import {defineElement} from './elements/lazy-element.ts';

const elements: Readonly<Record<string, CustomElementConstructor>> = {
  'isp-notice': IspNotice,
  'isp-save-state': IspSaveState,
  'isp-identity': IspIdentity,
  'isp-headlines': IspHeadlines,
  'isp-timeline': IspTimeline,
  'isp-visit-list': IspVisitList,
  'isp-use': IspUse,
  'isp-goal-add': IspGoalAdd,
  'isp-goal-row': IspGoalRow,
  'isp-goals': IspGoals,
  'isp-plan': IspPlan,
  'isp-member-row': IspMemberRow,
  'isp-care-team': IspCareTeam,
  'isp-panel': IspPanel,
};

for (const [tag, element] of Object.entries(elements)) defineElement(tag, element);
