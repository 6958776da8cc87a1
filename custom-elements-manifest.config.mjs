// docs/custom-elements.json is made from the doc comments of the elements.
export default {
  globs: ['src/elements/isp-*.ts'],
  exclude: ['src/elements/*.styles.ts'],
  outdir: 'docs',
  litelement: true,
};
