import {css} from 'lit';
import {dueDay} from '../shared/facts.styles.ts';
import {section} from '../shared/section.styles.ts';
import {styles as details} from './isp-plan-details.styles.ts';

export const styles = [
  ...details,
  section,
  dueDay,
  css`
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: calc(var(--_space) * 1);
    }

    .acts,
    .ask {
      display: flex;
      flex-wrap: wrap;
      gap: calc(var(--_space) * 1);
    }

    .acts {
      margin-inline-start: calc(var(--_space) * -2);
    }

    .ask,
    .ready {
      gap: calc(var(--_space) * 2);
      padding: calc(var(--_space) * 3);
      border-inline-start: 3px solid var(--_accent);
      background: var(--_surface);
    }

    .ready {
      display: grid;
      margin-block-start: calc(var(--_space) * 2);
    }

    .ready li button {
      margin-inline-start: calc(var(--_space) * -2);
      text-align: start;
    }

    .kept {
      display: grid;
      gap: calc(var(--_space) * 2);
      padding: calc(var(--_space) * 3);
      border-inline-start: 3px solid var(--_due);
      background: var(--_due-soft);
    }

    .kept .typed {
      white-space: pre-wrap;
      overflow-wrap: anywhere;
      user-select: all;
    }

    .begin {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: calc(var(--_space) * 2);
    }

    .lead {
      max-width: 68ch;
      padding-block-end: calc(var(--_space) * 2);
    }

    .matters .group {
      padding-block-end: 0;
      border-block-start: 0;
    }

    .matters h3 {
      color: var(--_muted);
      font-size: var(--_size-small);
      font-weight: 400;
    }

    .matters dl,
    figure {
      max-width: 68ch;
      padding-inline-start: calc(var(--_space) * 3);
      border-inline-start: 3px solid var(--_accent);
    }

    blockquote {
      margin: 0;
      overflow-wrap: anywhere;
      white-space: pre-line;
    }
  `,
];
