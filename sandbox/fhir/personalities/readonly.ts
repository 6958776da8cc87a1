import {all, READ, type Personality} from '../personality.ts';
import {open} from './open.ts';

export const readonly: Personality = {
  ...open,
  name: 'readonly',
  title: 'Read-only server',
  interactions: all(READ),
  system: [],
  versioning: 'versioned',
  conditionalCreate: false,
  createAsUpdate: false,
};
