// The server that a script asks: the first argument, or else WANGGE_URL, or else the one on this machine.

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
