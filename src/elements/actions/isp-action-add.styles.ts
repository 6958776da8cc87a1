import {css} from 'lit';
import {styles as addLine} from '../goals/isp-goal-add.styles.ts';
import {section} from '../shared/section.styles.ts';

export const styles = [
  section,
  ...addLine,
  css`
    details {
      border-block-start: 0;
    }

    #more {
      justify-self: start;
    }

    h4 {
      padding-block-end: calc(var(--_space) * 2);
    }

    li .quiet {
      margin-inline-start: 0;
      text-align: start;
    }
  `,
];
