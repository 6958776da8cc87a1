import {IspDirectory} from './isp-directory.ts';
import {IspMemberForm} from './isp-member-form.ts';
import {defineElement} from '../shared/lazy-element.ts';

/** Registers what the form of a new member is made of, and gives the form. They come in a file of their own. */
export function defineMemberForm(): CustomElementConstructor {
  defineElement('isp-directory', IspDirectory);
  return IspMemberForm;
}
