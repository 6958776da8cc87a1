import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {defineConfig, type Plugin, type Rolldown} from 'vite';
import {siteCsp} from './src/config/csp.ts';
import {parseSite} from './src/config/site.ts';
import {hostingFiles} from './scripts/hosting-files.ts';

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

/** Builds the launch pages and the panel into dist-app/. `ISP_SITE` names the site file; `isp-site.json` otherwise. */
export default defineConfig({
  root: path('launch'),
  base: './',
  plugins: [leanFhirclient(), sitePages()],
  resolve: {
    alias: {
      // fhirclient may send nothing on its own, and logs nothing (its debug output holds whole token responses).
      'cross-fetch': path('src/smart/fhirclient-fetch.ts'),
      debug: path('src/smart/no-debug.ts'),
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
      // The package names its built file, not this one: without this rule the registration of the elements is left out.
      treeshake: {moduleSideEffects: [{test: /\/src\/define\.ts$/, sideEffects: true}]},
    },
  },
});

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

/** fhirclient makes a client of its session, which nothing here uses: a stand-in that holds the state is enough. */
function leanFhirclient(): Plugin {
  return {
    name: 'isp-lean-fhirclient',
    enforce: 'pre',
    resolveId: (source, importer) =>
      source === './Client' && importer?.endsWith('/fhirclient/lib/smart.js')
        ? path('src/smart/fhirclient-client.ts')
        : null,
  };
}

/** Puts the site file and the Content-Security-Policy made from it into the pages, and writes both for servers. */
function sitePages(): Plugin {
  const file = process.env['ISP_SITE'] ?? path('isp-site.json');
  const raw: unknown = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  const {site, notices} = parseSite(raw);
  return {
    name: 'isp-site-pages',
    buildStart() {
      for (const {path: place, kind} of notices) this.warn(`${file}: ${place || 'the file'}: ${kind}`);
    },
    transformIndexHtml: {
      order: 'post',
      handler(html, {path: page, bundle}) {
        const kind = page.endsWith('launch.html') ? 'launch' : 'index';
        const data = JSON.stringify(site).replaceAll('<', '\\u003c');
        const policy = siteCsp(site, kind, {header: false});
        // The launch page fetches what the redirect page needs; that one fetches the sections while it waits for the token.
        const soon =
          kind === 'launch' ? ['define', 'index'] : ['define-sections', 'record-chart', 'count-use'];
        const early = withImports(bundle ?? {}, soon).map(
          (fileName) => `<link rel="modulepreload" crossorigin href="./${fileName}">`,
        );
        return html
          .replace('id="isp-site">', `id="isp-site">${data}`)
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
