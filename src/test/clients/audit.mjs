// The protocol's own suite: each audit of graphql-http passes, none with a notice.

import assert from 'node:assert/strict';
import { serverAudits } from 'graphql-http';
import { authorization, run, url } from './server.mjs';

function signedIn(input, init = {}) {
  return fetch(input, { ...init, headers: { ...authorization, ...init.headers } });
}

await run(async () => {
  const audits = serverAudits({ url, fetchFn: signedIn });
  const results = await Promise.all(audits.map((audit) => audit.fn()));
  const found = results
    .filter((result) => result.status !== 'ok')
    .map((result) => `${result.status}: ${result.name} (${result.reason})`);
  assert.deepEqual(found, [], 'audits that do not pass');
  assert.ok(results.length >= 60, 'the suite has become smaller');
  console.log(`http: ${results.length} of ${audits.length} audits pass`);
});
