import {css} from 'lit';
import {styles as goals} from './isp-goals.styles.ts';

export const styles = [
  ...goals,
  css`
    .actions > li {
      border-block-start: 1px solid var(--_line);
    }

    .undo {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: calc(var(--_space) * 2);
      padding: calc(var(--_space) * 2) calc(var(--_space) * 3);
      border-inline-start: 3px solid var(--_accent);
      background: var(--_surface);
    }

    .undo > span {
      flex: 1 1 10rem;
      min-width: 0;
      overflow-wrap: anywhere;
    }
  `,
];
