import {css} from 'lit';
import {section} from '../shared/section.styles.ts';
import {shared} from '../shared/shared.styles.ts';

export const styles = [
  shared,
  section,
  css`
    :host {
      container-type: inline-size;
    }

    .acts {
      display: flex;
      flex-wrap: wrap;
      align-items: end;
      gap: calc(var(--_space) * 2);
      padding-block: calc(var(--_space) * 3);
      border-block-start: 1px solid var(--_line);
    }

    .note {
      display: flex;
      flex-wrap: wrap;
      gap: calc(var(--_space) * 2);
    }

    .note select {
      width: auto;
    }

    .copy {
      margin-block-start: calc(var(--_space) * 2);
      font-family: ui-monospace, monospace;
    }
  `,
];
