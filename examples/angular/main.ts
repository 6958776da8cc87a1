import 'isp-panel/define';
import {bootstrapApplication} from '@angular/platform-browser';
import {createBundleTransport} from 'isp-panel/transport';
import {ChartComponent} from './chart.component.js';
import {RECORD} from './record.js';

// A file stands in for the record system here.
const record: unknown = await (await fetch('./bundle.json')).json();
await bootstrapApplication(ChartComponent, {
  providers: [{provide: RECORD, useValue: createBundleTransport(record)}],
});
