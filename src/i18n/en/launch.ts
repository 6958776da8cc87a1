/** What happened, and what to do about it. */
interface Words {
  readonly happened: string;
  readonly toDo: string;
}

const fromChart = 'Close this and open the panel again from the chart.';
const tellSupport = 'If it goes on, tell the person who looks after your record system.';

/** A kind of problem without words does not compile: `launch/show-problem.ts` looks each one up. */
export const launch = {
  problem: {
    'no-issuer': {
      happened: 'The panel was not opened from a chart.',
      toDo: 'Open it from the chart of a patient.',
    },
    'unknown-issuer': {
      happened: 'This record system is not on the list of this panel.',
      toDo: 'Nothing was sent to it. Tell the person who looks after the panel, if it should be.',
    },
    'hostile-address': {
      happened: 'The address of this panel is not one that a chart makes.',
      toDo: `Nothing was sent. ${fromChart}`,
    },
    'storage-blocked': {
      happened: 'The browser does not let the panel keep its place here.',
      toDo: 'Open it in a window of its own, or allow storage for this site.',
    },
    'framed-by-stranger': {
      happened: 'The panel was opened inside a page that your site does not name.',
      toDo: fromChart,
    },
    'not-secure': {happened: 'This page did not come over a secure connection.', toDo: tellSupport},
    unreachable: {
      happened: 'The record system cannot be reached.',
      toDo: `Check the network, then open the panel again from the chart. ${tellSupport}`,
    },
    'no-endpoints': {happened: 'The record system does not say where to sign in.', toDo: tellSupport},
    'foreign-endpoint': {
      happened: 'The record system names a place to sign in that your site does not list.',
      toDo: `Nothing was sent there. ${tellSupport}`,
    },
    'no-pkce': {
      happened: 'The record system does not offer the protection that the panel needs to sign in.',
      toDo: tellSupport,
    },
    refused: {happened: 'The record system did not let the panel in.', toDo: `${fromChart} ${tellSupport}`},
    'unknown-launch': {happened: 'This opening of the panel is over or was used before.', toDo: fromChart},
    'no-token': {
      happened: 'The record system did not complete the sign-in.',
      toDo: `${fromChart} ${tellSupport}`,
    },
    'identity-unproven': {happened: 'It could not be proven who is signed in.', toDo: fromChart},
    'no-patient': {
      happened: 'The record system named no patient.',
      toDo: 'Open the panel from the chart of a patient.',
    },
    'not-launched': {happened: 'No chart is open here.', toDo: 'Open the panel from the chart of a patient.'},
    expired: {happened: 'Your session has ended.', toDo: fromChart},
  },
  code: (code: string) => `Code: ${code}`,
  serverSays: (text: string) => `The record system says: ${text}`,
  more: 'More from the record system',
  newWindow: 'Open in a new window',
  localNetwork:
    'The browser keeps this page from the local network. If your record system is in it, allow this site to reach the local network in the settings of the browser; in a frame, the page around it has to name local-network-access in its “allow” as well.',
  signIn: {
    title: 'Sign in to open the panel.',
    why: 'Your record system signs you in in a window of its own. Then the panel opens here.',
    button: 'Sign in',
    waiting: 'Go on in the other window. If you closed it, press the button again.',
    stopped: 'The browser stopped the window. Allow windows of this site, then press the button again.',
    done: 'You are signed in.',
    again: 'Sign in again',
    kept: 'What you typed stays here. You can sign in again in a window of its own and go on.',
    other:
      'Another patient or another user was chosen there, so nothing of it was opened. What you typed stays here.',
    mayClose: 'This window can be closed: the panel opens where you came from.',
  },
} satisfies {readonly problem: Readonly<Record<string, Words>>; readonly [name: string]: unknown};

/** The catalogue of launch problems. */
export type LaunchWords = typeof launch;
