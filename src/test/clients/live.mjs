// A front end that listens: graphql-ws hears of an issue within a second after reportIssue was answered,
// loses its connection, and is told exactly what it missed.

import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { ask, authorization, run, socketUrl, within } from './server.mjs';

const SOON_MS = 1_000;

const EVENTS = `
  subscription ($filter: IssueEventFilter, $after: EventCursor) {
    issueEvents(filter: $filter, after: $after) {
      kind: __typename
      cursor
      ... on IssueEvent { issueId move issue { title } }
      ... on FeedCheckpoint { caughtUp }
    }
  }`;

const REPORT = `
  mutation ($input: ReportIssueInput!) {
    reportIssue(input: $input) { issue { id } refusal { code message } }
  }`;

let socket;
const client = createClient({
  url: socketUrl,
  webSocketImpl: WebSocket,
  connectionParams: authorization,
  retryAttempts: 0,
  on: { connected: (opened) => (socket = opened) },
});

async function aCourtyard() {
  const { grids } = await ask('{ grids(filter: { levels: [COURTYARD] }, first: 1) { nodes { id name } } }');
  assert.equal(grids.nodes.length, 1, 'the server has no courtyard to report an issue in');
  return grids.nodes[0];
}

/** The id of the new issue, and when the answer was here. */
async function report(gridId, description) {
  const input = { key: randomUUID(), category: 'STREET_LIGHT', source: 'GRID_PATROL', gridId, description };
  const { reportIssue } = await ask(REPORT, { input });
  assert.equal(reportIssue.refusal, null, `reportIssue was refused: ${JSON.stringify(reportIssue.refusal)}`);
  return { id: reportIssue.issue.id, answeredAt: performance.now() };
}

/** Listens to one courtyard; `next` gives one item after the other. */
function listen(gridId, after) {
  const items = client.iterate({ query: EVENTS, variables: { filter: { within: gridId }, after } });
  return {
    async next(what) {
      const { value, done } = await within(items.next(), what);
      assert.ok(!done, `the feed ended where ${what} was due`);
      assert.ok(!value.errors, `errors where ${what} was due: ${JSON.stringify(value.errors)}`);
      return { ...value.data.issueEvents, arrivedAt: performance.now() };
    },
    /** The next item that is an event; a silent feed tells a checkpoint now and then. */
    async nextEvent(what) {
      for (;;) {
        const item = await this.next(what);
        if (item.kind !== 'FeedCheckpoint') {
          return item;
        }
      }
    },
    ended: () => items.next().then(
      () => assert.fail('the feed went on without its connection'),
      () => undefined,
    ),
  };
}

async function hearsOfAnIssueWithinASecond(feed, gridId) {
  const arrival = feed.nextEvent('the event of the reported issue');
  const reported = await report(gridId, '巷口的路灯不亮了');
  const event = await arrival;
  assert.equal(event.issueId, reported.id, 'the event is of another issue');
  assert.equal(event.move, 'REPORT');
  assert.equal(event.issue?.title, '巷口的路灯不亮了');
  const delay = event.arrivedAt - reported.answeredAt;
  assert.ok(delay <= SOON_MS, `the event came ${delay.toFixed(1)} ms after the answer of reportIssue`);
  console.log(`live: the event came ${delay.toFixed(1)} ms after the answer of reportIssue`);
  return event.cursor;
}

async function isToldWhatItMissed(gridId, lastCursor, missed) {
  const feed = listen(gridId, lastCursor);
  const told = [];
  let item = await feed.next('what was missed');
  for (; item.kind === 'IssueEvent'; item = await feed.next('a checkpoint')) {
    told.push(item.issueId);
  }
  assert.deepEqual(told, missed, 'after the reconnect the feed did not tell exactly what was missed, in order');
  assert.equal(item.kind, 'FeedCheckpoint', 'a checkpoint ends the replay');
  assert.equal(item.caughtUp, true, 'after the checkpoint the feed is live');
  console.log(`resume: ${told.length} missed events in order, then a checkpoint`);
  return feed;
}

await run(async () => {
  const { id: gridId, name } = await aCourtyard();
  console.log(`listening to ${name}`);
  const feed = listen(gridId);
  assert.equal((await feed.next('the first checkpoint')).kind, 'FeedCheckpoint');
  const lastCursor = await hearsOfAnIssueWithinASecond(feed, gridId);

  const ended = feed.ended();
  socket.terminate();
  await within(ended, 'the end of the dropped connection');
  const missed = [];
  for (const description of ['断线时的第一件事', '断线时的第二件事']) {
    missed.push((await report(gridId, description)).id);
  }

  const resumed = await isToldWhatItMissed(gridId, lastCursor, missed);
  await hearsOfAnIssueWithinASecond(resumed, gridId);
});
