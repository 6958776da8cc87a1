import {coding, concept, period, reference, resource} from './types.ts';
import {z} from './zod.ts';

/** An Encounter as a contact is read from it: loose, because a contact can be marked as a mistake. */
export const contactEncounter = z.looseObject({
  resourceType: z.literal('Encounter'),
  ...resource,
  extension: z.optional(
    z.array(z.looseObject({url: z.optional(z.string()), valueReference: z.optional(reference)})),
  ),
  status: z.optional(z.string()),
  class: z.optional(coding),
  type: z.optional(z.array(concept)),
  period: z.optional(period),
  participant: z.optional(
    z.array(z.looseObject({type: z.optional(z.array(concept)), individual: z.optional(reference)})),
  ),
  reasonCode: z.optional(z.array(concept)),
});

export type ContactEncounterWire = z.infer<typeof contactEncounter>;
