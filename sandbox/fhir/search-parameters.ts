/** How a search parameter compares. */
export type ParameterKind = 'token' | 'date' | 'reference' | 'string' | 'uri';

export interface SearchParameter {
  readonly kind: ParameterKind;
  /** Dotted paths into the resource; a value at any of them may match. */
  readonly paths: readonly string[];
}

/** Per kind: `name` (path is the same) or `name=path` or `name=path,path`. */
type Row = Partial<Record<ParameterKind, string>>;

const SUBJECT = 'patient=subject subject';

/** FHIR R4 search parameters of the types the sandbox serves (names and meanings as in the R4 registry). */
const ROWS: Readonly<Record<string, Row>> = {
  Patient: {
    token: 'identifier active gender deceased=deceasedBoolean language=communication.language',
    string:
      'name=name.text,name.family,name.given,name.prefix family=name.family given=name.given address=address.text,address.city,address.line',
    date: 'birthdate=birthDate',
    reference: 'organization=managingOrganization general-practitioner=generalPractitioner',
  },
  Encounter: {
    token: 'identifier status class type reason-code=reasonCode',
    date: 'date=period',
    reference: `${SUBJECT} service-provider=serviceProvider participant=participant.individual practitioner=participant.individual part-of=partOf location=location.location episode-of-care=episodeOfCare appointment based-on=basedOn diagnosis=diagnosis.condition`,
  },
  CarePlan: {
    token: 'identifier status intent category activity-code=activity.detail.code',
    date: 'date=period',
    reference: `${SUBJECT} goal care-team=careTeam condition=addresses encounter based-on=basedOn replaces part-of=partOf activity-reference=activity.reference performer=activity.detail.performer`,
  },
  Goal: {
    token: 'identifier lifecycle-status=lifecycleStatus achievement-status=achievementStatus category',
    date: 'start-date=startDate target-date=target.dueDate',
    reference: SUBJECT,
  },
  CareTeam: {
    token: 'identifier status category',
    date: 'date=period',
    reference: `${SUBJECT} participant=participant.member encounter`,
  },
  Task: {
    token: 'identifier status intent code business-status=businessStatus priority performer=performerType',
    date: 'authored-on=authoredOn modified=lastModified period=executionPeriod',
    reference: 'patient=for subject=for owner requester focus based-on=basedOn part-of=partOf encounter',
  },
  Condition: {
    token:
      'identifier category code clinical-status=clinicalStatus verification-status=verificationStatus severity',
    date: 'onset-date=onsetDateTime,onsetPeriod recorded-date=recordedDate abatement-date=abatementDateTime,abatementPeriod',
    reference: `${SUBJECT} encounter asserter`,
  },
  Observation: {
    token: 'identifier status category code value-concept=valueCodeableConcept',
    date: 'date=effectiveDateTime,effectivePeriod,effectiveInstant',
    reference: `${SUBJECT} encounter performer focus derived-from=derivedFrom based-on=basedOn has-member=hasMember`,
  },
  QuestionnaireResponse: {
    token: 'identifier status',
    date: 'authored',
    uri: 'questionnaire',
    reference: `${SUBJECT} encounter author source based-on=basedOn part-of=partOf`,
  },
  DocumentReference: {
    token: 'identifier=identifier,masterIdentifier status type category security-label=securityLabel',
    date: 'date period=context.period',
    reference: `${SUBJECT} author custodian encounter=context.encounter related=context.related relatesto=relatesTo.target`,
  },
  Communication: {
    token: 'identifier status category medium',
    date: 'sent received',
    reference: `${SUBJECT} sender recipient encounter based-on=basedOn part-of=partOf`,
  },
  Appointment: {
    token: 'identifier status service-type=serviceType appointment-type=appointmentType specialty',
    date: 'date=start',
    reference:
      'patient=participant.actor actor=participant.actor practitioner=participant.actor location=participant.actor based-on=basedOn',
  },
  EpisodeOfCare: {
    token: 'identifier status type',
    date: 'date=period',
    reference:
      'patient organization=managingOrganization care-manager=careManager condition=diagnosis.condition',
  },
  Consent: {
    token: 'identifier status category scope action=provision.action',
    date: 'date=dateTime period=provision.period',
    reference: 'patient organization actor=provision.actor.reference consentor=performer',
  },
  Flag: {token: 'identifier', date: 'date=period', reference: `${SUBJECT} author encounter`},
  ServiceRequest: {
    token: 'identifier status intent category code priority',
    date: 'authored=authoredOn occurrence=occurrenceDateTime,occurrencePeriod',
    reference: `${SUBJECT} requester performer encounter based-on=basedOn replaces`,
  },
  Provenance: {
    date: 'recorded when=occurredDateTime',
    token: 'agent-role=agent.role agent-type=agent.type',
    reference: 'target patient=target agent=agent.who entity=entity.what location',
  },
  RelatedPerson: {
    token: 'identifier active relationship gender',
    string: 'name=name.text,name.family,name.given',
    reference: 'patient',
  },
  Practitioner: {
    token: 'identifier active gender telecom',
    string: 'name=name.text,name.family,name.given family=name.family given=name.given',
  },
  PractitionerRole: {
    token: 'identifier active role=code specialty telecom',
    date: 'date=period',
    reference: 'practitioner organization location service=healthcareService',
  },
  Organization: {
    token: 'identifier active type',
    string: 'name=name,alias address=address.text,address.city',
    reference: 'partof=partOf',
  },
  Location: {
    token: 'identifier status type',
    string: 'name=name,alias address=address.text,address.city',
    reference: 'organization=managingOrganization partof=partOf',
  },
  HealthcareService: {
    token: 'identifier active service-type=type',
    string: 'name',
    reference: 'organization=providedBy location',
  },
  Questionnaire: {token: 'identifier status', string: 'title name', uri: 'url'},
  Device: {token: 'identifier status type', reference: 'patient'},
  Basic: {token: 'identifier code', date: 'created', reference: `${SUBJECT} author`},
};

const COMMON: Readonly<Record<string, SearchParameter>> = {
  _id: {kind: 'token', paths: ['id']},
  _lastUpdated: {kind: 'date', paths: ['meta.lastUpdated']},
  _tag: {kind: 'token', paths: ['meta.tag']},
  _profile: {kind: 'uri', paths: ['meta.profile']},
};

const table = new Map<string, Readonly<Record<string, SearchParameter>>>();
for (const [type, row] of Object.entries(ROWS)) {
  const parameters: Record<string, SearchParameter> = {...COMMON};
  for (const [kind, text] of Object.entries(row) as [ParameterKind, string][]) {
    for (const item of text.split(' ')) {
      const [name = '', paths = name] = item.split('=');
      parameters[name] = {kind, paths: paths.split(',')};
    }
  }
  table.set(type, parameters);
}

/** The resource types that the sandbox serves. */
export const SERVED_TYPES: readonly string[] = [...table.keys()];

/** The search parameters of a served type. */
export function searchParameters(type: string): Readonly<Record<string, SearchParameter>> {
  return table.get(type) ?? COMMON;
}
