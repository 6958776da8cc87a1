import {asObject, asText, type JsonObject} from './json.ts';

/** What the record system says about the chart from which the panel was launched. */
export interface SmartContext {
  readonly patientId: string;
  readonly encounterId: string | null;
  /** Reference of the signed-in person (`Practitioner/x`), from a checked id_token; else null. */
  readonly user: string | null;
  /** False only when the host says that it shows the patient's identity itself. */
  readonly needPatientBanner: boolean;
  readonly intent: string | null;
  readonly fhirContext: readonly FhirContextItem[];
  /** Address of the host's style file, inside the web; not fetched here. */
  readonly smartStyleUrl: string | null;
  /** Handle and origin of SMART Web Messaging as the launch gave them, unchecked: `readMessaging` checks them. */
  readonly messaging: readonly [handle: unknown, origin: unknown];
}

export interface FhirContextItem {
  readonly reference: string;
  readonly role: string | null;
}

/** Reads the launch context of a token response; null when it names no patient (SMART App Launch 2.2, launch context). */
export function readContext(response: JsonObject, user: string | null): SmartContext | null {
  const patientId = idOf(response['patient'], 'Patient');
  if (patientId === null) return null;
  return {
    patientId,
    encounterId: idOf(response['encounter'], 'Encounter'),
    user,
    needPatientBanner: response['need_patient_banner'] !== false,
    intent: asText(response['intent'])?.slice(0, 64) ?? null,
    fhirContext: contextItems(response['fhirContext']),
    smartStyleUrl: webAddress(response['smart_style_url']),
    messaging: [response['smart_web_messaging_handle'], response['smart_web_messaging_origin']],
  };
}

/** A reference of the form `Type/id`, from an absolute or relative `fhirUser`; null for anything else. */
export function userReference(value: unknown): string | null {
  const match =
    /(?:^|\/)((?:Practitioner|PractitionerRole|Patient|RelatedPerson|Person)\/[A-Za-z0-9.-]{1,64})$/.exec(
      asText(value) ?? '',
    );
  return match?.[1] ?? null;
}

/** The id in a context value; some servers send `Patient/1` instead of `1`. */
function idOf(value: unknown, type: string): string | null {
  const id = asText(value)?.replace(new RegExp(`^${type}/`), '') ?? '';
  return /^[A-Za-z0-9.-]{1,64}$/.test(id) ? id : null;
}

function contextItems(value: unknown): readonly FhirContextItem[] {
  if (!Array.isArray(value)) return [];
  return value.slice(0, 20).flatMap((raw: unknown) => {
    const item = asObject(raw);
    const reference = asText(item?.['reference']);
    if (reference === null || !/^[A-Za-z]+\/[A-Za-z0-9.-]{1,64}$/.test(reference)) return [];
    return [{reference, role: asText(item?.['role'])}];
  });
}

function webAddress(value: unknown): string | null {
  const text = asText(value);
  return text !== null && /^https?:\/\//.test(text) && URL.canParse(text) ? text : null;
}
