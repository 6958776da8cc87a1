import {IspTimeline} from './isp-timeline.ts';
import {IspUseHistory} from './isp-use-history.ts';
import {IspVisitList} from './isp-visit-list.ts';
import {defineElement} from '../shared/lazy-element.ts';

/** Registers the drawing and the list, and gives the element that holds them. They come in a file of their own. */
export function defineHistory(): CustomElementConstructor {
  defineElement('isp-timeline', IspTimeline);
  defineElement('isp-visit-list', IspVisitList);
  return IspUseHistory;
}
