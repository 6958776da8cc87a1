import type {Goal} from './goal.ts';

/** The project's own codes of domains of life; those of the HL7 Patient-Centered Outcomes guide are not final. */
export const DOMAIN_SYSTEM = 'urn:isp-panel:goal-domain';

/**
 * The twelve domains of life of the HL7 Patient-Centered Outcomes guide, with the display of each code. `named`: how
 * others write the same in words, in French.
 */
export const goalDomains = {
  housing: {display: 'Housing', named: 'logement'},
  access: {display: 'Access to services', named: 'accès aux services'},
  caregiver: {display: 'Caregiver needs', named: 'besoins des proches aidants'},
  'end-of-life': {display: 'End of life', named: 'fin de vie'},
  independence: {display: 'Independence', named: 'autonomie'},
  legal: {display: 'Legal', named: 'juridique'},
  conditions: {display: 'Managing conditions', named: 'gestion des maladies'},
  medication: {display: 'Medication', named: 'gestion des médicaments'},
  wellness: {display: 'Health and wellness', named: 'santé et mieux-être'},
  function: {display: 'Physical function', named: 'fonction physique'},
  social: {display: 'Social functioning', named: 'vie sociale'},
  emotional: {display: 'Emotional and mental health', named: 'santé émotionnelle et mentale'},
} as const;

export type GoalDomain = keyof typeof goalDomains;

/** The domain that a goal's category names, by the project's code, else by its words; null when it names another. */
export function domainOf(domain: Goal['domain']): GoalDomain | null {
  if (domain === null) return null;
  const {coded, text} = domain;
  const names = Object.keys(goalDomains) as GoalDomain[];
  const own = coded?.system === DOMAIN_SYSTEM ? names.find((name) => name === coded.code) : undefined;
  const said = text.trim().toLowerCase();
  return (
    own ??
    names.find(
      (name) => said === goalDomains[name].display.toLowerCase() || said === goalDomains[name].named,
    ) ??
    null
  );
}

/** A domain as a goal holds it, in the words of a screen. */
export function asDomain(name: GoalDomain, text: string): NonNullable<Goal['domain']> {
  return {coded: {system: DOMAIN_SYSTEM, code: name, display: goalDomains[name].display}, text};
}
