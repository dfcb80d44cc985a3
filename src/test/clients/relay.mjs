// relay-compiler takes the contract for a small application: a page that goes on, an object that is asked for
// again, a command, a subscription.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { buildSchema, printSchema } from 'graphql';
import compiler from 'relay-compiler';
import { contract } from './sdl.mjs';

const APPLICATION = fileURLToPath(new URL('relay', import.meta.url));

const folder = await mkdtemp(join(tmpdir(), 'relay-'));
try {
  await cp(APPLICATION, join(folder, 'app'), { recursive: true });
  // It takes a schema in one piece, as `/graphql/schema` gives it.
  await writeFile(join(folder, 'graph.graphql'), printSchema(buildSchema(await contract())));
  const config = { src: './app', schema: './graph.graphql', language: 'typescript', eagerEsModules: true };
  await writeFile(join(folder, 'relay.config.json'), JSON.stringify(config));
  const { stderr } = await promisify(execFile)(compiler, ['relay.config.json'], { cwd: folder }).catch((failure) =>
    assert.fail(failure.stderr || failure.message),
  );
  assert.doesNotMatch(stderr, /warn/i);
  const written = await readdir(join(folder, 'app', '__generated__'));
  assert.ok(written.includes('IssueListNextQuery.graphql.ts'), 'a page goes on');
  assert.ok(written.includes('IssueLineAgainQuery.graphql.ts'), 'an object is asked for again by its id');
  const line = await readFile(join(folder, 'app', '__generated__', 'IssueLine_issue.graphql.ts'), 'utf8');
  assert.match(line, /readonly grid: \{/, 'what is @semanticNonNull is not null where errors are thrown');
  assert.match(line, /readonly caseNo: string \| null/, 'the rest may be');
  console.log(`relay-compiler: ${written.length} documents`);
} finally {
  await rm(folder, { recursive: true });
}
