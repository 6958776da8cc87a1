import type {Messages} from '../index.ts';
import {panel} from './panel.ts';
import {plan} from './plan.ts';
import {problem} from './problem.ts';
import {team} from './team.ts';
import {use} from './use.ts';

export const messages: Messages = {panel, use, plan, team, problem};
