import {inPatientCompartment, parseReference} from './compartment.ts';
import {FhirError} from './outcome.ts';
import type {SearchScope} from './search.ts';
import type {Store} from './store.ts';
import type {Resource} from '../json.ts';
import type {Permissions, Right} from '../smart/scopes.ts';

/** Who asks: a token's launch patient and scopes. */
export interface Caller {
  readonly patientId: string;
  readonly permissions: Permissions;
}

/** The one place that decides whether a caller may do something; a refusal is a FhirError 403. */
export class Access {
  readonly #caller: Caller;
  readonly #store: Store;
  readonly #confines: boolean;

  /** `confines`: whether the token opens the chart of its own patient only. */
  constructor(caller: Caller, store: Store, confines = true) {
    this.#caller = caller;
    this.#store = store;
    this.#confines = confines;
  }

  /** The token's scopes give this right on the type at all. */
  checkType(type: string, right: Right): void {
    if (!this.#caller.permissions.allows(type, right, inPatientCompartment(type))) {
      throw new FhirError(403, 'forbidden', `The granted scopes do not allow "${right}" on ${type}.`);
    }
  }

  /** This resource may be read or written: it is of the launch patient and within the scopes. */
  checkResource(resource: Resource, right: Right): void {
    this.checkType(resource.resourceType, right);
    if (!this.#inCompartment(resource)) {
      throw new FhirError(
        403,
        'forbidden',
        `This ${resource.resourceType} does not belong to the launch patient.`,
      );
    }
    const confined = inPatientCompartment(resource.resourceType);
    if (!this.#caller.permissions.allowsResource(resource, right, confined)) {
      throw new FhirError(403, 'forbidden', `The granted scopes do not cover this ${resource.resourceType}.`);
    }
  }

  /** Confines a search; asking by name for another patient is refused instead of answered with nothing. */
  search(type: string, query: URLSearchParams): SearchScope {
    this.checkType(type, 's');
    for (const [key, value] of this.#confines ? query : []) {
      const [name, modifier] = key.split(':');
      if (modifier === 'missing') continue;
      if (name !== 'patient' && name !== 'subject' && !(type === 'Patient' && name === '_id')) continue;
      const named = value.split(',').map((item) => parseReference(item) ?? {type: 'Patient', id: item});
      if (named.some((one) => one.type === 'Patient' && one.id !== this.#caller.patientId)) {
        throw new FhirError(
          403,
          'forbidden',
          'This search is about a patient other than the launch patient.',
        );
      }
    }
    return this.scope();
  }

  /** What a search, a page or an include may show. */
  scope(): SearchScope {
    return {
      patientId: this.#confines ? this.#caller.patientId : null,
      maySee: (resource) =>
        this.#inCompartment(resource) &&
        this.#caller.permissions.allowsResource(resource, 's', inPatientCompartment(resource.resourceType)),
    };
  }

  #inCompartment(resource: Resource): boolean {
    if (!this.#confines || !inPatientCompartment(resource.resourceType)) return true;
    const patients = this.#store.patientsOf(resource);
    return patients.length === 1 && patients[0] === this.#caller.patientId;
  }
}
