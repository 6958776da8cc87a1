// The least a page can do after a launch: token, then the very requests that the panel makes, side by side. Which ones
// stands in `benchPlan`, put there by the bench. It shows one line when the first ones are there, and one at the end.
const {iss, verifier, state, redirect_uri, token} = JSON.parse(sessionStorage.getItem('bare'));
const answer = new URLSearchParams(location.search);
const plan = globalThis.benchPlan;
const SIDE_BY_SIDE = 6;

async function run() {
  if (answer.get('state') !== state) throw new Error('wrong state');
  const form = new URLSearchParams({
    grant_type: 'authorization_code',
    code: answer.get('code'),
    redirect_uri,
    client_id: 'isp-panel',
    code_verifier: verifier,
  });
  const {access_token} = await (await fetch(token, {method: 'POST', body: form})).json();
  const ask = async ({method, path, body, url = `${iss}/${path}`}) => {
    const headers = {Accept: 'application/fhir+json', Authorization: `Bearer ${access_token}`};
    if (body !== undefined) headers['Content-Type'] = 'application/x-www-form-urlencoded';
    const reply = await fetch(url, {method, headers, body});
    return JSON.parse(await reply.text());
  };
  const first = await Promise.all(plan.first.map(ask));
  show('first', first);
  const waiting = [...plan.rest];
  const rest = [];
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) rest.push(await ask(next));
  };
  await Promise.all(Array.from({length: SIDE_BY_SIDE}, worker));
  for (let next = plan.serial; next; next = nextOf(rest.at(-1))) rest.push(await ask(next));
  show('full', [...first, ...rest]);
}

function nextOf({link = []}) {
  const url = link.find(({relation}) => relation === 'next')?.url;
  return url && {method: 'GET', url};
}

function show(id, resources) {
  const line = document.createElement('p');
  line.id = id;
  line.textContent = `${resources.length} answers, ${resources.reduce((n, {entry}) => n + (entry?.length ?? 1), 0)} entries`;
  document.querySelector('main').append(line);
}

void run();
