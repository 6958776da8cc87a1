import {css} from 'lit';
import {shared} from './shared.styles.ts';

export const styles = [
  shared,
  css`
    :host {
      container-type: inline-size;
    }

    .row {
      display: grid;
      gap: calc(var(--_space) * 1);
      padding-block: calc(var(--_space) * 3);
    }

    .line {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: calc(var(--_space) * 1) calc(var(--_space) * 3);
    }

    .words {
      max-width: 68ch;
      font-weight: 600;
      overflow-wrap: anywhere;
    }

    .words:focus {
      outline: 2px solid var(--_focus);
      outline-offset: 2px;
    }

    .closed .words {
      font-weight: 400;
    }

    .rank {
      color: var(--_muted);
      font-weight: 400;
    }

    .clinical {
      max-width: 72ch;
      overflow-wrap: anywhere;
    }

    dl {
      display: flex;
      flex-wrap: wrap;
      gap: 0 calc(var(--_space) * 4);
      font-size: var(--_size-small);
    }

    dl > div {
      display: flex;
      flex-wrap: wrap;
      gap: 0 calc(var(--_space) * 1.5);
      min-width: 0;
    }

    dt {
      color: var(--_muted);
    }

    dd {
      overflow-wrap: anywhere;
    }

    .due {
      padding-inline: calc(var(--_space) * 1);
      border-radius: 2px;
      background: var(--_due-soft);
      color: var(--_due);
      font-weight: 600;
    }

    .acts {
      display: flex;
      flex-wrap: wrap;
      gap: calc(var(--_space) * 1);
      margin-inline-start: calc(var(--_space) * -2);
    }

    .ask {
      display: grid;
      gap: calc(var(--_space) * 2);
      padding: calc(var(--_space) * 3);
      border-inline-start: 3px solid var(--_accent);
      background: var(--_surface);
    }

    .reasons {
      display: flex;
      flex-wrap: wrap;
      gap: calc(var(--_space) * 2);
    }

    .reasons button {
      min-height: calc(var(--_space) * 11);
    }

    @container (min-width: 480px) {
      .line {
        grid-template-columns: minmax(0, 1fr) auto;
      }

      .line > :not(.acts) {
        grid-column: 1;
      }

      .acts {
        grid-column: 2;
        grid-row: 1 / span 3;
        align-self: start;
        margin-inline: 0 calc(var(--_space) * -2);
      }
    }
  `,
];
