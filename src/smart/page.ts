/** What the launch needs of a window, so that tests can have several of them in one tab. */
export interface Page {
  readonly location: {
    readonly href: string;
    assign(url: string): void;
    readonly ancestorOrigins?: ArrayLike<string>;
  };
  readonly history: {
    readonly state: unknown;
    replaceState(state: unknown, unused: string, url: string): void;
  };
  readonly sessionStorage: TextStorage;
  readonly localStorage: TextStorage;
  readonly navigator: {readonly locks?: {request(name: string, work: () => Promise<void>): Promise<unknown>}};
  readonly self: unknown;
  readonly top: unknown;
}

/** The part of the browser's `Storage` that is used. Reaching for it can throw where a browser blocks storage. */
export interface TextStorage {
  readonly length: number;
  key(index: number): string | null;
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

/** True inside a frame. */
export function isFramed(page: Page): boolean {
  return page.self !== page.top;
}

/**
 * True when a page that the site does not name frames this one. Stands in for `frame-ancestors` where no header can be
 * set; a browser that does not tell the ancestors (Firefox) has only the header.
 */
export function isFramedByStranger(page: Page, allowed: readonly string[]): boolean {
  const ancestors = page.location.ancestorOrigins;
  if (!isFramed(page) || !ancestors) return false;
  const own = new URL(page.location.href).origin;
  return Array.from(ancestors).some(
    (origin) => !allowed.includes(origin) && !(origin === own && allowed.includes("'self'")),
  );
}
