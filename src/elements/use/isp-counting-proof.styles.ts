import {css} from 'lit';
import {shared} from '../shared/shared.styles.ts';

export const styles = [
  shared,
  css`
    :host {
      font-size: var(--_size-small);
      container-type: inline-size;
    }

    .parts {
      display: grid;
      gap: calc(var(--_space) * 4);
      padding-inline-start: calc(var(--_space) * 3);
      border-inline-start: 2px solid var(--_line);
    }

    li {
      display: grid;
      grid-template-columns: 6.5rem minmax(0, 1fr);
      gap: 0 calc(var(--_space) * 3);
      padding-block: calc(var(--_space) * 0.75);
      overflow-wrap: anywhere;
    }

    .rules li,
    .others li {
      grid-template-columns: 2.5rem minmax(0, 1fr);
    }

    .others li > :first-child {
      text-align: end;
    }

    summary {
      min-height: 24px;
      color: var(--_accent);
    }

    .hash {
      overflow-wrap: anywhere;
    }

    .take {
      display: flex;
      flex-wrap: wrap;
      gap: calc(var(--_space) * 2);
      margin-block: calc(var(--_space) * 2);
    }

    @container (max-width: 280px) {
      li {
        grid-template-columns: minmax(0, 1fr);
      }
    }
  `,
];
