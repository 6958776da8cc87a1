import {css} from 'lit';
import {form} from '../shared/form.styles.ts';
import {shared} from '../shared/shared.styles.ts';

export const styles = [
  shared,
  form,
  css`
    form {
      padding: calc(var(--_space) * 3);
      border-inline-start: 3px solid var(--_accent);
      background: var(--_surface);
    }

    #open {
      margin-inline-start: calc(var(--_space) * -2);
    }

    ol {
      display: grid;
      counter-reset: rank;
    }

    li {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: calc(var(--_space) * 2);
      padding-block: calc(var(--_space) * 2);
      border-block-start: 1px solid var(--_line);
      counter-increment: rank;
    }

    li::before {
      content: counter(rank);
      color: var(--_muted);
    }

    .words {
      flex: 1 1 10rem;
      min-width: 0;
      overflow-wrap: anywhere;
    }

    .moves {
      display: flex;
      flex-wrap: wrap;
      gap: calc(var(--_space) * 1);
    }
  `,
];
