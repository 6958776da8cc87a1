import {defineElement} from '../shared/lazy-element.ts';
import {IspGoalConditions} from './isp-goal-conditions.ts';
import {IspGoalForm} from './isp-goal-form.ts';

/** Registers what stands in the form of a goal, and gives the form. */
export function defineGoalForm(): CustomElementConstructor {
  defineElement('isp-goal-conditions', IspGoalConditions);
  return IspGoalForm;
}
