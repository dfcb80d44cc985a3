// The server that a script asks: the first argument, or else WANGGE_URL, or else the one on this machine.

import { randomUUID } from 'node:crypto';

export const url = process.argv[2] ?? process.env.WANGGE_URL ?? 'http://127.0.0.1:8080/graphql';
export const socketUrl = url.replace(/^http/, 'ws');

/** What is sent along as `Authorization`; the token comes from WANGGE_TOKEN. */
export const authorization = process.env.WANGGE_TOKEN ? { Authorization: `Bearer ${process.env.WANGGE_TOKEN}` } : {};

const PATIENCE_MS = 10_000;

/** The data of an operation sent by POST; errors of any kind end the script. */
export async function ask(query, variables = {}) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json', ...authorization },
    body: JSON.stringify({ query, variables }),
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  const text = await response.text();
  if (!response.ok) {
    throw new Error(`${url} answered ${response.status}: ${text}`);
  }
  const { data, errors } = JSON.parse(text);
  if (errors) {
    throw new Error(`${url} answered with errors: ${JSON.stringify(errors)}`);
  }
  return data;
}

/** What the promise brings, or an error that says what did not come. */
export async function within(promise, what) {
  let timer;
  const tooLate = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} did not come within ${PATIENCE_MS} ms`)), PATIENCE_MS);
  });
  return Promise.race([promise, tooLate]).finally(() => clearTimeout(timer));
}

/** Runs the script; whatever goes wrong is told in a line, and the exit status is 1. */
export async function run(script) {
  try {
    await script();
    process.exit(0);
  } catch (failure) {
    console.error(`FAILED at ${url}: ${failure.message}${failure.cause ? ` (${failure.cause})` : ''}`);
    process.exit(1);
  }
}

/** A feed of one courtyard. */
export const EVENTS = `
  subscription Events($gridId: ID!, $after: EventCursor) {
    issueEvents(filter: { within: $gridId }, after: $after) {
      kind: __typename
      cursor
      ... on IssueEvent { issueId move issue { title } }
      ... on FeedCheckpoint { caughtUp }
    }
  }`;

export const REPORT = `
  mutation Report($input: ReportIssueInput!) {
    reportIssue(input: $input) { issue { id } refusal { code message } }
  }`;

/** The id of a courtyard to report issues in. */
export async function courtyard() {
  const { grids } = await ask('{ grids(filter: { levels: [COURTYARD] }, first: 1) { nodes { id } } }');
  if (grids.nodes.length !== 1) {
    throw new Error('the server has no courtyard to report an issue in');
  }
  return grids.nodes[0].id;
}

export function reportInput(gridId, description) {
  return { key: randomUUID(), category: 'STREET_LIGHT', source: 'GRID_PATROL', gridId, description };
}

/** Reports an issue by a client's own way to execute a document; gives the issue's id. */
export async function report(execute, gridId, description) {
  const { data, errors } = await execute(REPORT, { input: reportInput(gridId, description) });
  if (errors || data.reportIssue.refusal) {
    throw new Error(`reportIssue was refused: ${JSON.stringify(errors ?? data.reportIssue.refusal)}`);
  }
  return data.reportIssue.issue.id;
}
