import {css} from 'lit';
import {form} from '../shared/form.styles.ts';
import {shared} from '../shared/shared.styles.ts';

export const styles = [
  shared,
  form,
  css`
    .flag {
      font-weight: 400;
      display: flex;
      align-items: center;
      gap: calc(var(--_space) * 2);
      min-height: calc(var(--_space) * 8);
    }

    .flag input {
      flex: none;
      width: calc(var(--_space) * 5);
      min-height: calc(var(--_space) * 5);
      margin: 0;
      accent-color: var(--_accent);
    }

    .total {
      padding-block-start: calc(var(--_space) * 1);
      font-weight: 600;
    }
  `,
];
