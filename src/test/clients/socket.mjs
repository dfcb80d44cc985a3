// A front end that does everything over one socket: graphql-ws as it comes out of the box asks, commands
// and listens, and is told what is wrong as errors of its operation, with the socket staying open.

import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { authorization, run, socketUrl, within } from './server.mjs';

const client = createClient({
  url: socketUrl,
  webSocketImpl: WebSocket,
  connectionParams: { ...authorization, locale: 'en' },
  lazy: false,
});

let opened = 0;
client.on('connected', () => (opened += 1));

/** The one answer of a query or a mutation. */
async function ask(query, variables) {
  const answers = [];
  for await (const answer of client.iterate({ query, variables })) {
    answers.push(answer);
  }
  assert.equal(answers.length, 1, `one answer was due, not ${answers.length}`);
  return answers[0];
}

async function asksAndCommands() {
  const { data } = await ask('{ grids(filter: { levels: [COURTYARD] }, first: 1) { nodes { id } } }');
  const input = {
    key: randomUUID(),
    category: 'STREET_LIGHT',
    source: 'GRID_PATROL',
    gridId: data.grids.nodes[0].id,
    description: '巷口的路灯不亮了',
  };
  const report = 'mutation ($input: ReportIssueInput!) { reportIssue(input: $input) { issue { id } replayed } }';
  const first = await ask(report, { input });
  assert.equal(first.data.reportIssue.replayed, false);
  const again = await ask(report, { input });
  assert.equal(again.data.reportIssue.replayed, true);
  assert.equal(again.data.reportIssue.issue.id, first.data.reportIssue.issue.id);
}

async function hearsWhatIsWrong() {
  await assert.rejects(ask('{ nothing }'), (errors) => errors[0].extensions.code === 'GRAPHQL_VALIDATION');
  await assert.rejects(
    ask('subscription { issueEvents(after: "x") { cursor } }'),
    (errors) => errors[0].extensions.code === 'INVALID_CURSOR' && /cursor/.test(errors[0].message),
  );
  const { data, errors } = await ask('{ __typename node(id: "x") { id } }');
  assert.equal(data.node, null);
  assert.equal(errors[0].extensions.code, 'INVALID_ID');
}

async function listensToManyAtOnce() {
  const feeds = Array.from({ length: 64 }, () => client.iterate({ query: 'subscription { issueEvents { cursor } }' }));
  await Promise.all(feeds.map((feed) => feed.next()));
  await assert.rejects(
    ask('{ __typename }'),
    (errors) => errors[0].extensions.code === 'TOO_MANY_OPERATIONS' && errors[0].extensions.retryable,
  );
  await Promise.all(feeds.map((feed) => feed.return()));
  assert.equal((await ask('{ __typename }')).data.__typename, 'Query');
}

await run(async () => {
  await within(asksAndCommands(), 'a query and a mutation');
  await within(hearsWhatIsWrong(), 'what is wrong');
  await within(listensToManyAtOnce(), 'many subscriptions');
  assert.equal(opened, 1, 'the socket did not stay open');
  console.log('socket: queries, mutations, subscriptions and errors over one socket');
  await client.dispose();
});
