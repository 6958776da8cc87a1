// No bundler: put the two files of the package (dist/embed/) beside this page.
import {createBundleTransport} from './isp-panel.js';

// A file stands in for the record system here. With a token of your own: createFetchTransport({base, getAccessToken}).
const record = await (await fetch('./bundle.json')).json();
const panel = document.querySelector('isp-panel');
panel.addEventListener('isp-loaded', ({complete}) => {
  document.documentElement.dataset.loaded = String(complete);
});
panel.config = {practiceDate: '2026-11-22'};
panel.transport = createBundleTransport(record);
