// `npm run build`: the library (dist/), and the launch pages with the site file (dist-app/).
import {buildApp} from './build-app.mjs';
import {buildLibrary} from './build-library.mjs';

if (!(await buildLibrary())) process.exit(1);
await buildApp({force: true});
process.stdout.write('Built dist/ (library) and dist-app/ (launch pages).\n');
