// The sandbox's own JSON API.

async function ask(method, path, body) {
  const answer = await fetch(path, {
    method,
    ...(body === undefined
      ? {}
      : {headers: {'Content-Type': 'application/json'}, body: JSON.stringify(body)}),
  });
  const value = await answer.json();
  if (!answer.ok) throw new Error(value.error ?? `HTTP ${answer.status}`);
  return value;
}

export const api = {
  people: () => ask('GET', '/api/people'),
  problems: (patientId) => ask('GET', `/api/problems?patient=${encodeURIComponent(patientId)}`),
  record: (patientId) => ask('GET', `/api/record?patient=${encodeURIComponent(patientId)}`),
  launch: (choice) => ask('POST', '/api/launch', choice),
  standalone: (choice) => ask('POST', '/api/standalone', choice),
  settings: () => ask('GET', '/api/settings'),
  setLatency: (latencyMs) => ask('POST', '/api/settings', {latencyMs}),
  expire: () => ask('POST', '/api/expire', {}),
  log: () => ask('GET', '/api/log'),
  clearLog: () => ask('DELETE', '/api/log'),
  checks: () => ask('GET', '/api/checks'),
  requirements: () => ask('GET', '/api/requirements'),
  faults: () => ask('GET', '/_faults'),
  addFault: (rule) => ask('POST', '/_faults', rule),
  clearFaults: (id) => ask('DELETE', id === undefined ? '/_faults' : `/_faults?id=${id}`),
};
