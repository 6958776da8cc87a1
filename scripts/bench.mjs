// `npm run bench`: what a launch costs, against a page that only fetches the same data (docs/performance.md). Fails when
// a gate breaks. `npm run bench -- --quick` holds the counts, bytes and structure only.
import {parseArgs} from 'node:util';
import {buildApp} from './build-app.mjs';

const {values} = parseArgs({options: {quick: {type: 'boolean', default: false}}});
await buildApp();
const {bench} = await import('../bench/bench.ts');
process.exit((await bench(values)) ? 0 : 1);
