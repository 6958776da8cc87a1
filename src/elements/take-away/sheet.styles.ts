/**
 * The look of a printed copy, as text: it stands in a shadow root as a preview and in a document of its own for the
 * printer. Letter paper, black on white whatever the theme; sizes in points.
 */
export const sheetStyles = `
@page {
  size: letter;
  margin: 0.6in;
}

.sheet {
  color-scheme: light;
  background: #fff;
  color: #000;
  font: 12pt/1.3 system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif;
  overflow-wrap: break-word;
}

.sheet.large {
  font-size: 14pt;
}

.sheet.compact {
  font-size: 10.5pt;
}

.sheet :is(h1, h2, p, ul, ol, dl, dd) {
  margin: 0;
  padding: 0;
}

.sheet h1 {
  font-size: 1.5em;
  line-height: 1.2;
}

/* Pages come apart: each says whose it is. */
@media print {
  .sheet {
    display: table;
    width: 100%;
  }

  .sheet header {
    display: table-header-group;
    break-inside: avoid;
  }
}

.sheet .whose {
  padding-block: 0.15em 0.5em;
  border-block-end: 1.5pt solid #000;
}

.sheet h2 {
  margin-block: 0.6em 0.1em;
  font-size: 1.15em;
  line-height: 1.2;
  break-after: avoid;
}

.sheet .words {
  white-space: pre-line;
}

.sheet ol {
  padding-inline-start: 1.4em;
  list-style: decimal;
}

.sheet ul {
  padding-inline-start: 1.1em;
  list-style: disc;
}

.sheet li {
  padding-block: 0.05em;
  break-inside: avoid;
}

.sheet .facts {
  color: #333;
  font-size: 0.9em;
}

.sheet .people {
  padding: 0;
  list-style: none;
}

.sheet .people li {
  display: grid;
  grid-template-columns: minmax(0, 1fr) auto;
  gap: 0 1em;
  padding-block: 0.05em;
  border-block-end: 0.5pt solid #999;
}

.sheet .when {
  display: grid;
  grid-template-columns: 1fr 1fr;
  gap: 0 1.5em;
  padding-block-start: 0.6em;
}

.sheet .when span {
  min-height: 1.6em;
  border-block-end: 0.5pt solid #666;
}

.sheet .expected {
  padding: 0;
  list-style: none;
  columns: 2;
  column-gap: 1.5em;
}

.sheet .expected li {
  position: relative;
  padding-inline-start: 1.4em;
}

/* A box to tick with a pen. */
.sheet .expected li:not(.noted)::before {
  content: '';
  position: absolute;
  inset-block-start: 0.25em;
  inset-inline-start: 0;
  width: 0.75em;
  height: 0.75em;
  border: 0.75pt solid #000;
}

.sheet .rules p {
  height: 1.8em;
  border-block-end: 0.5pt solid #666;
  break-inside: avoid;
}

.sheet .decisions {
  width: 100%;
  border-collapse: collapse;
  table-layout: fixed;
  break-inside: avoid;
}

.sheet .decisions :is(th, td) {
  padding: 0.1em 0.4em;
  border: 0.5pt solid #666;
  text-align: start;
  font-size: 0.9em;
}

.sheet .decisions th:first-child {
  width: 55%;
}

.sheet .decisions td {
  height: 1.9em;
}

.sheet .phone {
  grid-column: 2;
  font-size: 1.1em;
  font-weight: 600;
  white-space: nowrap;
}

.sheet dt {
  font-weight: 600;
  break-after: avoid;
}

.sheet dd {
  padding-block-end: 0.2em;
}

.sheet footer {
  margin-block-start: 0.8em;
  color: #333;
  font-size: 0.85em;
}
`;
