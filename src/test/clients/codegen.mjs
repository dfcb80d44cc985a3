// The types that graphql-codegen makes of the contract and of the examples stand the strictest look of the
// TypeScript compiler.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { codegen } from '@graphql-codegen/core';
import * as typescript from '@graphql-codegen/typescript';
import * as operations from '@graphql-codegen/typescript-operations';
import { parse } from 'graphql';
import { contract, examples } from './sdl.mjs';

const COMPILER = fileURLToPath(new URL('node_modules/typescript/bin/tsc', import.meta.url));

/** What each scalar is in JSON; one that is missing here stops the generator. */
const SCALARS = {
  Date: 'string',
  DateTime: 'string',
  Duration: 'string',
  EventCursor: 'string',
  GeoJSON: '{ readonly type: string; readonly coordinates: readonly unknown[] }',
  JSON: 'unknown',
  UUID: 'string',
};

const schema = parse(await contract());
const documents = (await examples()).map(({ name, text }) => ({ location: name, document: parse(text) }));
for (const { location, document } of documents) {
  const { name } = document.definitions.find(({ kind }) => kind === 'OperationDefinition');
  assert.ok(name, `${location} has no name, and so no type`);
}

/** What one plugin makes; each stands for itself. */
function made(filename, plugin) {
  const config = { scalars: SCALARS, strictScalars: true, immutableTypes: true };
  return codegen({ filename, schema, documents, config, plugins: [{ plugin: {} }], pluginMap: { plugin } });
}

const folder = await mkdtemp(join(tmpdir(), 'codegen-'));
try {
  const files = [join(folder, 'graph.ts'), join(folder, 'examples.ts')];
  await writeFile(files[0], await made(files[0], typescript));
  await writeFile(files[1], await made(files[1], operations));
  const strict = ['--strict', '--noEmit', '--noUncheckedIndexedAccess', '--exactOptionalPropertyTypes', '--types', ''];
  await promisify(execFile)(process.execPath, [COMPILER, ...strict, ...files]).catch(({ stdout, message }) =>
    assert.fail(stdout || message),
  );
  console.log(`graphql-codegen: types of the graph and of ${documents.length} examples, in which tsc finds nothing`);
} finally {
  await rm(folder, { recursive: true });
}
