import {css} from 'lit';
import {section} from '../shared/section.styles.ts';
import {shared} from '../shared/shared.styles.ts';

export const styles = [
  shared,
  section,
  css`
    .more {
      display: grid;
      justify-items: start;
      font-size: var(--_size-small);
      overflow-wrap: anywhere;
    }

    details {
      border: 0;
    }

    summary {
      min-height: calc(var(--_space) * 7);
      padding-block: calc(var(--_space) * 1);
    }

    li {
      padding-block-end: calc(var(--_space) * 1);
    }

    .quiet {
      margin-inline-start: calc(var(--_space) * -2);
    }

    isp-member-about-form,
    isp-consent-form {
      width: 100%;
      padding-block: calc(var(--_space) * 2);
    }
  `,
];
