import {loadPerson, type FixtureResource} from '../../fixtures/people.ts';
import type {SandboxPerson} from '../../sandbox/people.ts';

// People whose care teams are as small, as large and as badly kept as records have them. Everybody is invented.

/** What a participant and its member are: `resource` is absent for a member that the record cannot show. */
interface Place {
  readonly participant: object;
  readonly resource?: FixtureResource;
}

const roles = [
  ['445451001', 'Infirmière gestionnaire de cas'],
  ['62247001', 'Family physician'],
  ['46255001', 'Pharmacienne'],
  ['106328005', 'Social worker'],
  ['59944000', 'Psychologue'],
  ['159033005', 'Dietitian'],
] as const;
const names = [
  ['Marie-Ève', 'Tremblay-Deschênes'],
  ['Siobhán', 'Fitzgerald-O’Shaughnessy'],
  ['Jean-Sébastien', 'Gagné-Fictif'],
  ['Christopher', 'Featherstonehaugh'],
  ['Anne-Frédérique', 'Archambault-Inventée'],
  ['Oluwaseun', 'Adebayo-Example'],
] as const;
const places = [
  'Centre intégré universitaire de santé et de services sociaux de l’Exemple',
  'Lakeside Example Family Health Team',
  'GMF Modèle',
] as const;

/** The n-th professional of a team, as records name them: by themselves or by their position, French and English. */
function professional(n: number): Place {
  const [given, family] = names[n % names.length] ?? names[0];
  const [code, text] = roles[n % roles.length] ?? roles[0];
  const id = `crowd-${n}`;
  const display = `${given} ${family}${n < names.length ? '' : ` ${n}`}`;
  return {
    participant: {
      role: [{coding: [{system: 'http://snomed.info/sct', code}], text}],
      member: {reference: `Practitioner/${id}`, display},
      onBehalfOf: {display: places[n % places.length]},
      period: {start: '2026-04-22'},
    },
    resource: {
      resourceType: 'Practitioner',
      id,
      name: [{family, given: [given]}],
      ...(n % 4 === 3
        ? {}
        : {
            telecom: [
              {
                system: 'phone',
                value: `+1 418 555-01${String(n).padStart(2, '0')} poste 40${n}`,
                use: 'work',
              },
              {system: 'email', value: `prenom.nom-de-famille.${n}@sante-exemple.test`},
            ],
          }),
    },
  };
}

const crowd = (count: number): readonly Place[] => Array.from({length: count}, (_, n) => professional(n));

/** Members that do not resolve, have no role or no name, or come as words alone. */
const badlyKept: readonly Place[] = [
  {participant: {member: {reference: 'Practitioner/gone'}, period: {start: '2026-04-22'}}},
  {participant: {member: {reference: 'Organization/gone', display: 'Maison d’entraide L’Exemple'}}},
  {participant: {member: {display: 'Voisine d’en face, Mme Gagnon-Fictive'}}},
  {
    participant: {
      role: [{text: 'Intervenante communautaire de proximité en soutien psychosocial et en hébergement'}],
      member: {reference: 'PractitionerRole/gone'},
    },
  },
  {
    participant: {
      ...professional(4).participant,
      member: {reference: 'Practitioner/left', display: 'Dre Marie-Hélène Inventée'},
      period: {start: '2024-01-08', end: '2026-06-30'},
    },
  },
];

/** The ordinary person with other teams in place of their own. */
function withTeams(slug: string, ...teams: readonly (readonly Place[])[]): SandboxPerson {
  const kept = loadPerson('ordinary').resources.filter(({resourceType}) => resourceType !== 'CareTeam');
  const text = JSON.stringify(kept);
  const resources = JSON.parse(text.replaceAll('ordinary', slug)) as readonly FixtureResource[];
  const careTeams = teams.map((team, at) => ({
    resourceType: 'CareTeam',
    id: `${slug}-team-${at}`,
    meta: {versionId: '1'},
    status: 'active',
    subject: {reference: `Patient/${slug}`},
    participant: team.map(({participant}) => participant),
  }));
  const members = new Map(
    teams.flat().flatMap(({resource}) => (resource ? [[resource.id, resource] as const] : [])),
  );
  const title = {en: slug, fr: slug};
  return {slug, title, story: title, resources: [...resources, ...careTeams, ...members.values()]};
}

/** Teams of nobody, 1, 12 and 40; two that overlap; one with what records keep badly. */
export const teamPeople: readonly SandboxPerson[] = [
  withTeams('team-none'),
  withTeams('team-one', crowd(1)),
  withTeams('team-twelve', crowd(12)),
  withTeams('team-forty', crowd(40)),
  withTeams('team-overlap', crowd(6), [...crowd(9).slice(3), ...crowd(1)]),
  withTeams('team-kept-badly', [...crowd(2), ...badlyKept]),
];
