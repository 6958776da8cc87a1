/** Takes the place of fhirclient's client in the built pages: it only carries what the token endpoint answered. */
export default class Client {
  readonly state: unknown;

  constructor(_environment: unknown, state: unknown) {
    this.state = state;
  }
}
