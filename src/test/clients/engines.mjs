// graphql-js builds the contract in both of the versions that front ends use, finds it valid, and finds
// that the examples fit it.

import assert from 'node:assert/strict';
import * as graphql16 from 'graphql';
import * as graphql17 from 'graphql17';
import { contract, examples } from './sdl.mjs';

const sdl = await contract();
const documents = await examples();

for (const graphql of [graphql16, graphql17]) {
  const schema = graphql.buildSchema(sdl);
  const found = graphql.validateSchema(schema).map((error) => error.message);
  for (const { name, text } of documents) {
    found.push(...graphql.validate(schema, graphql.parse(text)).map((error) => `${name}: ${error.message}`));
  }
  assert.deepEqual(found, [], `what graphql-js ${graphql.version} finds`);
  const types = Object.keys(schema.getTypeMap()).filter((name) => !name.startsWith('__'));
  console.log(`graphql-js ${graphql.version}: ${types.length} types valid, ${documents.length} examples fit`);
}
