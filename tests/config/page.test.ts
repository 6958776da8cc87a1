import assert from 'node:assert/strict';
import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {builtSite} from '../../launch/built-site.ts';
import {withSite} from '../../sandbox/panel-server.ts';
import {parseSite, type ParsedSite} from '../../src/config/site.ts';
import {tempFolder} from '../helpers/temp-folder.ts';

const raw = {
  issuers: [{iss: 'https://ehr.example/fhir', clientId: 'a</script><b>$&$`'}],
  zone: 'Mars/Base',
  counting: {mergeMinutes: 20, stayGapHours: 'seven'},
};
const dir = tempFolder();

/** What a page reads of its own data block. */
function readBack(html: string): ParsedSite {
  const text = /<script[^>]*id="isp-site"[^>]*>([\s\S]*?)<\/script>/u.exec(html)?.[1] ?? null;
  return builtSite({getElementById: () => ({textContent: text})} as unknown as Document);
}

interface SitePages {
  readonly name: string;
  readonly buildStart: () => void;
  readonly transformIndexHtml: {handler: (html: string, page: {path: string}) => string};
}

/** The part of the build that writes the site into the pages, for one site file. */
async function sitePages(file: string): Promise<SitePages> {
  process.env['ISP_SITE'] = file;
  try {
    const url = new URL(`../../vite.config.ts?${encodeURIComponent(file)}`, import.meta.url);
    const {default: config} = (await import(url.href)) as {default: {plugins: readonly SitePages[]}};
    const found = config.plugins.find(({name}) => name === 'isp-site-pages');
    assert.ok(found);
    return found;
  } finally {
    delete process.env['ISP_SITE'];
  }
}

/** What is written to stderr meanwhile. */
function warnings(act: () => void): string {
  const write = process.stderr.write.bind(process.stderr);
  let said = '';
  process.stderr.write = ((text: string) => (said += text) !== '') as typeof process.stderr.write;
  try {
    act();
  } finally {
    process.stderr.write = write;
  }
  return said;
}

describe('the site in a built page', () => {
  const page = readFileSync(new URL('../../launch/index.html', import.meta.url), 'utf8');
  const file = join(dir, 'site.json');
  writeFileSync(file, JSON.stringify(raw));

  it('is what the check gives, with what could not be used, whether the build or the sandbox wrote it', async () => {
    const parsed = parseSite(raw);
    assert.deepEqual(parsed.notices, [
      {path: 'zone', kind: 'wrong-value'},
      {path: 'counting.stayGapHours', kind: 'wrong-value'},
    ]);
    const built = (await sitePages(file)).transformIndexHtml.handler(page, {path: '/index.html'});
    assert.deepEqual(readBack(built), parsed);
    assert.deepEqual(readBack(withSite(page, parsed, '')), parsed);
    assert.deepEqual(readBack(withSite(built, parseSite({}), '')), parseSite({}));
  });

  it('makes the build say what of the file is not used', async () => {
    const {buildStart} = await sitePages(file);
    assert.equal(
      warnings(() => buildStart()),
      `${file}: zone: wrong-value, not used\n${file}: counting.stayGapHours: wrong-value, not used\n`,
    );
  });

  it('ends the build when the named file is not there or is no JSON', async () => {
    await assert.rejects(sitePages(join(dir, 'missing.json')), /ENOENT/);
    const broken = join(dir, 'broken.json');
    writeFileSync(broken, '{"issuers":');
    await assert.rejects(sitePages(broken), SyntaxError);
  });
});
