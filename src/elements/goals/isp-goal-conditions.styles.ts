import {css} from 'lit';
import {shared} from '../shared/shared.styles.ts';

export const styles = [
  shared,
  css`
    summary {
      padding-block: calc(var(--_space) * 1.5);
      font-size: var(--_size-small);
      font-weight: 600;
      overflow-wrap: anywhere;
    }

    .names {
      font-weight: 400;
    }

    label {
      display: flex;
      gap: calc(var(--_space) * 2);
      align-items: center;
      min-height: calc(var(--_space) * 8);
      font-weight: 400;
    }

    label > span {
      min-width: 0;
      overflow-wrap: anywhere;
    }

    input {
      flex: none;
      width: calc(var(--_space) * 6);
      min-height: calc(var(--_space) * 6);
      margin: 0;
    }

    .hint {
      color: var(--_muted);
      font-size: var(--_size-small);
    }
  `,
];
