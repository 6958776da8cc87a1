import {annotation, concept, contactPoint, period, reference, resource} from './types.ts';
import {z} from './zod.ts';

const text = z.optional(z.string());

export const participant = z.looseObject({
  role: z.optional(z.array(concept)),
  member: z.optional(reference),
  onBehalfOf: z.optional(reference),
  period: z.optional(period),
  modifierExtension: z.optional(z.array(z.unknown())),
});

export const careTeam = z.looseObject({
  resourceType: z.literal('CareTeam'),
  ...resource,
  status: text,
  category: z.optional(z.array(concept)),
  subject: z.optional(reference),
  period: z.optional(period),
  participant: z.optional(z.array(participant)),
  note: z.optional(z.array(annotation)),
});

/**
 * Whoever can be a member: Practitioner, PractitionerRole, RelatedPerson, Patient, Organization or CareTeam. `name` is
 * a text or a list of names, so it is told apart where it is read.
 */
export const member = z.looseObject({
  resourceType: z.string(),
  name: z.optional(z.unknown()),
  telecom: z.optional(z.array(contactPoint)),
  practitioner: z.optional(reference),
  organization: z.optional(reference),
  patient: z.optional(reference),
  code: z.optional(z.array(concept)),
});

export type CareTeamWire = z.infer<typeof careTeam>;
export type ParticipantWire = z.infer<typeof participant>;
export type MemberWire = z.infer<typeof member>;
