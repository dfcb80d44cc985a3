// Apollo Client as it comes: queries by POST and by GET, a mutation, persisted queries, everything over one
// socket, and what it makes of errors.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { ApolloClient, gql, HttpLink, InMemoryCache } from '@apollo/client/core/index.js';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries/index.js';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions/index.js';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { authorization, courtyard, EVENTS, REPORT, reportInput, run, socketUrl, url, within } from './server.mjs';

const GRIDS = gql`query Grids($first: Int) { grids(first: $first) { nodes { id name } } }`;

// Apollo's link knows errors of a socket by the class that browsers have, and Node.js not always.
globalThis.WebSocket ??= WebSocket;

/** What was sent, in turn. */
const sent = [];

function noted(input, init) {
  sent.push(init.method ?? 'GET');
  return fetch(input, init);
}

function client(options = {}, headers = authorization) {
  const http = new HttpLink({ uri: url, headers, fetch: noted, ...options });
  return new ApolloClient({ link: http, cache: new InMemoryCache() });
}

function persisting() {
  const sha256 = (text) => createHash('sha256').update(text).digest('hex');
  const http = new HttpLink({ uri: url, headers: authorization, fetch: noted });
  const link = new PersistedQueryLink({ sha256, useGETForHashedQueries: true }).concat(http);
  return new ApolloClient({ link, cache: new InMemoryCache() });
}

/** Queries, commands and listens over one socket. */
async function overASocket(variables) {
  const socket = createClient({ url: socketUrl, webSocketImpl: WebSocket, connectionParams: authorization });
  const apollo = new ApolloClient({ link: new GraphQLWsLink(socket), cache: new InMemoryCache() });
  assert.equal((await apollo.query({ query: GRIDS, variables })).data.grids.nodes.length, 3);

  const gridId = await courtyard();
  const told = [];
  let listening = () => {};
  const isListening = new Promise((resolve) => (listening = resolve));
  const heard = new Promise((resolve, reject) => {
    apollo.subscribe({ query: gql(EVENTS), variables: { gridId } }).subscribe({
      next({ data, error }) {
        if (error) {
          reject(error);
        } else if (data.issueEvents.kind === 'FeedCheckpoint') {
          listening();
        } else {
          told.push(data.issueEvents.issueId);
          resolve(told[0]);
        }
      },
      error: reject,
    });
  });
  await within(isListening, 'the first item of the feed');
  const input = reportInput(gridId, '用 Apollo 经由长连接上报的问题');
  const { data } = await apollo.mutate({ mutation: gql(REPORT), variables: { input } });
  assert.equal(await within(heard, 'the event of the mutation'), data.reportIssue.issue.id);
  assert.equal(await codeOf(apollo.query({ query: gql`{ nothing }` })), 'GRAPHQL_VALIDATION');
  apollo.stop();
  await socket.dispose();
}

async function codeOf(promise) {
  try {
    await promise;
  } catch (error) {
    return error.errors?.[0]?.extensions?.code ?? String(error);
  }
  return 'no error';
}

await run(async () => {
  const variables = { first: 3 };
  for (const options of [{}, { useGETForQueries: true }]) {
    const { data } = await client(options).query({ query: GRIDS, variables });
    assert.equal(data.grids.nodes.length, 3);
  }
  assert.deepEqual(sent.splice(0), ['POST', 'GET']);
  console.log('Apollo: a query by POST, and one by GET');

  const input = reportInput(await courtyard(), '用 Apollo 上报的问题');
  const { data } = await client({ useGETForQueries: true }).mutate({ mutation: gql(REPORT), variables: { input } });
  assert.equal(data.reportIssue.refusal, null);
  assert.deepEqual(sent.splice(0), ['POST']);
  console.log('Apollo: a mutation');

  const mine = gql(`query Persisted${Date.now()}($first: Int) { grids(first: $first) { nodes { id } } }`);
  await persisting().query({ query: mine, variables });
  assert.equal(sent.splice(0).length, 2, 'the hash is not known, then is sent with its query');
  await persisting().query({ query: mine, variables });
  assert.deepEqual(sent.splice(0), ['GET'], 'the hash is known');
  console.log('Apollo: a persisted query');

  await overASocket(variables);
  console.log('Apollo: a query, a mutation and its event over one socket');

  assert.equal(await codeOf(client().query({ query: gql`{ nothing }` })), 'GRAPHQL_VALIDATION');
  const wrong = { Authorization: 'Bearer nonsense' };
  assert.equal(await codeOf(client({}, wrong).query({ query: GRIDS, variables })), 'TOKEN_INVALID');
  console.log('Apollo: errors with their codes');
});
