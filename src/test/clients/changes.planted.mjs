// changes.mjs finds what is planted: each change that breaks a client, and none that does not.

import assert from 'node:assert/strict';
import { changes, lastRelease } from './changes.mjs';

const RELEASED = `
  directive @personal on FIELD_DEFINITION
  type Query { issue(id: ID!, locale: String): Issue, issues(filter: Filter): [Issue!] }
  type Issue {
    id: ID!
    title: String!
    place: String @personal
    status: Status!
    caller: Caller @deprecated(reason: "Use reporter. Not removed before 2027-03.")
  }
  type Caller { name: String }
  enum Status { OPEN CLOSED @deprecated(reason: "Use DONE. Not removed before 2027-03.") DONE }
  input Filter { text: String, grid: ID @deprecated(reason: "Use within. Not removed before 2027-03."), within: ID }
  interface Refusal { message: String! }
  type Late implements Refusal { message: String! }
  type Payload { issue: Issue, refusal: Refusal }
  input Close { id: ID! }
  type Mutation { close(input: Close!): Payload! }
`;

const PERSONAL = 'directive @personal on FIELD_DEFINITION';
const CALLER = /caller: Caller @deprecated\(.*?\)/;
const OWN_TYPE = 'type Caller { name: String }';
const CLOSED = /CLOSED @deprecated\(.*?\)/;
const GRID = /grid: ID @deprecated\(.*?\),/;

/** What is done to the contract, in which month, and what is said of it; an empty list where it may be done. */
const PLANTED = [
  ['nothing', '2027-02', [], []],
  ['a field that goes', '2027-02', [['title: String!', '']], ['Issue.title']],
  ['a field that may be null', '2027-02', [['title: String!', 'title: String']], ['Issue.title']],
  ['a field of another type', '2027-02', [['title: String!', 'title: [String!]!']], ['Issue.title']],
  ['an argument that goes', '2027-02', [[', locale: String', '']], ['Query.issue.locale']],
  ['an argument that must be given', '2027-02', [['locale: String', 'locale: String!']], ['Query.issue.locale']],
  ['a value that goes', '2027-02', [[' DONE }', ' }']], ['Status.DONE']],
  ['a field that must be given', '2027-02', [['{ id: ID! }', '{ id: ID!, version: Int! }']], ['Close.version']],
  ['a type that is no refusal any more', '2027-02', [['Late implements Refusal', 'Late']], ['Late']],
  ['a directive that goes', '2027-02', [[PERSONAL, ''], [' @personal', '']], ['@personal']],
  ['a type that goes too early', '2027-02', [[CALLER, ''], [OWN_TYPE, '']], ['Issue.caller', 'Caller']],
  ['a type whose time is over', '2027-03', [[CALLER, ''], [OWN_TYPE, '']], []],
  ['a value that goes too early', '2027-02', [[CLOSED, '']], ['Status.CLOSED']],
  ['a value whose time is over', '2027-12', [[CLOSED, '']], []],
  ['a filter that goes too early', '2027-02', [[GRID, '']], ['Filter.grid']],
  ['a filter whose time is over', '2028-01', [[GRID, '']], []],
  ['a field that is new', '2027-02', [['id: ID!', 'id: ID!, no: Int']], []],
  ['no reason', '2027-02', [['place: String', 'place: String @deprecated']], ['@deprecated of place']],
  ['no month', '2027-02', [['place: String', 'place: String @deprecated(reason: "Stay.")']], ['@deprecated of place']],
  ['no such month', '2027-02', [['2027-03.', '2027-13.']], ['@deprecated of caller']],
];

for (const [what, month, edits, expected] of PLANTED) {
  const current = edits.reduce((text, [from, to]) => text.replace(from, to), RELEASED);
  assert.equal(current === RELEASED, edits.length === 0, `${what}: nothing was planted`);
  const { wrong } = await changes(RELEASED, current, month);
  const told = (start) => wrong.some((line) => line.startsWith(start));
  assert.ok(expected.every(told) && wrong.length === expected.length, `${what}: ${JSON.stringify(wrong)}`);
}

const value = await changes(RELEASED, RELEASED.replace('OPEN', 'OPEN LOST'), '2027-02');
assert.deepEqual(value.wrong, []);
assert.equal(value.dangerous.length, 1, 'a new value may surprise clients');

assert.equal(lastRelease('# Changelog\n\n## Unreleased\n\n## 0.2.0 - 2027-01-05\n\n## 0.1.0'), '0.2.0');
assert.equal(lastRelease('# Changelog\n\n## Unreleased\n'), undefined);
console.log(`changes: ${PLANTED.length} planted changes told apart`);
