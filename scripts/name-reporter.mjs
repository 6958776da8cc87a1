// Reporter for `node --test`: the name of each test and whether it passed, one JSON value a line.
export default async function* report(source) {
  for await (const {type, data} of source) {
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    if (data.details?.type === 'suite' || data.skip !== undefined || data.todo !== undefined) continue;
    yield `${JSON.stringify({name: data.name, ok: type === 'test:pass'})}\n`;
  }
}
