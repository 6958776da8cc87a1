import {css, unsafeCSS} from 'lit';
import {form} from '../shared/form.styles.ts';
import {shared} from '../shared/shared.styles.ts';
import {sheetStyles} from './sheet.styles.ts';

export const styles = [
  shared,
  form,
  unsafeCSS(sheetStyles),
  css`
    :host {
      container-type: inline-size;
      padding-block: calc(var(--_space) * 4) calc(var(--_space) * 2);
      border-block-start: 1px solid var(--_line);
    }

    .choice label {
      display: flex;
      align-items: baseline;
      gap: calc(var(--_space) * 2);
      padding-block: calc(var(--_space) * 1);
      font-size: var(--_size);
      font-weight: 400;
    }

    .choice input {
      flex: none;
      width: auto;
      min-height: auto;
    }

    .choice .goals {
      padding-inline-start: calc(var(--_space) * 6);
    }

    .consent {
      padding: calc(var(--_space) * 2) calc(var(--_space) * 3);
      border: 1px solid var(--_line);
      border-radius: var(--_radius);
      font-size: var(--_size-small);
    }

    /* Paper is white in every theme: it is the picture of what comes out of the printer. */
    .paper {
      max-height: 40rem;
      overflow: auto;
      padding: calc(var(--_space) * 6);
      border: 1px solid var(--_line-strong);
      background: #fff;
      forced-color-adjust: none;
    }

    /* In the preview the sheet is as large as the panel's own text; on paper as its points say. */
    .paper .sheet {
      max-width: 7.3in;
      margin-inline: auto;
    }

    /* In a narrow panel the buttons stay beside each other, under what is said. */
    .acts p:not(:empty) {
      flex: 1 1 100%;
    }

    @container (min-width: 26rem) {
      .acts p:not(:empty) {
        flex-basis: 12rem;
      }
    }
  `,
];
