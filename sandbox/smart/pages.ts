import {escapeHtml, page, type Reply} from '../http.ts';

export interface PickablePatient {
  readonly id: string;
  readonly name: string;
  readonly birthDate: string;
}

/** The page of a standalone launch on which a patient is picked. */
export function pickerPage(request: string, patients: readonly PickablePatient[]): string {
  const rows = patients.map(
    ({id, name, birthDate}) =>
      `<li><button name="patient" value="${escapeHtml(id)}"><strong>${escapeHtml(name)}</strong> <span>${escapeHtml(birthDate)}</span></button></li>`,
  );
  return frame(
    'Choose a patient · Choisir une personne',
    `<form action="choose"><input type="hidden" name="request" value="${request}"><ul>${rows.join('')}</ul></form>`,
  );
}

/** The page that asks whether the app may be let in. */
export function askPage(request: string, scopes: readonly string[]): string {
  const rows = scopes.map((scope) => `<li><code>${escapeHtml(scope)}</code></li>`);
  return frame(
    'ISP panel asks for access · ISP panel demande un accès',
    `<form action="choose"><input type="hidden" name="request" value="${request}"><p><button name="allow" value="yes">Allow · Permettre</button> <button name="allow" value="no">Refuse · Refuser</button></p><ul class="scopes">${rows.join('')}</ul></form>`,
  );
}

/** What a person sees when the request cannot even be sent back to the app. */
export function errorPage(text: string): Reply {
  return page(400, frame('The app cannot be opened', `<p role="alert">${escapeHtml(text)}</p>`));
}

function frame(title: string, body: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${title}</title><style>
body{font:15px/1.45 system-ui,sans-serif;margin:2rem auto;max-width:34rem;padding:0 1rem;color:#1c2733;background:#f6f8fa}
h1{font-size:1.2rem} ul{list-style:none;padding:0} li{margin:.3rem 0}
button{font:inherit;padding:.5rem .8rem;border:1px solid #b9c4cf;border-radius:.3rem;background:#fff;cursor:pointer}
ul:not(.scopes) button{width:100%;text-align:left;display:flex;justify-content:space-between}
button:hover,button:focus-visible{border-color:#1f5f99} code{font-size:.8rem}
</style><h1>${title}</h1>${body}</html>`;
}
