import {css} from 'lit';
import {form} from '../shared/form.styles.ts';
import {shared} from '../shared/shared.styles.ts';

export const styles = [
  shared,
  form,
  css`
    :host {
      container-type: inline-size;
    }

    .row {
      display: grid;
      gap: calc(var(--_space) * 1);
      padding-block: calc(var(--_space) * 2);
    }

    .line {
      display: grid;
      gap: 0 calc(var(--_space) * 2);
      align-items: start;
      justify-items: start;
    }

    .line > button {
      margin-inline-start: calc(var(--_space) * -2);
    }

    /* What is said and asked of a member has the whole width, beside no button. */
    isp-member-more {
      grid-column: 1 / -1;
      justify-self: stretch;
    }

    .who {
      overflow-wrap: anywhere;
    }

    .name {
      font-weight: 600;
    }

    .past .name {
      font-weight: 400;
    }

    .name:focus {
      outline: 2px solid var(--_focus);
      outline-offset: 2px;
    }

    .contacts {
      display: flex;
      flex-wrap: wrap;
      gap: 0 calc(var(--_space) * 4);
      font-size: var(--_size-small);
    }

    .contacts li {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0 calc(var(--_space) * 1);
      min-height: max(24px, calc(var(--_space) * 6));
      min-width: 0;
      overflow-wrap: anywhere;
    }

    .contacts a {
      display: inline-flex;
      align-items: center;
      min-height: max(24px, calc(var(--_space) * 6));
    }

    .conflict {
      display: grid;
      gap: calc(var(--_space) * 2);
      padding: calc(var(--_space) * 3);
      border-inline-start: 3px solid var(--_error);
      background: var(--_surface);
    }

    .conflict dl {
      display: grid;
      gap: calc(var(--_space) * 1);
    }

    .conflict dt {
      color: var(--_muted);
      font-size: var(--_size-small);
      font-weight: 600;
    }

    @container (min-width: 260px) {
      .line {
        grid-template-columns: minmax(0, 1fr) auto;
      }

      /* The word of the button stands on the first line of the row, its end on the edge of the column. */
      .line > button {
        grid-area: 1 / 2;
        margin-block-start: calc(var(--_space) * -0.75);
        margin-inline: 0 calc(var(--_space) * -2);
      }
    }
  `,
];
