import {css} from 'lit';
import {form} from './form.styles.ts';
import {shared} from './shared.styles.ts';

export const styles = [
  shared,
  form,
  css`
    :host {
      container-type: inline-size;
      padding-block: calc(var(--_space) * 3);
      border-block-start: 1px solid var(--_line);
    }

    form {
      gap: calc(var(--_space) * 1);
    }

    .line {
      display: grid;
      gap: calc(var(--_space) * 2);
    }

    .line button,
    .line input {
      min-height: calc(var(--_space) * 11);
    }

    button.quiet {
      margin-inline-start: calc(var(--_space) * -2);
      font-size: var(--_size-small);
    }

    @container (min-width: 280px) {
      .line {
        grid-template-columns: minmax(0, 1fr) auto;
      }
    }
  `,
];
