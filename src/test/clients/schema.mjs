// The contract as other people's tools read it: graphql-js builds it from the files and from what the
// server says of itself, finds both valid, and finds that they are the same.

import assert from 'node:assert/strict';
import {
  buildClientSchema,
  buildSchema,
  findBreakingChanges,
  findDangerousChanges,
  getIntrospectionQuery,
  validateSchema,
} from 'graphql';
import { contract } from './sdl.mjs';
import { ask, authorization, run, url } from './server.mjs';

async function served() {
  const query = getIntrospectionQuery({ inputValueDeprecation: true, specifiedByUrl: true, oneOf: true });
  return buildClientSchema(await ask(query));
}

async function printed() {
  const response = await fetch(`${url}/schema`, { headers: authorization });
  assert.equal(response.status, 200);
  return buildSchema(await response.text());
}

function isValid(schema, which) {
  const errors = validateSchema(schema).map((error) => error.message);
  assert.deepEqual(errors, [], `the ${which} schema is not valid`);
  const types = Object.keys(schema.getTypeMap()).filter((name) => !name.startsWith('__'));
  console.log(`schema: ${types.length} types as ${which}, valid`);
}

/** Directives are left out: each engine brings its own, such as `defer`. */
function areTheSame(one, other) {
  const differences = [
    ...findBreakingChanges(one, other),
    ...findDangerousChanges(one, other),
    ...findBreakingChanges(other, one),
    ...findDangerousChanges(other, one),
  ]
    .filter((change) => !change.type.startsWith('DIRECTIVE_'))
    .map((change) => change.description);
  assert.deepEqual(differences, [], 'what is served differs from what is written');
}

await run(async () => {
  const files = buildSchema(await contract());
  isValid(files, 'written');
  const server = await served();
  isValid(server, 'served');
  areTheSame(files, server);
  const text = await printed();
  isValid(text, 'printed');
  areTheSame(files, text);
  console.log('schema: served and printed as written');
});
