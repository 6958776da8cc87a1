import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Page} from 'puppeteer-core';
import {loadPerson} from '../../fixtures/people.ts';
import {FAULT_KINDS} from '../../sandbox/faults.ts';
import {launchUrl, newPage, openStage, patientIdOf, textOf, type Stage} from './stage.ts';

// A record whose every text tries to become script, style, picture or link, and a record system that fails in every way:
// nothing runs, nothing is fetched from elsewhere, nothing of the person is written where others look.

const mark = 'globalThis.__ran=(globalThis.__ran||0)+1';
const evil = 'https://evil.example';

const payloads: readonly string[] = [
  `<script>${mark}</script>`,
  `</script><script>${mark}</script>`,
  `<img src=x onerror="${mark}">`,
  `<img src="${evil}/a.png">`,
  `<svg onload="${mark}">`,
  `<svg><script>${mark}</script></svg>`,
  `<svg><a href="javascript:${mark}"><text>x</text></a></svg>`,
  `<svg><use href="${evil}/x.svg#a"></svg>`,
  `<svg><animate attributeName=href values="javascript:${mark}">`,
  `<math><mtext><table><mglyph><style><img src=x onerror="${mark}">`,
  `<iframe src="javascript:${mark}"></iframe>`,
  `<iframe srcdoc="<script>parent.${mark}</script>"></iframe>`,
  `<object data="data:text/html,<script>${mark}</script>"></object>`,
  `<embed src="${evil}/x.swf">`,
  `<link rel=stylesheet href="${evil}/x.css">`,
  `<style>@import "${evil}/x.css";*{background:url(${evil}/b)}</style>`,
  `<base href="${evil}/">`,
  `<meta http-equiv=refresh content="0;url=${evil}">`,
  `<form action="${evil}"><button>x</button></form>`,
  `<a href="javascript:${mark}">x</a>`,
  `<a href="data:text/html,<script>${mark}</script>">x</a>`,
  `<body onload="${mark}">`,
  `<details open ontoggle="${mark}">`,
  `<input autofocus onfocus="${mark}">`,
  `<video><source onerror="${mark}"></video>`,
  `<audio src=x onerror="${mark}">`,
  `<marquee onstart="${mark}">`,
  `<isp-panel onclick="${mark}"></isp-panel>`,
  `<template><script>${mark}</script></template>`,
  `<noscript><p title="</noscript><img src=x onerror=${mark}>">`,
  `<!--><img src=x onerror="${mark}">-->`,
  `<![CDATA[<img src=x onerror="${mark}">]]>`,
  `" onmouseover="${mark}" x="`,
  `' onfocus='${mark}' autofocus='`,
  `" style="background:url(${evil}/s)" x="`,
  `\${${mark}}`,
  `{{constructor.constructor('${mark}')()}}`,
  `<% ${mark} %>`,
  `javascript:${mark}`,
  `JaVaScRiPt:${mark}`,
  `java\tscript:${mark}`,
  `\u0001javascript:${mark}`,
  `data:text/html,<script>${mark}</script>`,
  `vbscript:${mark}`,
  `tel:1"><img src=x onerror="${mark}">`,
  `mailto:a@b.example?body=<script>${mark}</script>`,
  `${evil}/phish`,
  `//evil.example/x`,
  `&lt;script&gt;${mark}&lt;/script&gt;`,
  `&#60;img src=x onerror=${mark}&#62;`,
  `\u003cscript\u003e${mark}\u003c/script\u003e`,
  `\uff1cscript\uff1e${mark}\uff1c/script\uff1e`,
  `<scr\u0000ipt>${mark}</scr\u0000ipt>`,
  `<ſcript>${mark}</ſcript>`,
  `\u202e<script>${mark}</script>`,
  `<x:script xmlns:x="http://www.w3.org/1999/xhtml">${mark}</x:script>`,
  `<?xml-stylesheet href="${evil}/x.xsl"?>`,
  `<!DOCTYPE x [<!ENTITY e SYSTEM "${evil}/e">]><x>&e;</x>`,
  `expression(${mark})`,
  `');${mark};//`,
  `\`;${mark};//`,
];

/** Texts that people read; codes, dates, ids and references keep their meaning, or nothing would be shown at all. */
const texts = new Set([
  'text',
  'display',
  'description',
  'title',
  'comment',
  'payload',
  'contentString',
  'name',
  'value',
  'family',
  'valueString',
  'reasonString',
  'authorString',
  'label',
  'line',
  'city',
  'alias',
  'note',
  'summary',
]);

/** The reference person with a hostile text after every text, and hostile narrative in every resource. */
function hostile(from: number, withAll: boolean): readonly object[] {
  let next = from;
  const one = (): string => (withAll ? payloads.join(' ') : (payloads[(next += 1) % payloads.length] ?? ''));
  const visit = (value: unknown, key: string): unknown => {
    if (Array.isArray(value)) return value.map((item: unknown) => visit(item, key));
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, visit(inner, name)]));
    if (typeof value !== 'string' || !texts.has(key) || /^urn:|^http/u.test(value)) return value;
    return withAll ? `${value} ${one()}` : next % 2 === 0 ? `${value} ${one()}` : `${one()} ${value}`;
  };
  return loadPerson('reference').resources.map((resource) => ({
    ...(visit(resource, '') as object),
    text: {
      status: 'generated',
      div: `<div xmlns="http://www.w3.org/1999/xhtml">NARRATIVE ${payloads.join('')}</div>`,
    },
  }));
}

/** What a page did that it should not have. */
function watch(page: Page, own: readonly string[]) {
  const seen: {readonly foreign: string[]; readonly logged: string[]; readonly dialogs: string[]} = {
    foreign: [],
    logged: [],
    dialogs: [],
  };
  page.on('request', (request) => {
    const url = request.url();
    if (!own.some((origin) => url.startsWith(`${origin}/`)) && !url.startsWith('data:'))
      seen.foreign.push(url);
  });
  page.on('console', (message) => seen.logged.push(message.text()));
  page.on('pageerror', (error) => seen.logged.push(String(error)));
  page.on('dialog', (dialog) => {
    seen.dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  return seen;
}

/** Every link of the page, through shadow roots, and what has run. */
function look(page: Page) {
  return page.evaluate(() => {
    const links: string[] = [];
    const odd: string[] = [];
    const visit = (root: ParentNode): void => {
      for (const element of root.querySelectorAll('*')) {
        if (element.hasAttribute('href')) links.push(element.getAttribute('href') ?? '');
        if (['iframe', 'object', 'embed', 'base', 'form[action]', 'img'].includes(element.localName))
          odd.push(element.localName);
        for (const {name} of element.attributes)
          if (/^on|^style$/u.test(name)) odd.push(`${element.localName} ${name}`);
        if (element.shadowRoot) visit(element.shadowRoot);
      }
    };
    visit(document.body);
    return {links, odd, ran: (globalThis as {__ran?: number}).__ran ?? 0, title: document.title};
  });
}

async function settle(page: Page, url: string): Promise<void> {
  await page.evaluateOnNewDocument(() => {
    document.addEventListener('isp-loaded', () => (document.documentElement.dataset['settled'] = 'yes'));
  });
  await page.goto(url);
  await page.waitForFunction(() => document.documentElement.dataset['settled'] === 'yes');
}

describe('a record whose every text is hostile', () => {
  for (const [from, withAll] of [
    [0, true],
    [0, false],
    [17, false],
    [38, false],
  ] as const) {
    it(`runs nothing, fetches nothing from elsewhere, and makes no link that is none: ${payloads.length} texts, ${withAll ? 'all in each' : `one in each from ${from}`} (T13, T14, T15)`, async () => {
      assert.ok(payloads.length >= 60);
      const stage = await openStage({people: [hostile(from, withAll)]});
      try {
        const {sandbox} = stage;
        const person = sandbox.people[0]?.slug ?? '';
        const page = await newPage(stage, {person, width: 900});
        const seen = watch(page, [sandbox.panelUrl, sandbox.fhirUrl, sandbox.chartUrl]);
        await settle(page, launchUrl(sandbox, {person}));
        const text = await textOf(page);
        assert.match(text, withAll ? /expression\(/u : /__ran/u, 'the texts are shown as they are');
        assert.doesNotMatch(text, /NARRATIVE/u);
        const {links, odd, ran} = await look(page);
        assert.deepEqual([ran, odd, seen.dialogs, seen.foreign], [0, [], [], []]);
        for (const href of links)
          assert.match(href, /^(#|tel:\+?\d+(;ext=\d+)?$|sms:\+?\d+$|mailto:[\w.+'-]+@[\w.-]+$)/u);
        assert.deepEqual(sandbox.cspReports, []);
        await page.browserContext().close();
      } finally {
        await stage.close();
      }
    });
  }
});

describe('a record system that fails in every way', () => {
  let stage: Stage;
  before(async () => {
    stage = await openStage();
  });
  after(() => stage?.close());

  for (const kind of FAULT_KINDS.filter((one) => one !== 'hang')) {
    it(`${kind}: neither the console nor an event, an address or a title names the token or the person (T10, T12)`, async () => {
      const {sandbox} = stage;
      const person = 'reference';
      const patient = patientIdOf(sandbox, person);
      const page = await newPage(stage, {person, width: 420});
      const seen = watch(page, [sandbox.panelUrl, sandbox.fhirUrl, sandbox.chartUrl]);
      const asked: string[] = [];
      const tokens = new Set<string>();
      page.on('request', (request) => {
        asked.push(request.url());
        const token = /^Bearer (.+)$/u.exec(request.headers()['authorization'] ?? '')?.[1];
        if (token) tokens.add(token);
        assert.equal(request.headers()['referer'] ?? '', '');
      });
      await page.evaluateOnNewDocument(() => {
        const told: string[] = [];
        (globalThis as {__told?: string[]}).__told = told;
        for (const name of [
          'isp-error',
          'isp-loaded',
          'isp-context-mismatch',
          'isp-ready',
          'isp-dirty-change',
        ])
          document.addEventListener(name, (event) =>
            told.push(JSON.stringify((event as CustomEvent).detail)),
          );
      });
      const id = sandbox.faults.add({kind, path: '/(Goal|CarePlan|CareTeam|Encounter)', method: 'GET'});
      try {
        await settle(page, launchUrl(sandbox, {person}));
      } finally {
        sandbox.faults.clear(id);
      }
      const told = await page.evaluate(() => (globalThis as {__told?: string[]}).__told ?? []);
      const {title} = await look(page);
      const public_ = [...seen.logged, ...told, title, page.url()].join('\n');
      assert.ok(tokens.size > 0);
      for (const token of tokens) {
        assert.ok(!public_.includes(token));
        assert.ok(!asked.some((url) => url.includes(token)));
      }
      // Browsers name the address of a failed request by themselves; what the panel says holds not even that.
      assert.doesNotMatch(told.join('\n'), new RegExp(patient, 'u'));
      assert.doesNotMatch(public_, /TREMBLAY|Tremblay|EXEMPLE/u);
      assert.ok(!asked.some((url) => /tremblay|exemple-/iu.test(decodeURIComponent(new URL(url).search))));
      await page.browserContext().close();
    });
  }
});
