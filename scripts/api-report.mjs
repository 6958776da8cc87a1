// docs/api.md: every export of the package with its type, as TypeScript sees it. A change of the API is a change of that
// file, which `npm run check` compares and writes anew.
import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import {pathToFileURL} from 'node:url';
import ts from 'typescript-6';
import {ROOT} from './steps.mjs';

/** The entries of the package, by the name they are imported by. */
const ENTRIES = {
  'isp-panel': 'src/index.ts',
  'isp-panel/define': 'src/define.ts',
  'isp-panel/summary': 'src/summary.ts',
  'isp-panel/smart': 'src/smart.ts',
  'isp-panel/transport': 'src/transport.ts',
};

const head = `# API

Every export of the package, with its type. This page is written by \`node scripts/api-report.mjs\` from the source, and \`npm run check\` fails when it differs: what changes here changes for those who embed the panel. What the parts do stands in [embedding.md](embedding.md).
`;

/** The text of the report. */
export function apiReport() {
  const files = Object.values(ENTRIES).map((file) => `${ROOT}${file}`);
  const {config} = ts.readConfigFile(`${ROOT}tsconfig.json`, ts.sys.readFile);
  const {options} = ts.parseJsonConfigFileContent(config, ts.sys, ROOT);
  const declarations = new Map();
  const program = ts.createProgram(files, {
    ...options,
    noEmit: false,
    declaration: true,
    emitDeclarationOnly: true,
    removeComments: true,
    stripInternal: true,
    outDir: undefined,
    rootDir: ROOT,
  });
  program.emit(undefined, (name, text) => declarations.set(name, text), undefined, true);
  const checker = program.getTypeChecker();
  const sections = Object.entries(ENTRIES).map(([name, file]) => {
    const source = program.getSourceFile(`${ROOT}${file}`);
    const symbol = source && checker.getSymbolAtLocation(source);
    const exported = symbol ? checker.getExportsOfModule(symbol) : [];
    const lines = exported
      .map((one) =>
        one.flags & ts.SymbolFlags.Alias ? [one.name, checker.getAliasedSymbol(one)] : [one.name, one],
      )
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([exportName, target]) => declarationOf(exportName, target, declarations));
    const body =
      lines.length > 0 ? `\`\`\`ts\n${lines.join('\n\n')}\n\`\`\`` : 'Registers elements, exports nothing.';
    return `## \`${name}\`\n\n${body}\n`;
  });
  return [head, ...sections].join('\n');
}

/** The declaration of one export, as the library's own types have it. */
function declarationOf(name, symbol, declarations) {
  const [declaration] = symbol.declarations ?? [];
  if (!declaration) return [];
  const from = declaration.getSourceFile().fileName.replace(/\.ts$/u, '.d.ts');
  const text = declarations.get(from);
  if (text === undefined) return [`// ${name}`];
  const parsed = ts.createSourceFile(from, text, ts.ScriptTarget.ES2022, true);
  const found = parsed.statements.find(
    (statement) =>
      statement.name?.text === symbol.name ||
      statement.declarationList?.declarations.some((one) => one.name.getText() === symbol.name),
  );
  return found
    ? [found.getText().replace(/\n[ \t]*#private;|\n[ \t]*private [^\n]*;/gu, '')]
    : [`// ${name}`];
}

/** Writes docs/api.md when it is not current; says whether it was. */
export async function apiIsCurrent() {
  const prettier = await import('prettier');
  const file = `${ROOT}docs/api.md`;
  const text = await prettier.format(apiReport(), {...(await prettier.resolveConfig(file)), filepath: file});
  const same = existsSync(file) && readFileSync(file, 'utf8') === text;
  if (!same) writeFileSync(file, text);
  process.stdout.write(
    same ? '✔ docs/api.md\n' : '✖ docs/api.md was out of date; it has been written anew: commit it\n',
  );
  return same;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await apiIsCurrent();
