import {IspActionAdd} from './isp-action-add.ts';
import {IspActionForm} from './isp-action-form.ts';
import {IspActionRow} from './isp-action-row.ts';
import {IspActions} from './isp-actions.ts';
import {defineElement} from '../shared/lazy-element.ts';

/** Registers the list of actions and its parts, and gives the element that holds them. They come in a file of their own. */
export function defineActions(): CustomElementConstructor {
  defineElement('isp-action-form', IspActionForm);
  defineElement('isp-action-row', IspActionRow);
  defineElement('isp-action-add', IspActionAdd);
  return IspActions;
}
