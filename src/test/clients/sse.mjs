// graphql-sse as it comes: queries, mutations, errors and a feed through event streams.

import assert from 'node:assert/strict';
import { createClient } from 'graphql-sse';
import { ask, authorization, courtyard, EVENTS, report, run, url, within } from './server.mjs';

const client = createClient({ url, headers: authorization, retryAttempts: 0 });

async function once(query, variables) {
  const results = [];
  for await (const result of client.iterate({ query, variables })) {
    results.push(result);
  }
  assert.equal(results.length, 1, 'one result, then the end');
  return results[0];
}

await run(async () => {
  const { data } = await once('query($first: Int) { grids(first: $first) { nodes { id } } }', { first: 2 });
  assert.equal(data.grids.nodes.length, 2);
  console.log('graphql-sse: a query, one result and the end');

  const wrong = await once('{ nothing }');
  assert.equal(wrong.errors[0].extensions.code, 'GRAPHQL_VALIDATION');
  const tokenless = createClient({ url, headers: { Authorization: 'Bearer nonsense' }, retryAttempts: 0 });
  const { value } = await tokenless.iterate({ query: '{ __typename }' }).next();
  assert.equal(value.errors[0].extensions.code, 'TOKEN_INVALID');
  console.log('graphql-sse: errors are told in the open');

  const gridId = await courtyard();
  const feed = client.iterate({ query: EVENTS, variables: { gridId } });
  const first = await within(feed.next(), 'the first checkpoint');
  assert.equal(first.value.data.issueEvents.caughtUp, true);
  const reported = await report(once, gridId, '经事件流上报的问题');
  let event;
  do {
    event = (await within(feed.next(), 'the event')).value.data.issueEvents;
  } while (event.kind === 'FeedCheckpoint');
  assert.equal(event.issueId, reported);
  await feed.return();
  console.log('graphql-sse: a mutation, and its event');

  const missed = await report(once, gridId, '断开之后上报的问题');
  const resumed = createClient({
    url,
    headers: { ...authorization, 'Last-Event-ID': event.cursor },
    retryAttempts: 0,
  }).iterate({ query: EVENTS, variables: { gridId } });
  const told = (await within(resumed.next(), 'what was missed')).value.data.issueEvents;
  assert.equal(told.issueId, missed, 'Last-Event-ID goes on after its event');
  await resumed.return();
  assert.ok((await ask('{ __typename }')).__typename);
  console.log('graphql-sse: goes on after Last-Event-ID');
});
