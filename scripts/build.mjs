// `npm run build`: the library (dist/), the launch pages with the site file (dist-app/), and pages for any static host
// (dist-static/: practice, gallery, editor of the site file).
import {buildApp} from './build-app.mjs';
import {buildLibrary} from './build-library.mjs';
import {buildStatic} from './build-static.mjs';

if (!(await buildLibrary())) process.exit(1);
await buildApp({force: true});
await buildStatic({force: true});
process.stdout.write(
  'Built dist/ (library), dist-app/ (launch pages) and dist-static/ (practice, gallery, site file).\n',
);
