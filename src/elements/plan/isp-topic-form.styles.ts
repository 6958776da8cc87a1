import {css} from 'lit';
import {form} from '../shared/form.styles.ts';
import {shared} from '../shared/shared.styles.ts';

export const styles = [
  shared,
  form,
  css`
    :host {
      padding: calc(var(--_space) * 3);
      border-inline-start: 3px solid var(--_accent);
      background: var(--_surface);
    }

    .topic {
      display: grid;
      gap: calc(var(--_space) * 1.5);
      min-width: 0;
    }

    .choice {
      display: flex;
      align-items: center;
      gap: calc(var(--_space) * 2);
      min-height: calc(var(--_space) * 8);
    }

    .choice input {
      flex: none;
      width: calc(var(--_space) * 4.5);
      min-height: calc(var(--_space) * 4.5);
      margin: 0;
    }

    .choice > span {
      min-width: 0;
      overflow-wrap: anywhere;
    }

    .starters {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: calc(var(--_space) * 1.5);
    }

    .starter {
      min-height: calc(var(--_space) * 7);
      max-width: 100%;
      padding: calc(var(--_space) * 0.5) calc(var(--_space) * 2);
      border-color: var(--_line);
      color: var(--_accent);
      font-size: var(--_size-small);
      text-align: start;
      overflow-wrap: anywhere;
    }
  `,
];
