// docs/custom-elements.json is made from the doc comments of the elements.
export default {
  globs: ['src/elements/**/isp-*.ts', 'src/elements/panel/chart-host.ts'],
  exclude: ['src/elements/**/*.styles.ts'],
  outdir: 'docs',
  litelement: true,
  plugins: [namedEvents()],
};

/** The analyzer also lists each `dispatchEvent` that it meets, without a name: only those of the doc comments are API. */
function namedEvents() {
  return {
    name: 'isp-named-events',
    packageLinkPhase({customElementsManifest}) {
      // The order in which files are found is not always the same.
      customElementsManifest.modules.sort((one, other) => (one.path < other.path ? -1 : 1));
      for (const {declarations} of customElementsManifest.modules) {
        for (const declaration of declarations ?? []) {
          if (!declaration.events) continue;
          declaration.events = declaration.events.filter(({name}) => name?.startsWith('isp-'));
        }
      }
    },
  };
}
