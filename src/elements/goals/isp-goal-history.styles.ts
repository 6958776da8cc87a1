import {css} from 'lit';
import {section} from '../shared/section.styles.ts';
import {shared} from '../shared/shared.styles.ts';

export const styles = [
  shared,
  section,
  css`
    button {
      margin-inline-start: calc(var(--_space) * -2);
    }

    h5 {
      margin: 0;
      font-size: var(--_size-small);
      font-weight: 600;
    }

    ol {
      display: grid;
      gap: calc(var(--_space) * 1.5);
      max-width: 72ch;
      margin: 0;
      padding: calc(var(--_space) * 1) 0 0;
      list-style: none;
      font-size: var(--_size-small);
    }

    li {
      display: grid;
      overflow-wrap: anywhere;
    }

    .day {
      color: var(--_muted);
    }
  `,
];
