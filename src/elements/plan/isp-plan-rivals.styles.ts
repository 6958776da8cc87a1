import {css} from 'lit';
import {section} from '../shared/section.styles.ts';
import {shared} from '../shared/shared.styles.ts';

export const styles = [
  shared,
  section,
  css`
    :host {
      container-type: inline-size;
    }

    details {
      border-block-start: 0;
    }

    table {
      width: 100%;
      border-collapse: collapse;
      table-layout: fixed;
    }

    th,
    td {
      padding: calc(var(--_space) * 1.5) calc(var(--_space) * 2) calc(var(--_space) * 1.5) 0;
      border-block-start: 1px solid var(--_line);
      text-align: start;
      vertical-align: top;
      font-weight: 400;
      overflow-wrap: anywhere;
      white-space: pre-line;
    }

    thead th,
    thead td {
      border-block-start: 0;
    }

    td ul {
      display: grid;
      gap: calc(var(--_space) * 1);
      margin: 0;
      padding: 0;
      list-style: none;
    }

    td:has(ul) {
      white-space: normal;
    }

    th[scope='col'] {
      font-weight: 600;
    }

    th span {
      display: block;
      font-weight: 400;
    }

    th[scope='row'] {
      color: var(--_muted);
      font-size: var(--_size-small);
    }

    /* Narrow: the topic stands above its two texts, and these keep half the width each. */
    @container (max-width: 26rem) {
      thead td {
        display: none;
      }

      tr {
        display: grid;
        grid-template-columns: 1fr 1fr;
        border-block-start: 1px solid var(--_line);
      }

      th,
      td {
        border: 0;
      }

      th[scope='row'],
      td[colspan] {
        grid-column: 1 / -1;
        padding-block-end: 0;
      }
    }
  `,
];
