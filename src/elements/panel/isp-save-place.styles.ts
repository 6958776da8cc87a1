import {css} from 'lit';
import {form} from '../shared/form.styles.ts';
import {shared} from '../shared/shared.styles.ts';

export const styles = [
  shared,
  form,
  css`
    :host {
      display: grid;
      gap: calc(var(--_space) * 2);
    }

    :host([short]) {
      flex: 1 0 100%;
      margin-block-start: var(--_space);
    }

    p.muted {
      max-width: 68ch;
      padding-inline-start: calc(var(--_space) * 2);
      border-inline-start: 2px solid var(--_line);
    }

    :host([short]) p.muted {
      padding: 0;
      border: 0;
    }

    .acts {
      justify-content: flex-start;
    }
  `,
];
