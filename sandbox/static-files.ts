import {readFile} from 'node:fs/promises';
import {extname, join, normalize} from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

export interface StaticFile {
  readonly type: string;
  readonly body: Buffer;
}

/** A file below a folder, or null; `/` is `index.html`. Nothing outside the folder can be named. */
export async function staticFile(folder: string, pathname: string): Promise<StaticFile | null> {
  const path = normalize(decodeURIComponent(pathname === '/' ? '/index.html' : pathname));
  const type = TYPES[extname(path)];
  if (type === undefined || path.includes('..')) return null;
  try {
    return {type, body: await readFile(join(folder, path))};
  } catch {
    return null;
  }
}
