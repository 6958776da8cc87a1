import {concept, period, reference, resource} from './types.ts';
import {z} from './zod.ts';

export const episodeOfCare = z.looseObject({
  resourceType: z.literal('EpisodeOfCare'),
  ...resource,
  status: z.optional(z.string()),
  type: z.optional(z.array(concept)),
  patient: z.optional(reference),
  period: z.optional(period),
});

export type EpisodeOfCareWire = z.infer<typeof episodeOfCare>;
