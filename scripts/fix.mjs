// `npm run fix`: formats and mends what can be mended.
import {run} from './steps.mjs';

run('format', ['prettier/bin/prettier.cjs', '--write', '--log-level=warn', '.']);
run('lint', ['oxlint/bin/oxlint', '--fix', '--type-aware']);
