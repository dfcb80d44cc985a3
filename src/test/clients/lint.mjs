// What graphql-eslint finds in the contract, by all of its rules for schemas and for Relay but those that
// are named here with the reason.

import assert from 'node:assert/strict';
import plugin from '@graphql-eslint/eslint-plugin';
import { ESLint } from 'eslint';
import { folder } from './sdl.mjs';

const OFF = {
  // The files are ordered for readers: what belongs together stands together.
  alphabetize: 'off',
  // One line stands in "", several in """.
  'description-style': 'off',
  // The graph has all three roots.
  'no-root-type': 'off',
  // A date as an argument of `@deprecated` is valid in no engine: it stands in the reason, held by changes.mjs.
  'require-deprecation-date': 'off',
  // A payload holds what the command did and the cursor after it. To ask the whole graph within a command would
  // make the cost of a command unknown, and its answer late.
  'require-field-of-type-query-in-mutation-result': 'off',
  // Only what can be asked for again by its id has one: values, payloads, refusals, pages and rows do not.
  'strict-id-in-types': 'off',
};

const CONFIGURED = {
  // Everything is described but what an interface describes already, and arguments.
  'require-description': [
    'error',
    {
      types: true,
      DirectiveDefinition: true,
      EnumValueDefinition: true,
      FieldDefinition: true,
      InputValueDefinition: true,
      ignoredSelectors: [
        '[type=FieldDefinition][name.value=/^(id|code|message|cursor)$/]',
        '[type=InputValueDefinition][parent.type=FieldDefinition]',
      ],
    },
  ],
  // A list of a known, small size is a plain list; all that pages are connections.
  'relay-edge-types': ['error', { listTypeCanWrapOnlyEdgeType: false }],
};

/** What a rule finds and is meant: where, and why. */
const MEANT = [
  // Its name is a sentence: "not for this type".
  { rule: 'naming-convention', type: /^NotForThisType$/ },
  // What was noted, asked or found missing is read in its list and nowhere else.
  { rule: 'relay-edge-types', type: /^(AccessLog|Disclosure|LedgerGap|OwnDisclosure|RecordRequest)Edge$/ },
  // A payload always says what became of the command; a subscription ends or goes on, and has nothing to be null.
  { rule: 'require-nullable-result-in-root', type: /^(Mutation|Subscription)$/ },
];

const PREFIX = '@graphql-eslint/';

function named(rules) {
  return Object.fromEntries(Object.entries(rules).map(([rule, setting]) => [PREFIX + rule, setting]));
}

const eslint = new ESLint({
  cwd: folder,
  overrideConfigFile: true,
  overrideConfig: {
    files: ['*.graphqls'],
    plugins: { '@graphql-eslint': plugin },
    languageOptions: {
      parser: plugin.parser,
      parserOptions: { graphQLConfig: { schema: `${folder}*.graphqls` } },
    },
    rules: {
      ...plugin.configs['flat/schema-all'].rules,
      ...plugin.configs['flat/schema-relay'].rules,
      ...named(OFF),
      ...named(CONFIGURED),
    },
  },
});

/** The type that a line of a file belongs to. */
function typeAt(source, line) {
  const before = source.split('\n').slice(0, line).reverse();
  return before.map((text) => text.match(/^(?:extend )?\w+ (\w+)/)?.[1]).find(Boolean);
}

const unused = new Set(MEANT);
const found = [];
const results = await eslint.lintFiles(['*.graphqls']);
for (const { filePath, messages, source } of results) {
  for (const { ruleId, line, message } of messages) {
    const type = typeAt(source, line);
    const meant = MEANT.find((one) => ruleId === PREFIX + one.rule && one.type.test(type));
    if (meant) {
      unused.delete(meant);
    } else {
      found.push(`${filePath}:${line} ${type}: ${message} (${ruleId})`);
    }
  }
}
assert.ok(results.length > 0, 'no file was looked at');
assert.deepEqual(found, [], 'what graphql-eslint finds');
assert.deepEqual([...unused], [], 'meant, but not found any more');
console.log(`graphql-eslint: nothing in ${results.length} files`);
