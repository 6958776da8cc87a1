import {css} from 'lit';
import {form} from './form.styles.ts';
import {shared} from './shared.styles.ts';

export const styles = [
  shared,
  form,
  css`
    :host {
      container-type: inline-size;
    }

    form {
      padding: calc(var(--_space) * 3);
      border-inline-start: 3px solid var(--_error);
      background: var(--_surface);
    }

    h4 {
      font-size: var(--_size);
      font-weight: 600;
    }

    fieldset {
      display: grid;
      gap: calc(var(--_space) * 2);
    }

    fieldset + fieldset {
      margin-block-start: calc(var(--_space) * 2);
    }

    legend {
      margin-block-end: calc(var(--_space) * 1);
    }

    legend::first-letter {
      text-transform: uppercase;
    }

    .cards {
      display: grid;
      gap: calc(var(--_space) * 2);
    }

    .card {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr);
      gap: 0 calc(var(--_space) * 2);
      align-content: start;
      align-items: start;
      padding: calc(var(--_space) * 2);
      border: 1px solid var(--_line-strong);
      border-radius: var(--_radius);
      font-weight: 400;
      cursor: pointer;
      overflow-wrap: anywhere;
    }

    .card:has(:checked) {
      border-color: var(--_accent);
      background: var(--_accent-soft);
      box-shadow: inset 0 0 0 1px var(--_accent);
    }

    .card .from {
      color: var(--_muted);
      font-size: var(--_size-small);
      font-weight: 600;
    }

    .card .text {
      grid-column: 2;
    }

    input[type='radio'] {
      width: calc(var(--_space) * 5);
      min-height: calc(var(--_space) * 5);
      margin: 0;
      accent-color: var(--_accent);
    }

    @container (min-width: 420px) {
      .cards {
        grid-template-columns: 1fr 1fr;
      }

      .cards > .other {
        grid-column: 1 / -1;
      }
    }

    @media (forced-colors: active) {
      .card:has(:checked) {
        border: 2px solid Highlight;
      }
    }
  `,
];
