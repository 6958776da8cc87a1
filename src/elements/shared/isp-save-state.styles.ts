import {css} from 'lit';
import {shared} from './shared.styles.ts';

export const styles = [
  shared,
  css`
    :host {
      font-size: var(--_size-small);
    }

    .quiet {
      color: var(--_muted);
    }

    .note {
      padding-inline-start: calc(var(--_space) * 2);
      border-inline-start: 2px solid var(--_line-strong);
    }

    ul.issues {
      padding-inline-start: 1.2em;
      list-style: disc;
    }
  `,
];
