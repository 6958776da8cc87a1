import {css, unsafeCSS} from 'lit';

/** The same declarations under two selectors: a constant text, since CSS knows no other way to share them. */
const dark = `
  --_paper: var(--isp-color-paper, #15191c);
  --_surface: var(--isp-color-surface, #1c2125);
  --_sunken: var(--isp-color-sunken, #262c31);
  --_ink: var(--isp-color-ink, #eceae6);
  --_muted: var(--isp-color-muted, #a9b1b8);
  --_line: var(--isp-color-line, #353c42);
  --_line-strong: var(--isp-color-line-strong, #7c858d);
  --_accent: var(--isp-color-accent, #7cc7d5);
  --_accent-soft: var(--isp-color-accent-soft, #1f3338);
  --_on-accent: var(--isp-color-on-accent, #0c1f23);
  --_due: var(--isp-color-due, #f0b766);
  --_due-soft: var(--isp-color-due-soft, #33291a);
  --_error: var(--isp-color-error, #ff9d96);
  --_error-soft: var(--isp-color-error-soft, #3a2322);
  --_focus: var(--isp-color-focus, #9bdbe7);
  color-scheme: dark;
`;

/**
 * The design tokens, on the panel's host. A vendor overrides the `--isp-*` names on `isp-panel`; elements read them.
 * Quiet paper, dark ink, one accent; colour only for what is due or wrong, and never alone.
 */
export const tokens = [
  css`
    :host {
      --_paper: var(--isp-color-paper, #fbfaf8);
      --_surface: var(--isp-color-surface, #ffffff);
      --_sunken: var(--isp-color-sunken, #f2f0ec);
      --_ink: var(--isp-color-ink, #1c2126);
      --_muted: var(--isp-color-muted, #545c64);
      --_line: var(--isp-color-line, #dcd8d1);
      --_line-strong: var(--isp-color-line-strong, #82868b);
      --_accent: var(--isp-color-accent, #0b5c6b);
      --_accent-soft: var(--isp-color-accent-soft, #e3eff1);
      --_on-accent: var(--isp-color-on-accent, #ffffff);
      --_due: var(--isp-color-due, #8a4b00);
      --_due-soft: var(--isp-color-due-soft, #fdf1df);
      --_error: var(--isp-color-error, #a3211c);
      --_error-soft: var(--isp-color-error-soft, #fbeae9);
      --_focus: var(--isp-color-focus, #0b5c6b);
      --_font: var(--isp-font-family, system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif);
      --_size: var(--isp-font-size, 0.9375rem);
      --_size-small: calc(var(--_size) * 0.8667);
      --_size-large: calc(var(--_size) * 1.2);
      --_size-figure: calc(var(--_size) * 1.8667);
      --_space: var(--isp-space, 0.25rem);
      --_radius: var(--isp-radius, 4px);
      color-scheme: light;
    }

    :host([density='compact']) {
      --_size: var(--isp-font-size, 0.8125rem);
      --_space: var(--isp-space, 0.215rem);
    }
  `,
  unsafeCSS(`
  :host([theme='dark']) {${dark}}
  @media (prefers-color-scheme: dark) {
    :host([theme='auto']) {${dark}}
  }
`),
  css`
    /* Paper is white, whatever the theme of the screen. */
    @media print {
      :host,
      :host([theme]) {
        --_paper: #fff;
        --_surface: #fff;
        --_sunken: #fff;
        --_ink: #000;
        --_muted: #333;
        --_line: #bbb;
        --_line-strong: #666;
        --_accent: #000;
        --_accent-soft: #fff;
        --_due: #000;
        --_due-soft: #fff;
        --_error: #000;
        --_error-soft: #fff;
        color-scheme: light;
      }
    }

    /* As strong as the themes, and after them: the system's colours win over every one. */
    @media (forced-colors: active) {
      :host,
      :host([theme]) {
        --_paper: Canvas;
        --_surface: Canvas;
        --_sunken: Canvas;
        --_ink: CanvasText;
        --_muted: CanvasText;
        --_line: CanvasText;
        --_line-strong: CanvasText;
        --_accent: LinkText;
        --_accent-soft: Canvas;
        --_on-accent: Canvas;
        --_due: CanvasText;
        --_due-soft: Canvas;
        --_error: CanvasText;
        --_error-soft: Canvas;
        --_focus: Highlight;
        color-scheme: light dark;
      }
    }
  `,
];
