// The least a page can do to be launched: discovery, PKCE, off to the authorization endpoint.
const given = new URLSearchParams(location.search);
const iss = given.get('iss');
const random = () => encode(crypto.getRandomValues(new Uint8Array(32)));
const encode = (bytes) =>
  btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

const discovery = fetch(`${iss}/.well-known/smart-configuration`).then((answer) => answer.json());
const verifier = random();
const state = random();
const challenge = crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier)).then(encode);

void Promise.all([discovery, challenge]).then(([endpoints, code_challenge]) => {
  const redirect_uri = new URL('index.html', location.href).href;
  sessionStorage.setItem(
    'bare',
    JSON.stringify({iss, verifier, state, redirect_uri, token: endpoints.token_endpoint}),
  );
  const url = new URL(endpoints.authorization_endpoint);
  url.search = new URLSearchParams({
    response_type: 'code',
    client_id: 'isp-panel',
    redirect_uri,
    scope: 'launch openid fhirUser patient/*.rs user/*.rs',
    state,
    aud: iss,
    launch: given.get('launch'),
    code_challenge,
    code_challenge_method: 'S256',
  });
  location.replace(url);
});
