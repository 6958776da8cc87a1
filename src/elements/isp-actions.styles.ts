import {css} from 'lit';
import {styles as goals} from './isp-goals.styles.ts';

export const styles = [
  ...goals,
  css`
    .actions > li {
      border-block-start: 1px solid var(--_line);
    }
  `,
];
