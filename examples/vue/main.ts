import 'isp-panel/define';
import {createBundleTransport} from 'isp-panel/transport';
import {createApp} from 'vue';
import Chart from './Chart.vue';

// A file stands in for the record system here.
const record: unknown = await (await fetch('./bundle.json')).json();
createApp(Chart, {transport: createBundleTransport(record), patient: 'reference'}).mount('#root');
