import {css} from 'lit';
import {shared} from '../shared/shared.styles.ts';

export const styles = [
  shared,
  css`
    /* Keeps its line until its code has come. */
    isp-crisis:not(:defined) {
      display: block;
      min-block-size: calc(var(--_space) * 8.5);
    }

    ul {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      gap: calc(var(--_space) * 0.5) calc(var(--_space) * 5);
    }

    li {
      min-width: 0;
      overflow-wrap: anywhere;
    }

    b {
      font-weight: 600;
    }

    a {
      display: inline-block;
      min-height: 24px;
      padding-inline: calc(var(--_space) * 0.5);
    }

    button {
      white-space: nowrap;
      margin-inline-start: calc(var(--_space) * -2);
      text-align: start;
    }

    .said {
      max-width: 75ch;
      margin-block-start: calc(var(--_space) * 1);
      overflow-wrap: anywhere;
    }

    textarea {
      margin-block-start: calc(var(--_space) * 1);
    }
  `,
];
