import {panel} from './panel.ts';
import {problem} from './problem.ts';

/** Words of the frame and of what can go wrong: there before anything else. */
export const core = {panel, problem};
