import {gaps} from './gaps.ts';
import {layout} from './layout.ts';
import {plan} from './plan.ts';
import {team} from './team.ts';
import {use} from './use.ts';

/** Words of the sections, which come with their code. */
export const sections = {use, plan, team, layout, gaps};
