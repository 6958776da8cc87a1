import {css} from 'lit';
import {styles as goals} from '../goals/isp-goals.styles.ts';

export const styles = [
  ...goals,
  css`
    .actions > li {
      border-block-start: 1px solid var(--_line);
    }
  `,
];
