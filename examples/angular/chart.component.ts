import {Component, CUSTOM_ELEMENTS_SCHEMA, inject} from '@angular/core';
import type {LoadedEvent, PanelConfig} from 'isp-panel';
import {RECORD} from './record.js';

@Component({
  selector: 'app-chart',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <isp-panel
      timezone="America/Toronto"
      [patient]="patient"
      [transport]="transport"
      [config]="config"
      (isp-loaded)="onLoaded($event)"
    />
  `,
})
export class ChartComponent {
  readonly patient = 'reference';
  readonly transport = inject(RECORD);
  readonly config: PanelConfig = {practiceDate: '2026-11-22'};

  onLoaded(event: LoadedEvent): void {
    document.documentElement.dataset['loaded'] = String(event.complete);
  }
}
