// urql as it comes: queries by GET, a mutation, a feed through an event stream, persisted queries, and
// what it makes of errors.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { Client, fetchExchange } from '@urql/core';
import { persistedExchange } from '@urql/exchange-persisted';
import { authorization, courtyard, EVENTS, REPORT, reportInput, run, url, within } from './server.mjs';

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

function succeeded({ data, error }) {
  assert.equal(error, undefined, String(error));
  return data;
}

/** The events of a feed; `next` gives one after the other. */
function listen(variables) {
  const told = [];
  let arrived = () => {};
  const { unsubscribe } = client({ fetchSubscriptions: true })
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
  const feed = listen({ gridId });
  assert.equal((await feed.next()).caughtUp, true);
  const input = reportInput(gridId, '用 urql 上报的问题');
  const { reportIssue } = succeeded(await client().mutation(REPORT, { input }));
  let item = await feed.next();
  while (item.kind === 'FeedCheckpoint') {
    item = await feed.next();
  }
  assert.equal(item.issueId, reportIssue.issue.id);
  feed.unsubscribe();
  sent.splice(0);
  console.log('urql: a mutation, and its event');

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
