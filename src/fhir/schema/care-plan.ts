import {annotation, concept, period, reference, resource} from './types.ts';
import {z} from './zod.ts';

const text = z.optional(z.string());

export const carePlan = z.looseObject({
  resourceType: z.literal('CarePlan'),
  ...resource,
  status: text,
  intent: text,
  category: z.optional(z.array(concept)),
  title: text,
  subject: z.optional(reference),
  period: z.optional(period),
  goal: z.optional(z.array(reference)),
  note: z.optional(z.array(annotation)),
});

export type CarePlanWire = z.infer<typeof carePlan>;
