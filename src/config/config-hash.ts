/**
 * Hash of a configuration, for the proof of a number: `sha256:` and the SHA-256 of its canonical JSON (members in order
 * of their names). Two sites with equal options have equal hashes. `sha256:unavailable` on a page without Web Crypto.
 */
export async function configHash(config: object): Promise<string> {
  const subtle: SubtleCrypto | undefined = globalThis.crypto?.subtle;
  if (!subtle) return 'sha256:unavailable';
  const digest = await subtle.digest('SHA-256', new TextEncoder().encode(canonical(config)));
  const hex = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0'));
  return `sha256:${hex.join('')}`;
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`).join(',')}}`;
}
