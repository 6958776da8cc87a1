import 'isp-panel/define';
import type {LoadedEvent} from 'isp-panel';
import type {} from 'isp-panel/react';
import {createBundleTransport, type Transport} from 'isp-panel/transport';
import {createRoot} from 'react-dom/client';

const config = {practiceDate: '2026-11-22'};

function Chart({transport, patient}: {readonly transport: Transport; readonly patient: string}) {
  const onLoaded = (event: LoadedEvent): void => {
    document.documentElement.dataset['loaded'] = String(event.complete);
  };
  return (
    <isp-panel
      patient={patient}
      timezone="America/Toronto"
      config={config}
      transport={transport}
      onisp-loaded={onLoaded}
    />
  );
}

// A file stands in for the record system here.
const record: unknown = await (await fetch('./bundle.json')).json();
const root = document.querySelector('#root');
if (root) {
  createRoot(root).render(<Chart transport={createBundleTransport(record)} patient="reference" />);
}
