import {defineActions} from '../actions/define-actions.ts';
import {IspAgreementForm} from './isp-agreement-form.ts';
import {IspConflict} from '../shared/isp-conflict.ts';
import {IspCoordinatorForm} from './isp-coordinator-form.ts';
import {IspCrisis} from './isp-crisis.ts';
import {IspPlanChanges} from './isp-plan-changes.ts';
import {IspPlanDetails} from './isp-plan-details.ts';
import {IspPlanRivals} from './isp-plan-rivals.ts';
import {IspPlanStart} from './isp-plan-start.ts';
import {IspPlanTop} from './isp-plan-top.ts';
import {IspReviewForm} from './isp-review-form.ts';
import {IspSavePlace} from '../panel/isp-save-place.ts';
import {IspTopicForm} from './isp-topic-form.ts';
import {defineElement} from '../shared/lazy-element.ts';

/** Registers the actions and what shows and changes the whole plan, each once, and gives its head. It comes in a file of its own. */
export function definePlan(): CustomElementConstructor {
  const elements: Readonly<Record<string, CustomElementConstructor>> = {
    'isp-actions': defineActions(),
    'isp-conflict': IspConflict,
    'isp-save-place': IspSavePlace,
    'isp-topic-form': IspTopicForm,
    'isp-agreement-form': IspAgreementForm,
    'isp-coordinator-form': IspCoordinatorForm,
    'isp-review-form': IspReviewForm,
    'isp-plan-start': IspPlanStart,
    'isp-plan-rivals': IspPlanRivals,
    'isp-crisis': IspCrisis,
    'isp-plan-changes': IspPlanChanges,
    'isp-plan-details': IspPlanDetails,
  };
  for (const [tag, element] of Object.entries(elements)) defineElement(tag, element);
  return IspPlanTop;
}
