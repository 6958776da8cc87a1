import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {PERSONALITIES} from '../../sandbox/fhir/personalities.ts';
import {startSandbox, type Sandbox} from '../../sandbox/start-sandbox.ts';
import {defaultCountingConfig} from '../../src/domain/counting-config.ts';
import {openHost, startedAt, valueOf} from './host-stage.ts';

// The same person read from every record system: the same numbers, the same goals, the same team, and nothing missing.

let sandbox: Sandbox;
before(async () => {
  sandbox = await startSandbox({now: () => new Date(startedAt)});
});
after(() => sandbox.close());

/** What a site has to say about the classes of Epic, whose own codes tell stays and emergency visits not apart. */
const told = (name: string) =>
  name === 'epic'
    ? {
        ...defaultCountingConfig,
        classMap: {'urn:oid:1.2.840.114350.1.72.1.7.7.10.696784.13260|4': 'ed-visit'} as const,
      }
    : defaultCountingConfig;

/** Answers a search in one piece, without a total, whatever page size is asked for. */
const silent = ['openemr'];

describe('the reference patient', () => {
  for (const {name} of PERSONALITIES) {
    it(`is read whole from ${name}`, async () => {
      const host = await openHost(sandbox, name, 'reference', undefined, told(name));
      const {use, goals, team, plan} = host.state();
      const windows = valueOf(use).proof.windows.last12Months;
      const {edVisits, stays, hospitalDays} = windows;
      // Where classes tell stays from emergency visits no longer, the site's own map decides: all three are one kind.
      if (name === 'epic') assert.ok(edVisits >= 11 && stays === 0);
      else assert.deepEqual([edVisits, stays, hospitalDays], [11, 3, 14]);
      assert.equal(valueOf(use).historyComplete, true);
      assert.equal(valueOf(goals).length, 5);
      assert.ok(valueOf(team).members.length >= 5);
      assert.equal(valueOf(plan).plan?.goalIds.length, 5);
      const gaps = [use, goals, team, plan].flatMap((section) =>
        section.status === 'ready' ? section.gaps : [],
      );
      // A server that says neither how many there are nor that there is more: the numbers are "at least".
      assert.deepEqual(gaps, silent.includes(name) ? [{reason: 'page-limit', what: 'Encounter'}] : []);
      assert.equal(host.state().ignoredOtherPatient, 0);
      host.panel.close();
    });
  }

  for (const {name} of PERSONALITIES) {
    it(`costs ${name} no search twice: a shape that was refused is not asked again`, async () => {
      const host = await openHost(sandbox, name, 'reference');
      const refused = (): number => sandbox.log.entries.filter(({status}) => status === 400).length;
      const before = refused();
      await host.panel.actions.refresh();
      assert.equal(refused(), before);
      host.panel.close();
    });
  }
});
