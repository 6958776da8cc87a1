import assert from 'node:assert/strict';
import type {Transport} from '../../src/fhir/transport.ts';
import {compare, saveAll} from '../hosts/compare-plan.ts';
import {valueOf, type Host} from '../hosts/host-stage.ts';
import {plans} from '../hosts/same-plan.ts';
import {Checks, NotHere, type Outcome} from './check.ts';
import {openPanel, today, without, type Server} from './real-panel.ts';

const planTypes = ['Goal', 'CarePlan', 'CareTeam'];
const lang = 'fr-CA';
const words = (text: string) => ({text, lang});

export interface RecordSuite {
  /** A person of whom the record has nothing yet, for one check; null where apps can make none. */
  readonly newPerson: () => Promise<Server | null>;
  /** False: nothing is written. */
  readonly write: boolean;
}

/** What the panel reads, writes and falls back to on one record system, by conformance number. */
export async function checkRecord(
  server: Server,
  {newPerson, write}: RecordSuite,
): Promise<readonly Outcome[]> {
  const checks = new Checks();
  const host = await openPanel(server);
  await checkReading(checks, server, host);
  if (write) {
    await checkWriting(checks, server, host, newPerson);
    await checkLadder(checks, newPerson);
  }
  await checks.run(
    [49, 53, 59],
    'every change is a POST, or a PUT that says which version it follows',
    () => {
      for (const {method, headers, path} of host.asked) {
        assert.ok(['GET', 'POST', 'PUT'].includes(method), `${method} ${path}`);
        if (method !== 'PUT') continue;
        const guard = Object.entries(headers).find(([name]) => name.toLowerCase() === 'if-match');
        assert.match(guard?.[1] ?? '', /^W\/".+"$/u, path);
      }
      return `${host.asked.filter(({method}) => method !== 'GET').length} writes`;
    },
  );
  host.panel.close();
  return checks.outcomes;
}

async function checkReading(checks: Checks, server: Server, {state, asked}: Host): Promise<void> {
  await checks.run([33], 'the person of the chart is read, and nobody else', () => {
    const {patient, ignoredOtherPatient} = state();
    assert.equal(patient.status, 'ready', JSON.stringify(patient));
    assert.equal(ignoredOtherPatient, 0, 'records of somebody else came');
    return server.patientId;
  });
  await checks.run([43], 'each section stands, or says why it does not', () => {
    const {use, plan, goals, team} = state();
    const sections = Object.entries({use, plan, goals, team});
    assert.ok(
      sections.every(([, {status}]) => status !== 'loading'),
      'a section is loading still',
    );
    const failed = sections.flatMap(([name, section]) =>
      section.status === 'failed' ? [`${name} ${section.problem.kind}`] : [],
    );
    if (failed.length > 0) throw new NotHere(failed.join(', '));
    return sections.map(([name]) => name).join(', ');
  });
  await checks.run([29, 30, 32], 'what is not complete says so', () => {
    const {use, goals, team} = state();
    const gaps = [use, goals, team].flatMap((section) => (section.status === 'ready' ? section.gaps : []));
    return gaps.length === 0 ? 'complete' : gaps.map(({reason}) => reason).join(', ');
  });
  await checks.run([22], 'no request leaves the FHIR base', () => {
    for (const {path} of asked)
      assert.ok(!/^[a-z]+:/iu.test(path) || path.startsWith(`${server.base}/`), path);
    return `${asked.length} requests`;
  });
  await checks.run([26, 45, 48], 'what may be written is known, with its reason', () => {
    const {createGoal, createCarePlan, createCareTeam, createTask, createDocumentReference} =
      state().abilities;
    const all = {createGoal, createCarePlan, createCareTeam, createTask, createDocumentReference};
    assert.ok(
      Object.values(all).every((ability) => ability.allowed || ability.why !== 'unknown'),
      'the CapabilityStatement could not be read',
    );
    return Object.entries(all)
      .map(
        ([name, ability]) =>
          `${name.slice('create'.length)} ${ability.allowed ? (ability.via ?? 'yes') : ability.why}`,
      )
      .join(', ');
  });
}

/** Fails unless the last save of `key` was confirmed. */
function confirmed(host: Host, key: string): void {
  const save = host.state().saves[key];
  assert.equal(save?.status, 'saved', JSON.stringify(save));
}

function mustWrite({state}: Host): void {
  const {createGoal} = state().abilities;
  if (!createGoal.allowed) throw new NotHere(`goals are not taken: ${createGoal.why}`);
}

async function addGoal(host: Host, text: string): Promise<string> {
  await host.panel.actions.addGoal({words: words(text)});
  confirmed(host, 'goal:new');
  const added = valueOf(host.state().goals).find((goal) => goal.words.text === text);
  assert.ok(added, 'the goal is not on the screen');
  return added.id;
}

async function checkWriting(
  checks: Checks,
  server: Server,
  host: Host,
  newPerson: RecordSuite['newPerson'],
): Promise<void> {
  const made: string[] = [];
  const text = `« Marcher » — l’été & <b>l’hiver</b> ${crypto.randomUUID()}`;
  await checks.run([52, 54], 'a goal is saved, comes back as it was typed, and is changed', async () => {
    mustWrite(host);
    const id = await addGoal(host, text);
    made.push(id);
    const other = await openPanel(server);
    assert.ok(
      valueOf(other.state().goals).some((goal) => goal.words.text === text),
      'it did not come back',
    );
    await other.panel.actions.changeGoal(id, {dueDate: '2027-06-01'});
    confirmed(other, `goal:${id}`);
    other.panel.close();
    await host.reopen();
    const goal = valueOf(host.state().goals).find((one) => one.id === id);
    assert.deepEqual([goal?.words.text, goal?.dueDate], [text, '2027-06-01']);
    return id;
  });
  await checks.run(
    [50, 51],
    'of two changes at once none is lost: both are kept, shown, or it is said',
    async () => {
      mustWrite(host);
      const id = made[0] ?? (await addGoal(host, `${text} 2`));
      const [one, two] = [await openPanel(server), await openPanel(server)];
      await one.panel.actions.changeGoal(id, {words: words(`${text} A`)});
      confirmed(one, `goal:${id}`);
      await two.panel.actions.changeGoal(id, {words: words(`${text} B`)});
      const save = two.state().saves[`goal:${id}`];
      one.panel.close();
      two.panel.close();
      assert.equal(save?.status, 'conflict', JSON.stringify(save));
      return 'the second one was shown both';
    },
  );
  await checks.run([55], 'a goal whose answer was lost stands in the record once', async () => {
    mustWrite(host);
    const lost = `${text} L`;
    let drops = 1;
    const losing = (inner: Transport): Transport => ({
      async request(request) {
        const answer = await inner.request(request);
        if (request.method === 'POST' && /^(?:Goal|DocumentReference)$/u.test(request.path) && drops-- > 0)
          throw new TypeError('lost');
        return answer;
      },
    });
    const panel = await openPanel(server, losing);
    await panel.panel.actions.addGoal({words: words(lost)});
    if (panel.state().saves['goal:new']?.status !== 'saved')
      await panel.panel.actions.addGoal({words: words(lost)});
    await panel.reopen();
    const copies = valueOf(panel.state().goals).filter((goal) => goal.words.text === lost);
    for (const {id} of copies) made.push(id);
    panel.panel.close();
    assert.equal(copies.length, 1);
    return 'once';
  });
  for (const plan of plans) {
    await checks.run([63], `a whole plan is saved and comes back the same, ${plan.lang}`, async () => {
      mustWrite(host);
      const person = await newPerson();
      if (!person) throw new NotHere('no person without a plan can be made');
      const first = await openPanel(person);
      await saveAll(first, plan);
      const later = await openPanel(person);
      compare(later.state(), plan, today());
      first.panel.close();
      later.panel.close();
      return `${plan.goals.length} goals, ${plan.actions.length} actions, ${plan.members.length} members, crisis plan`;
    });
  }
  await checks.run([59], 'what was made is taken back as a mistake, nothing is deleted', async () => {
    if (made.length === 0) throw new NotHere('nothing was made');
    await host.reopen();
    for (const id of new Set(made)) {
      await host.panel.actions.changeGoal(id, {lifecycle: 'entered-in-error'});
      confirmed(host, `goal:${id}`);
    }
    return `${new Set(made).size} goals`;
  });
}

async function checkLadder(checks: Checks, newPerson: RecordSuite['newPerson']): Promise<void> {
  const rungs: readonly [rung: 'note' | 'hand', refused: readonly string[]][] = [
    ['note', planTypes],
    ['hand', [...planTypes, 'DocumentReference']],
  ];
  for (const [rung, refused] of rungs) {
    await checks.run(
      [63, 64],
      `where ${refused.join(', ')} are refused the plan goes on ${rung === 'note' ? 'as a note' : 'in hand'}`,
      async () => {
        const person = await newPerson();
        if (!person) throw new NotHere('no person without a plan can be made');
        const host = await openPanel(person, without(refused));
        if (rung === 'hand') await host.panel.actions.wish('hand', 'writeInHand');
        const {createGoal} = host.state().abilities;
        if (!createGoal.allowed) throw new NotHere(`documents are not taken: ${createGoal.why}`);
        assert.equal(createGoal.via, rung);
        const text = 'Dormir « toute la nuit »';
        await host.panel.actions.addGoal({words: words(text)});
        confirmed(host, 'goal:new');
        const {unfiled} = host.state();
        if (rung === 'hand') {
          assert.match(unfiled?.text ?? '', /Dormir « toute la nuit »/u);
          return 'taken along as a note and a Bundle';
        }
        const later = await openPanel(person, without(refused));
        assert.deepEqual(
          valueOf(later.state().goals).map((goal) => goal.words.text),
          [text],
        );
        host.panel.close();
        later.panel.close();
        return 'read back from the note';
      },
    );
  }
}
