// @apollo/composition 2.14.4 with graphql 16.15.0: npm install @apollo/composition@2.14.4 graphql@16.15.0, then
// node composition-one-of.mjs
//
// A schema that uses @oneOf, which is of GraphQL itself since the specification of September 2025 (section 3.13.5) and
// known to graphql-js 16.9 and later, cannot be composed unless it defines the directive; and where it does, the
// supergraph has lost it, so that a gateway lets through what no graph takes.
//
// Expected: no errors, and @oneOf in the supergraph, in both cases.
// Actual: 'Unknown directive "@oneOf".'; with a definition no errors, and no @oneOf in the supergraph.

import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';

const SDL = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9")
  type Query { issue(by: Lookup!): String }
  input Lookup @oneOf { id: ID, no: String }
`;

for (const sdl of [SDL, `${SDL} directive @oneOf on INPUT_OBJECT`]) {
  const { errors, supergraphSdl } = composeServices([{ name: 'a', url: 'http://a', typeDefs: parse(sdl) }]);
  console.log(errors?.map((error) => error.message) ?? 'no errors', /@oneOf/.test(supergraphSdl ?? '') ? 'with @oneOf' : 'without @oneOf');
}
