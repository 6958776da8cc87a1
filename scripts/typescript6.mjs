// Gives lit-analyzer, which cannot use TypeScript 7, the TypeScript 6 of this project.
import {registerHooks} from 'node:module';

registerHooks({
  resolve: (specifier, context, next) =>
    next(
      /^typescript(\/|$)/.test(specifier) ? specifier.replace('typescript', 'typescript-6') : specifier,
      context,
    ),
});
