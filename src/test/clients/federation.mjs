// A gateway's view: what the server says of itself composes with another graph that adds to its entities, and
// does not with one that contradicts it.

import assert from 'node:assert/strict';
import { composeServices } from '@apollo/composition';
import { buildSchema, GraphQLError, parse } from 'graphql';
import { ask, run } from './server.mjs';

const LINK = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable"])';

/** The air where an issue is, from a graph of another bureau. */
const AIR = `${LINK}
  type Query { stations(first: Int): [Station!] }
  type Station @key(fields: "id") { id: ID!, near: [Issue!] }
  type Issue @key(fields: "id") { id: ID!, airQuality: Int }
  type Grid @key(fields: "id") { id: ID!, stations: [Station!] }
  type PageInfo @shareable { hasNextPage: Boolean!, endCursor: String }
`;

const CONTRADICTION = `${LINK}
  type Issue @key(fields: "id") { id: ID!, title: Int }
`;

function composed(sdl, other) {
  return composeServices([
    { name: 'wangge', url: 'http://wangge/graphql', typeDefs: parse(sdl) },
    { name: 'other', url: 'http://other/graphql', typeDefs: parse(other) },
  ]);
}

await run(async () => {
  const { _service: { sdl } } = await ask('{ _service { sdl } }');

  const { errors, supergraphSdl, hints } = composed(sdl, AIR);
  assert.deepEqual((errors ?? []).map((error) => error.message), [], 'what keeps it from being composed');
  const issue = buildSchema(supergraphSdl, { assumeValidSDL: true }).getType('Issue').getFields();
  assert.ok(issue.title && issue.airQuality, 'an issue has the fields of both');
  console.log(`federation: composed, ${hints.length} hints: ${[...new Set(hints.map((hint) => hint.definition.code))]}`);

  const refused = composed(sdl, CONTRADICTION).errors ?? [];
  assert.ok(refused.some((error) => error instanceof GraphQLError && /Issue\.title/.test(error.message)), 'a contradiction');

  const { grids: { nodes: [{ id, name }] } } = await ask('{ grids(first: 1) { nodes { id name } } }');
  const entities = 'query ($of: [_Any!]!) { _entities(representations: $of) { __typename ... on Grid { name } } }';
  const { _entities } = await ask(entities, { of: [{ __typename: 'Grid', id }] });
  assert.deepEqual(_entities, [{ __typename: 'Grid', name }]);
  console.log('federation: an entity by its key');
});
