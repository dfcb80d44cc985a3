// The contract and the documents that people copy, as they stand in the repository.

import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const FOLDER = new URL('../../../schema/', import.meta.url);

/** The folder with the files of the contract. */
export const folder = fileURLToPath(FOLDER);

/** The contract of the last release as one text; its first line says which. There is none before the first. */
export const releasedFile = fileURLToPath(new URL('released.graphql', FOLDER));

/** The contract as one text: its files put together. */
export async function contract() {
  const texts = await textsIn('', '.graphqls');
  return texts.map(({ text }) => text).join('\n');
}

/** The documents of `schema/examples`, each `{ name, text }`. */
export function examples() {
  return textsIn('examples/', '.graphql');
}

async function textsIn(place, ending) {
  const names = (await readdir(new URL(place, FOLDER))).filter((name) => name.endsWith(ending)).sort();
  if (names.length === 0) {
    throw new Error(`no files in ${folder}${place}`);
  }
  return Promise.all(
    names.map(async (name) => ({ name, text: await readFile(new URL(place + name, FOLDER), 'utf8') })),
  );
}
