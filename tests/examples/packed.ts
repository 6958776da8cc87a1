import {spawnSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import {
  copyFileSync,
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import {createServer, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {extname, join, normalize} from 'node:path';
import {fileURLToPath} from 'node:url';
import vue from '@vitejs/plugin-vue';
import {build} from 'vite';
import {buildLibrary} from '../../scripts/build-library.mjs';
import {install} from '../../scripts/setup.mjs';
import {angularLinker} from './angular-linker.ts';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** Inside of the project, so that the frameworks come from its own packages. */
const WORK = `${ROOT}examples/.work/`;
const PACKAGE = `${WORK}node_modules/isp-panel`;

/** Angular's packages are its own: its compiler wants another TypeScript than the project. */
const ANGULAR = `${ROOT}examples/angular/`;

export type Example = 'html' | 'react' | 'vue' | 'angular';

/** Packs the library as it would be published, unpacks it where the examples find it, and copies these beside it. */
export async function unpackExamples(): Promise<void> {
  const isBuilt = ['dist/src/embed.js', 'dist/embed/isp-panel.js'].every((file) =>
    isCurrent(`${ROOT}${file}`),
  );
  if (!isBuilt && !(await buildLibrary())) throw new Error('the library could not be built');
  rmSync(WORK, {recursive: true, force: true});
  mkdirSync(PACKAGE, {recursive: true});
  run('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', WORK], ROOT);
  const {version} = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8')) as {version: string};
  run('tar', ['-xzf', `isp-panel-${version}.tgz`, '-C', PACKAGE, '--strip-components', '1'], WORK);
  install(ANGULAR, 'Angular for its example');
  for (const example of ['html', 'react', 'vue', 'angular']) {
    const filter = (path: string): boolean => !path.includes('node_modules');
    cpSync(`${ROOT}examples/${example}`, `${WORK}${example}`, {recursive: true, filter});
  }
  symlinkSync(`${ANGULAR}node_modules`, `${WORK}angular/node_modules`, 'junction');
}

/** Checks the types of an example strictly, against those of the package; gives what the compiler said. */
export function typeFaults(example: keyof typeof compilers): string {
  const args = [...compilers[example], '-p', `${WORK}${example}`];
  const {stdout, stderr, status} = spawnSync(process.execPath, args, {encoding: 'utf8', cwd: WORK});
  return status === 0 ? '' : `${stdout}${stderr}`;
}

/** Angular's also writes what it compiled. */
const compilers = {
  react: [`${ROOT}node_modules/typescript/bin/tsc`],
  vue: ['--import', `${ROOT}scripts/typescript6.mjs`, `${ROOT}node_modules/vue-tsc/bin/vue-tsc.js`],
  angular: [`${ANGULAR}node_modules/@angular/compiler-cli/bundles/src/bin/ngc.js`],
};

/** Builds an example as its page would be published; gives the folder. */
export async function buildExample(example: Example): Promise<string> {
  const folder = `${WORK}${example}/`;
  const out = example === 'html' ? folder : `${folder}dist/`;
  const faults = example === 'angular' ? typeFaults(example) : '';
  if (faults) throw new Error(faults);
  if (example === 'html') cpSync(`${PACKAGE}/dist/embed/`, folder, {recursive: true});
  else {
    const isCustomElement = (tag: string): boolean => tag.startsWith('isp-');
    await build({
      configFile: false,
      root: folder,
      logLevel: 'error',
      base: './',
      plugins:
        example === 'vue'
          ? [vue({template: {compilerOptions: {isCustomElement}}})]
          : example === 'angular'
            ? [await angularLinker(ANGULAR)]
            : [],
      build: {target: 'es2022', outDir: out, modulePreload: false, reportCompressedSize: false},
    });
  }
  copyFileSync(`${ROOT}fixtures/patients/reference/bundle.json`, `${out}bundle.json`);
  return out;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

/** No inline script or style, nothing from elsewhere, no text that becomes a script. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  // The icon that a browser asks for by itself.
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
].join('; ');

/**
 * Serves a folder under a strict Content-Security-Policy, on any free port. `script` is the only inline script that it
 * lets run, if any.
 */
export async function serve(folder: string, script?: string): Promise<{readonly url: string; close(): void}> {
  const allowed = script ? ` 'sha256-${createHash('sha256').update(script).digest('base64')}'` : '';
  const policy = POLICY.replace("script-src 'self'", `$&${allowed}`);
  const server: Server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://x').pathname);
    const file = join(folder, path.endsWith('/') ? `${path}index.html` : path);
    // Browsers ask for a picture of the page by themselves.
    if (path.endsWith('favicon.ico')) return response.writeHead(204).end();
    if (!existsSync(file)) return response.writeHead(404).end();
    response.writeHead(200, {
      'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream',
      'Content-Security-Policy': policy,
    });
    response.end(readFileSync(file));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const {port} = server.address() as AddressInfo;
  return {url: `http://127.0.0.1:${port}/`, close: () => void server.close()};
}

function run(command: string, args: readonly string[], cwd: string): void {
  const {status, stderr} = spawnSync(command, args, {cwd, encoding: 'utf8'});
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${stderr}`);
}

/** Whether a built file is newer than everything that the library is made of. */
function isCurrent(built: string): boolean {
  if (!existsSync(built)) return false;
  const since = statSync(built).mtimeMs;
  const sources = globSync(['src/**/*.ts', 'package.json', 'types/*'], {cwd: ROOT});
  return sources.every((file) => statSync(`${ROOT}${file}`).mtimeMs <= since);
}
