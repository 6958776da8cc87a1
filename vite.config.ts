import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {defineConfig, type Plugin, type Rolldown} from 'vite';
import {siteCsp} from './src/config/csp.ts';
import {pageData, parseSite} from './src/config/site.ts';
import {hostingFiles} from './scripts/hosting-files.ts';
import {reachedFrom, type ModuleInfoOf} from './scripts/module-graph.ts';

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

/** Builds the launch pages and the panel into dist-app/. `ISP_SITE` names the site file; `isp-site.json` otherwise. */
export default defineConfig({
  root: path('launch'),
  base: './',
  plugins: [leanFhirclient(), repeatedImports(), sitePages()],
  resolve: {
    alias: {
      // fhirclient may send nothing on its own, and logs nothing (its debug output holds whole token responses).
      'cross-fetch': path('src/smart/fhirclient-fetch.ts'),
      debug: path('src/smart/no-debug.cjs'),
    },
  },
  define: {'process.env.NODE_ENV': '"production"'},
  build: {
    target: 'es2022',
    outDir: path('dist-app'),
    emptyOutDir: true,
    manifest: true,
    // The pages name what they want early; a helper that does it for every import costs more than it brings.
    modulePreload: false,
    reportCompressedSize: false,
    rolldownOptions: {
      input: {launch: path('launch/launch.html'), index: path('launch/index.html')},
      preserveEntrySignatures: 'allow-extension',
      // What is loaded together lies together: one file compresses better than ten.
      output: {codeSplitting: {groups: [{name: firstLoad}], includeDependenciesRecursively: false}},
    },
  },
});

/** What lies together because it is loaded together: what the launch page needs, and what the first content needs. */
function firstLoad(id: string, context: {getModuleInfo: ModuleInfoOf}): string | null {
  const getModuleInfo: ModuleInfoOf = (module) => context.getModuleInfo(module);
  // The sign-in from both its ends: what the first page loads, the second one has.
  const signIn =
    reachedIn('launch/launch.ts', getModuleInfo).has(id) || isIn('src/smart/session.ts', id, getModuleInfo);
  if (signIn) return 'launch-core';
  const first = ['launch/index.ts', 'src/define.ts'].some((entry) => reachedIn(entry, getModuleInfo).has(id));
  if (first) return 'core';
  return sectionEntries.some((entry) => isIn(entry, id, getModuleInfo)) ? 'first-content' : null;
}

/** What the redirect page fetches while it waits for the token: the sections, and all that reads and counts for them. */
const sectionEntries = [
  'src/elements/panel/define-sections.ts',
  'src/app/commands/load-sections.ts',
  'src/app/record-chart.ts',
  'src/domain/count-use.ts',
];

function isIn(entry: string, id: string, getModuleInfo: ModuleInfoOf): boolean {
  return id === path(entry) || reachedIn(entry, getModuleInfo).has(id);
}

const known = new Map<string, ReadonlySet<string>>();

/** What an entry, named from here, imports; asked for many times in one build. */
function reachedIn(entry: string, getModuleInfo: ModuleInfoOf): ReadonlySet<string> {
  let found = known.get(entry);
  if (!found) known.set(entry, (found = reachedFrom(path(entry), getModuleInfo)));
  return found;
}

/** Files of the chunks with these names, and of all that they import. */
function withImports(bundle: Rolldown.OutputBundle, names: readonly string[]): readonly string[] {
  const files = new Set<string>();
  const visit = (fileName: string): void => {
    const chunk = bundle[fileName];
    if (chunk?.type !== 'chunk' || files.has(fileName)) return;
    files.add(fileName);
    for (const next of chunk.imports) visit(next);
  };
  for (const chunk of Object.values(bundle)) {
    if (chunk.type === 'chunk' && names.includes(chunk.name)) visit(chunk.fileName);
  }
  return [...files];
}

/** What stands for modules of fhirclient, by their names. */
const stubs: Readonly<Record<string, string>> = {
  settings: `exports.SMART_KEY = 'SMART_KEY'; exports.patientParams = [];`,
  HttpError: 'exports.default = class extends Error { async parse() {} };',
};

/**
 * fhirclient makes a client of its session, which nothing here uses: a stand-in that holds the state is enough. Of its
 * settings, which list every type of resource, only the name of its key is; of its errors, that they are thrown: what the
 * token endpoint said is read by `src/smart/fhirclient.ts`.
 */
function leanFhirclient(): Plugin {
  return {
    name: 'isp-lean-fhirclient',
    enforce: 'pre',
    load: (id) => stubs[/\/fhirclient\/lib\/(\w+)\.js$/u.exec(id)?.[1] ?? ''] ?? null,
    resolveId: (source, importer) =>
      source === './Client' && importer?.endsWith('/fhirclient/lib/smart.js')
        ? path('src/smart/fhirclient-client.ts')
        : null,
  };
}

/**
 * Vite's helper fetches style sheets and files early for each import; the pages name theirs, and no import has styles.
 *
 * In its place: most browsers remember a module that did not come for as long as the page stands, and never ask for it
 * again. It is asked for under another address, the same one for all until that fails too; Safari, which does not name
 * the file in its error, asks again by itself.
 */
function repeatedImports(): Plugin {
  return {
    name: 'isp-repeated-imports',
    enforce: 'pre',
    load: (id) => (id.includes('vite/preload-helper') ? repeatedImport : null),
  };
}

const repeatedImport = `
let failures = 0;
export const __vitePreload = (load) =>
  load().catch((error) =>
    import(/https?:\\S+/.exec(error.message) + '?' + failures).catch(() => {
      failures++;
      throw error;
    }),
  );
`;

/** Puts the site file and the Content-Security-Policy made from it into the pages, and writes both for servers. */
function sitePages(): Plugin {
  const named = process.env['ISP_SITE'];
  const file = named || path('isp-site.json');
  // A file that was named and is not there ends the build: no panel goes out with settings that nobody chose.
  const raw: unknown = named || existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  const parsed = parseSite(raw);
  const {site} = parsed;
  return {
    name: 'isp-site-pages',
    buildStart() {
      // Written by hand: whatever the log level, whoever builds is to see it.
      for (const {path: place, kind} of parsed.notices)
        process.stderr.write(`${file}: ${place || 'the file'}: ${kind}, not used\n`);
    },
    transformIndexHtml: {
      order: 'post',
      handler(html, {path: page, bundle}) {
        const kind = page.endsWith('launch.html') ? 'launch' : 'index';
        const policy = siteCsp(site, kind, {header: false});
        // The launch page fetches what the redirect page needs; that one fetches the sections while it waits for the token.
        const soon =
          kind === 'launch'
            ? ['define', 'index']
            : ['define-sections', 'load-sections', 'record-chart', 'count-use'];
        const early = withImports(bundle ?? {}, soon).map(
          (fileName) => `<link rel="modulepreload" crossorigin href="./${fileName}">`,
        );
        return html
          .replace('id="isp-site">', (tag) => tag + pageData(parsed))
          .replace(
            '<meta charset="utf-8" />',
            `<meta charset="utf-8" />\n    <meta http-equiv="Content-Security-Policy" content="${policy}" />`,
          )
          .replace('</head>', `  ${early.join('\n    ')}\n  </head>`);
      },
    },
    closeBundle() {
      for (const [name, text] of Object.entries(hostingFiles(site)))
        writeFileSync(path(`dist-app/${name}`), text);
    },
  };
}
