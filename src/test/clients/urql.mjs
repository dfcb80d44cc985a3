// urql as it comes: queries by GET, a mutation, a feed through an event stream and through a socket,
// persisted queries, and what it makes of errors.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { Client, fetchExchange, subscriptionExchange } from '@urql/core';
import { persistedExchange } from '@urql/exchange-persisted';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { authorization, courtyard, EVENTS, REPORT, reportInput, run, socketUrl, url, within } from './server.mjs';

const GRIDS = 'query Grids($first: Int) { grids(first: $first) { nodes { id name } } }';

/** What was sent, in turn. */
const sent = [];

function client({ headers = authorization, exchanges = [fetchExchange], ...options } = {}) {
  return new Client({
    url,
    exchanges,
    fetchOptions: { headers },
    fetch: (input, init) => {
      sent.push(init.method);
      return fetch(input, init);
    },
    ...options,
  });
}

/** Does everything over one socket, as the guide of graphql-ws says. */
function overASocket(socket) {
  const forwardSubscription = (request) => ({
    subscribe: (sink) => ({ unsubscribe: socket.subscribe({ ...request, query: request.query ?? '' }, sink) }),
  });
  return client({ exchanges: [subscriptionExchange({ forwardSubscription, enableAllOperations: true })] });
}

function succeeded({ data, error }) {
  assert.equal(error, undefined, String(error));
  return data;
}

/** The events of a feed; `next` gives one after the other. */
function listen(urql, variables) {
  const told = [];
  let arrived = () => {};
  const { unsubscribe } = urql
    .subscription(EVENTS, variables)
    .subscribe((result) => {
      told.push(succeeded(result).issueEvents);
      arrived();
    });
  return {
    unsubscribe,
    async next() {
      while (told.length === 0) {
        await within(new Promise((resolve) => (arrived = resolve)), 'the next item of the feed');
      }
      return told.shift();
    },
  };
}

await run(async () => {
  const variables = { first: 3 };
  assert.equal(succeeded(await client().query(GRIDS, variables)).grids.nodes.length, 3);
  const { grids } = succeeded(await client({ preferGetMethod: false }).query(GRIDS, variables));
  assert.equal(grids.nodes.length, 3);
  assert.deepEqual(sent.splice(0), ['GET', 'POST']);
  console.log('urql: a query by GET, and one by POST');

  const gridId = await courtyard();
  const socket = createClient({ url: socketUrl, webSocketImpl: WebSocket, connectionParams: authorization });
  for (const [asker, listener] of [
    [client(), client({ fetchSubscriptions: true })],
    [overASocket(socket), overASocket(socket)],
  ]) {
    const feed = listen(listener, { gridId });
    assert.equal((await feed.next()).caughtUp, true);
    const input = reportInput(gridId, '用 urql 上报的问题');
    const { reportIssue } = succeeded(await asker.mutation(REPORT, { input }));
    let item = await feed.next();
    while (item.kind === 'FeedCheckpoint') {
      item = await feed.next();
    }
    assert.equal(item.issueId, reportIssue.issue.id);
    feed.unsubscribe();
  }
  assert.equal(succeeded(await overASocket(socket).query(GRIDS, variables)).grids.nodes.length, 3);
  const refused = await overASocket(socket).query('{ nothing }', {});
  assert.equal(refused.error.graphQLErrors[0].extensions.code, 'GRAPHQL_VALIDATION');
  await socket.dispose();
  sent.splice(0);
  console.log('urql: a mutation, and its event, by an event stream and over a socket');

  const generateHash = async (text) => createHash('sha256').update(text).digest('hex');
  const mine = `query Persisted${Date.now()}($first: Int) { grids(first: $first) { nodes { id } } }`;
  for (const turns of [2, 1]) {
    const exchanges = [persistedExchange({ generateHash }), fetchExchange];
    succeeded(await client({ exchanges }).query(mine, variables));
    assert.equal(sent.splice(0).length, turns);
  }
  console.log('urql: a persisted query');

  const invalid = await client().query('{ nothing }', {});
  assert.equal(invalid.error.graphQLErrors[0].extensions.code, 'GRAPHQL_VALIDATION');
  const wrong = await client({ headers: { Authorization: 'Bearer nonsense' } }).query(GRIDS, variables);
  assert.equal(wrong.error.graphQLErrors[0].extensions.code, 'TOKEN_INVALID');
  console.log('urql: errors with their codes');
});
