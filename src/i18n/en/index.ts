import {core} from './core.ts';
import {sections} from './sections.ts';

/** The whole catalogue. */
export const messages = {...core, ...sections};
