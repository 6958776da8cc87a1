import {css} from 'lit';
import {form} from '../shared/form.styles.ts';
import {section} from '../shared/section.styles.ts';
import {shared} from '../shared/shared.styles.ts';

export const styles = [
  shared,
  section,
  form,
  css`
    :host {
      container-type: inline-size;
    }

    .list > li {
      display: grid;
      grid-template-columns: calc(var(--_space) * 6) minmax(0, 1fr);
      border-block-start: 1px solid var(--_line);
    }

    .list > li > .number {
      padding-block-start: calc(var(--_space) * 3);
      color: var(--_muted);
    }

    .list > li > :last-child {
      grid-column: 2;
    }

    .closed > li {
      border-block-start: 1px solid var(--_line);
    }

    .orphan {
      display: grid;
      gap: calc(var(--_space) * 2);
      padding: calc(var(--_space) * 3);
      border-inline-start: 3px solid var(--_due);
      background: var(--_due-soft);
    }

    .orphan .typed {
      white-space: pre-wrap;
      overflow-wrap: anywhere;
      user-select: all;
    }
  `,
];
