import {css} from 'lit';
import {dueDay, facts} from '../shared/facts.styles.ts';
import {shared} from '../shared/shared.styles.ts';

export const styles = [
  shared,
  facts,
  dueDay,
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
      column-gap: calc(var(--_space) * 3);
    }

    .line > * + * {
      margin-block-start: calc(var(--_space) * 1);
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
      max-width: 100%;
      overflow-wrap: anywhere;
      min-height: calc(var(--_space) * 11);
    }

    @container (min-width: 480px) {
      .line {
        grid-template-columns: minmax(0, 1fr) auto;
      }

      .line > * {
        grid-column: 1 / -1;
      }

      .line > .words {
        grid-column: 1;
      }

      .line > .acts {
        grid-column: 2;
        grid-row: 1;
        align-self: start;
        /* The words of the buttons stand on the first line of the goal, their ends on the edge of the column. */
        margin-block-start: calc(var(--_space) * -0.75);
        margin-inline: 0 calc(var(--_space) * -2);
      }
    }
  `,
];
