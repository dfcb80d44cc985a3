// Keeps the contract of a release, to which all later ones are held: node release.mjs 0.1.0

import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { contract, releasedFile } from './sdl.mjs';

const [version] = process.argv.slice(2);
assert.match(version ?? '', /^\d+\.\d+\.\d+$/, 'Which version? Such as: node release.mjs 0.1.0');
await writeFile(releasedFile, `# ${version}\n${await contract()}`);
