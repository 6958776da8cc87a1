import {css} from 'lit';
import {section} from '../shared/section.styles.ts';
import {shared} from '../shared/shared.styles.ts';

export const styles = [
  shared,
  section,
  css`
    section {
      display: grid;
      gap: calc(var(--_space) * 4);
    }

    .state {
      display: grid;
      gap: calc(var(--_space) * 1);
    }

    figure {
      padding-inline-start: calc(var(--_space) * 3);
      border-inline-start: 3px solid var(--_accent);
    }

    blockquote {
      max-width: 68ch;
      margin: 0;
      overflow-wrap: anywhere;
      white-space: pre-line;
    }

    .skeleton {
      padding-block: 0;
      border: 0;
    }

    .skeleton span + span {
      display: none;
    }
  `,
];
