import {css} from 'lit';
import {shared} from '../shared/shared.styles.ts';

export const styles = [
  shared,
  css`
    :host {
      padding-block-end: calc(var(--_space) * 1.5);
      container-type: inline-size;
    }

    details {
      padding-inline-start: calc(var(--_space) * 3);
      border-inline-start: 3px solid var(--_accent);
    }

    summary {
      min-height: calc(var(--_space) * 7);
      overflow-wrap: anywhere;
    }

    b {
      font-weight: 600;
    }

    p button {
      margin-inline-start: calc(var(--_space) * -1);
    }

    details > * + * {
      margin-block-start: calc(var(--_space) * 1.5);
    }

    details > p > button {
      margin-inline-start: calc(var(--_space) * -2);
    }

    h3 {
      padding-block-end: calc(var(--_space) * 1);
    }

    dl {
      display: grid;
      gap: calc(var(--_space) * 1.5);
      max-width: 72ch;
    }

    dt {
      color: var(--_muted);
      font-size: var(--_size-small);
    }

    dd,
    .other {
      overflow-wrap: anywhere;
      white-space: pre-line;
    }

    @container (min-width: 34rem) {
      dl > div {
        display: grid;
        grid-template-columns: 11rem minmax(0, 1fr);
        gap: calc(var(--_space) * 3);
        align-items: baseline;
      }
    }
  `,
];
