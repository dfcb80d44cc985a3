// Holds the contract to that of the last release: nothing that clients use goes without notice. What was
// deprecated in a release may go from the month on that it names; what may surprise clients is listed.

import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { CriticalityLevel, diff } from '@graphql-inspector/core';
import { pruneSchema } from '@graphql-tools/utils';
import { buildASTSchema, buildSchema, parse, visit } from 'graphql';
import { contract, releasedFile } from './sdl.mjs';

const CHANGELOG = new URL('../../../CHANGELOG.md', import.meta.url);
const NOTICE = /^Use \S.*\. Not removed before (\d{4}-(?:0[1-9]|1[0-2]))\.$/s;

/**
 * What is wrong with the contract beside the released one in a month such as `2027-03`, and what may surprise
 * clients.
 */
export async function changes(released, current, month) {
  const now = buildSchema(current);
  const wrong = await differences(afterNotice(released, month), now, CriticalityLevel.Breaking);
  const dangerous = await differences(buildSchema(released), now, CriticalityLevel.Dangerous);
  return { wrong: [...wrong, ...withoutNotice(current)], dangerous };
}

/** Deprecations of a contract that do not say what to use instead, and until when there is time. */
export function withoutNotice(sdl) {
  const found = [];
  visit(parse(sdl), {
    enter(node) {
      const reason = reasonOf(node);
      if (reason !== undefined && !NOTICE.test(reason)) {
        found.push(`@deprecated of ${node.name.value} says "${reason}", not "Use X. Not removed before YYYY-MM."`);
      }
    },
  });
  return found;
}

/** What is left of a release once all is gone whose time is over. */
function afterNotice(released, month) {
  const left = visit(parse(released), {
    enter(node) {
      const until = NOTICE.exec(reasonOf(node) ?? '')?.[1];
      return until !== undefined && until <= month ? null : undefined;
    },
  });
  return pruneSchema(buildASTSchema(left, { assumeValid: true, assumeValidSDL: true }));
}

function reasonOf(node) {
  const deprecated = node.directives?.find(({ name }) => name.value === 'deprecated');
  return deprecated && (deprecated.arguments.find(({ name }) => name.value === 'reason')?.value.value ?? '');
}

async function differences(one, other, level) {
  const found = await diff(one, other);
  return found
    .filter(({ criticality }) => criticality.level === level)
    .map(({ path, message }) => `${path}: ${message}`);
}

/** The last release that the changelog tells of; none before the first. */
export function lastRelease(changelog) {
  return /^## \[?(\d+\.\d+\.\d+)/m.exec(changelog)?.[1];
}

async function main() {
  const release = lastRelease(await readFile(CHANGELOG, 'utf8'));
  if (release === undefined) {
    assert.ok(!existsSync(releasedFile), `${releasedFile} is there, but the changelog tells of no release`);
    assert.deepEqual(withoutNotice(await contract()), []);
    console.log('changes: nothing was released yet');
    return;
  }
  const released = existsSync(releasedFile) ? await readFile(releasedFile, 'utf8') : '';
  assert.equal(/^# (\S+)/.exec(released)?.[1], release, `the contract of ${release} is not kept: see CONTRIBUTING.md`);
  const { wrong, dangerous } = await changes(released, await contract(), new Date().toISOString().slice(0, 7));
  dangerous.forEach((change) => console.log(`changes: may surprise clients: ${change}`));
  assert.deepEqual(wrong, [], `what breaks clients of ${release}`);
  console.log(`changes: clients of ${release} go on`);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  await main();
}
