import type {Chart} from '../../src/app/chart.ts';
import type {DraftKeeper} from '../../src/app/draft-keeper.ts';
import {createPanel, type ChartOptions, type Panel} from '../../src/app/panel.ts';
import type {PatientMemory} from '../../src/app/session.ts';
import {defaultCountingConfig} from '../../src/domain/counting-config.ts';
import {still} from '../fhir/write/two-panels.ts';

/** A page that opens a chart whose record never answers, as after a reload; `keeper` is what outlives it. */
export class DraftPage {
  readonly panel: Panel;
  memory: PatientMemory | null = null;
  /** Keys of creates that may have been sent before. */
  tried: ReadonlySet<string> = new Set();

  constructor(keeper: DraftKeeper, patientId: string, user: string) {
    this.panel = createPanel({
      zone: 'America/Toronto',
      counting: defaultCountingConfig,
      configHash: '',
      timers: still,
      newId: () => 'new-id',
      random: () => 0,
      keep: (place, session, tried, store) => {
        this.memory = session.memory;
        this.tried = tried;
        keeper(place, session, tried, store);
      },
      openChart: () => silent,
    });
    this.open(patientId, user);
  }

  open(patientId: string, user = 'Practitioner/n1'): void {
    const options = {patientId, user, iss: 'https://ehr.example/fhir', readonly: false, scopes: null};
    this.panel.open(options as unknown as ChartOptions);
  }

  get drafts(): Readonly<Record<string, object>> {
    return this.panel.store.get().drafts;
  }
}

/** A chart that never answers. */
const silent = new Proxy(
  {},
  {get: (_target, name) => (name === 'close' ? () => undefined : () => new Promise(() => undefined))},
) as Chart;
