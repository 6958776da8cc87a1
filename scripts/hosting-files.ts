import {openerPolicy, siteCsp} from '../src/config/csp.ts';
import type {Site} from '../src/config/site.ts';

/** Headers that every page of the build is to be served with, besides its own policy. */
const COMMON: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Strict-Transport-Security': 'max-age=31536000',
  'Permissions-Policy': 'clipboard-write=(self)',
};
const PAGES = [
  ['launch.html', 'launch'],
  ['index.html', 'index'],
] as const;

/**
 * The headers of the build in the forms that hosts read: `_headers` (static hosts) and an nginx include. The policy in the
 * pages themselves lacks `frame-ancestors`, which only a header can set.
 */
export function hostingFiles(site: Site): Readonly<Record<string, string>> {
  const of = (kind: 'launch' | 'index') => ({
    ...COMMON,
    'Cross-Origin-Opener-Policy': openerPolicy(site, kind),
    'Content-Security-Policy': siteCsp(site, kind, {header: true}),
  });
  const lines = (headers: Readonly<Record<string, string>>, line: (name: string, value: string) => string) =>
    Object.entries(headers)
      .map(([name, value]) => line(name, value))
      .join('\n');
  const assets = 'public, max-age=31536000, immutable';
  return {
    _headers: [
      ...PAGES.map(([page, kind]) => `/${page}\n${lines(of(kind), (name, value) => `  ${name}: ${value}`)}`),
      `/assets/*\n  Cache-Control: ${assets}`,
      '',
    ].join('\n'),
    'nginx.conf.txt': [
      ...PAGES.map(
        ([page, kind]) =>
          `location = /${page} {\n${lines(of(kind), (name, value) => `  add_header ${name} "${value}" always;`)}\n}`,
      ),
      `location /assets/ {\n  add_header Cache-Control "${assets}";\n}`,
      '',
    ].join('\n'),
  };
}
