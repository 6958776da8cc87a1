import {annotation, concept, reference, resource} from './types.ts';
import {z} from './zod.ts';

const text = z.optional(z.string());

export const goal = z.looseObject({
  resourceType: z.literal('Goal'),
  ...resource,
  lifecycleStatus: text,
  achievementStatus: z.optional(concept),
  category: z.optional(z.array(concept)),
  description: z.optional(concept),
  subject: z.optional(reference),
  startDate: text,
  target: z.optional(z.array(z.looseObject({dueDate: text}))),
  statusDate: text,
  statusReason: text,
  expressedBy: z.optional(reference),
  addresses: z.optional(z.array(reference)),
  note: z.optional(z.array(annotation)),
});

export type GoalWire = z.infer<typeof goal>;
