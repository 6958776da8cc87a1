import type {Messages} from '../index.ts';
import {core} from './core.ts';
import {sections} from './sections.ts';

export const messages: Messages = {...core, ...sections};
