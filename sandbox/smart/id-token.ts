import {generateKeyPairSync, sign, type JsonWebKey} from 'node:crypto';

/** Signs id_tokens with a key that lives as long as the process (ES256). */
export class IdTokens {
  readonly #keys = generateKeyPairSync('ec', {namedCurve: 'P-256'});
  /** The public half, as a JWK Set. */
  readonly jwks: {keys: (JsonWebKey & {kid: string; use: string; alg: string})[]} = {
    keys: [{...this.#keys.publicKey.export({format: 'jwk'}), kid: 'sandbox', use: 'sig', alg: 'ES256'}],
  };

  /**
   * A signed token. Its payload always holds `-` and `_` in base64url, which naive decoders break on: a filler claim is
   * varied until it does.
   */
  make(claims: Readonly<Record<string, unknown>>): string {
    const header = encode({alg: 'ES256', typ: 'JWT', kid: 'sandbox'});
    let payload = '';
    for (let filler = 0; !(payload.includes('-') && payload.includes('_')); filler++) {
      payload = encode({
        ...claims,
        filler: `${'é'.repeat(filler % 3)}${'ÿ~?>'.repeat(1 + (filler % 40))}${filler}`,
      });
    }
    const text = `${header}.${payload}`;
    const signature = sign('sha256', Buffer.from(text), {
      key: this.#keys.privateKey,
      dsaEncoding: 'ieee-p1363',
    });
    return `${text}.${signature.toString('base64url')}`;
  }
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value), 'utf8').toString('base64url');
}
