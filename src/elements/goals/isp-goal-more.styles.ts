import {css} from 'lit';
import {facts} from '../shared/facts.styles.ts';
import {form} from '../shared/form.styles.ts';
import {shared} from '../shared/shared.styles.ts';

export const styles = [
  shared,
  form,
  facts,
  css`
    :host {
      container-type: inline-size;
    }

    .asks {
      display: flex;
      flex-wrap: wrap;
      gap: 0 calc(var(--_space) * 4);
    }

    isp-goal-history {
      min-width: 0;
    }

    isp-goal-history[open] {
      flex-basis: 100%;
    }

    .raise {
      font-size: var(--_size-small);
      font-weight: 600;
    }

    #ask {
      margin-inline-start: calc(var(--_space) * -2);
    }

    form {
      padding: calc(var(--_space) * 3);
      border-inline-start: 3px solid var(--_accent);
      background: var(--_surface);
    }

    .choice {
      display: flex;
      align-items: center;
      gap: calc(var(--_space) * 2);
      min-height: calc(var(--_space) * 8);
      font-weight: 400;
    }

    .choice input {
      flex: none;
      width: calc(var(--_space) * 5);
      min-height: calc(var(--_space) * 5);
      margin: 0;
      accent-color: var(--_accent);
    }
  `,
];
