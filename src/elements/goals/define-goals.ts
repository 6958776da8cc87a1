import {IspGoalHistory} from './isp-goal-history.ts';
import {IspGoalMore} from './isp-goal-more.ts';
import {IspGoalOrder} from './isp-goal-order.ts';
import {defineElement} from '../shared/lazy-element.ts';

/** Registers what stands beside a goal's own words, and gives the element of their order. They come in their own file. */
export function defineGoals(): CustomElementConstructor {
  defineElement('isp-goal-history', IspGoalHistory);
  defineElement('isp-goal-more', IspGoalMore);
  return IspGoalOrder;
}
