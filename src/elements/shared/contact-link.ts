/**
 * An address for a phone as a record writes it: digits and a leading plus only, an extension as `;ext=` (RFC 3966).
 * Null when there is no number to call; such text is shown as it is.
 */
export function telHref(value: string): string | null {
  const parts = /^([^a-z#;,]*)(?:[a-z#;,][^\d]*(\d+)?)?/i.exec(value.trim().replace(/^tel:/i, ''));
  const digits = (parts?.[1] ?? '').replace(/\D/g, '');
  if (digits.length < 3 || digits.length > 15) return null;
  const plus = value.trim().replace(/^tel:/i, '').startsWith('+') ? '+' : '';
  return `tel:${plus}${digits}${parts?.[2] ? `;ext=${parts[2]}` : ''}`;
}

/** An address for an e-mail, or null when the text is not one plain address: nothing else may get into the link. */
export function mailHref(value: string): string | null {
  const text = value.trim();
  return /^[\w.+'-]+@[\w-]+(\.[\w-]+)+$/.test(text) ? `mailto:${text}` : null;
}
