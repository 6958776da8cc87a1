import {createRequire} from 'node:module';
import {pathToFileURL} from 'node:url';
import type {Plugin} from 'vite';

interface Babel {
  transformAsync(source: string, options: object): Promise<{code: string; map: null} | null>;
}

/**
 * Angular's packages are published half compiled; its own linker finishes them, so that nothing is compiled in the page,
 * where a strict policy would not let it.
 */
export async function angularLinker(folder: string): Promise<Plugin> {
  const require = createRequire(`${folder}package.json`);
  const load = async <T>(name: string, from = require): Promise<T> =>
    (await import(pathToFileURL(from.resolve(name)).href)) as T;
  const linkerPath = '@angular/compiler-cli/linker/babel';
  const {default: linker} = await load<{default: object}>(linkerPath);
  const babel = await load<Babel>('@babel/core', createRequire(require.resolve(linkerPath)));
  return {
    name: 'angular-linker',
    async transform(source, id) {
      if (!source.includes('ɵɵngDeclare')) return null;
      return babel.transformAsync(source, {
        filename: id,
        plugins: [[linker, {linkerJitMode: false, sourceMapping: false}]],
        sourceMaps: false,
        configFile: false,
        babelrc: false,
        compact: false,
      });
    },
  };
}
