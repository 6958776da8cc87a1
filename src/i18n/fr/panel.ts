import type {panel as shape} from '../en/panel.ts';

export const panel: typeof shape = {
  refresh: 'Actualiser',
  retry: 'Réessayer',
};
