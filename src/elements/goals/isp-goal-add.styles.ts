import {css} from 'lit';
import {form} from '../shared/form.styles.ts';
import {shared} from '../shared/shared.styles.ts';

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

    /* Beside the line as long as both have room: what was typed is never squeezed by the words of the button. */
    .line {
      display: flex;
      flex-wrap: wrap;
      justify-content: end;
      gap: calc(var(--_space) * 2);
    }

    .line input {
      flex: 1 1 11rem;
    }

    .line button {
      max-width: 100%;
      overflow-wrap: anywhere;
    }

    .line button,
    .line input {
      min-height: calc(var(--_space) * 11);
    }

    button.quiet {
      margin-inline-start: calc(var(--_space) * -2);
      font-size: var(--_size-small);
    }
  `,
];
