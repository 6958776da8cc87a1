import {concept, period, reference, resource} from './types.ts';
import {z} from './zod.ts';

const text = z.optional(z.string());

export const task = z.looseObject({
  resourceType: z.literal('Task'),
  ...resource,
  basedOn: z.optional(z.array(reference)),
  status: text,
  statusReason: z.optional(concept),
  code: z.optional(concept),
  description: text,
  focus: z.optional(reference),
  executionPeriod: z.optional(period),
  lastModified: text,
  owner: z.optional(reference),
  restriction: z.optional(z.looseObject({period: z.optional(period)})),
});

/** CarePlan.activity, as far as an action is read from it. */
export const activity = z.looseObject({
  id: text,
  modifierExtension: z.optional(z.array(z.unknown())),
  reference: z.optional(reference),
  detail: z.optional(
    z.looseObject({
      kind: text,
      code: z.optional(concept),
      goal: z.optional(z.array(reference)),
      status: text,
      statusReason: z.optional(concept),
      scheduledPeriod: z.optional(period),
      scheduledString: text,
      performer: z.optional(z.array(reference)),
      description: text,
    }),
  ),
});
