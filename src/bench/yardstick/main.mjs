// The whole run: options, servers, the check of their answers, rounds, and the report.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { check } from './check.mjs'
import { allAwake, jdk25, stopAll } from './machine.mjs'
import { pgbench, slice, warmUp } from './measure.mjs'
import { bodies, questions, subjects } from './questions.mjs'
import { medians, report } from './report.mjs'
import { build, catalogue, limits, startBare, startServers } from './servers.mjs'
import { psql, startStreet } from './street.mjs'

const bench = join(dirname(fileURLToPath(import.meta.url)), '..')
const root = join(bench, '../..')
const full = {
  questions: Object.keys(questions),
  servers: [...Object.keys(catalogue), ...Object.keys(limits)],
  rounds: 5,
  seconds: 5,
  warmUp: 60,
}
const short = {
  questions: ['q1', 'q2', 'q3', 'm1'],
  servers: ['wangge', 'mvc', 'mercurius'],
  rounds: 3,
  seconds: 2,
  warmUp: 16,
}
const shares = { mixed: ['q1.sql@27', 'q2.sql@27', 'q4.sql@26', 'm1.sql@20'] }

const { values: options } = parseArgs({
  options: {
    short: { type: 'boolean' },
    questions: { type: 'string' },
    servers: { type: 'string' },
    rounds: { type: 'string' },
    seconds: { type: 'string' },
    'warm-up': { type: 'string' },
    name: { type: 'string' },
  },
})
const standard = options.short ? short : full
const plan = {
  questions: among(options.questions, full.questions, standard.questions),
  servers: among(options.servers, full.servers, standard.servers),
  rounds: Number(options.rounds ?? standard.rounds),
  seconds: Number(options.seconds ?? standard.seconds),
  warmUp: Number(options['warm-up'] ?? standard.warmUp),
}

function among(given, known, standard) {
  const chosen = given?.split(',') ?? standard
  const unknown = chosen.filter((name) => !known.includes(name))
  if (unknown.length === 0) return known.filter((name) => chosen.includes(name))
  console.error(`unknown: ${unknown.join(', ')}; known are ${known.join(', ')}`)
  process.exit(2)
}

const say = (text) => console.error(text)
const work = mkdtempSync(join(tmpdir(), 'wangge-bench-'))
const lua = join(bench, 'yardstick/ask.lua')

for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => end(130))
main().then(() => end(0), (failure) => {
  say(failure.stack)
  return end(1)
})

async function end(status) {
  await stopAll()
  rmSync(work, { recursive: true, force: true })
  process.exit(status)
}

async function main() {
  const names = plan.servers.filter((name) => name in catalogue)
  const { java, javaOptions } = jdk25()
  say('building ...')
  const jar = build(root, names, ['ignore', 2, 2])
  say('starting Wangge on a fresh demo street ...')
  const street = await startStreet({ java, javaOptions, jar, work, questions: `${bench}/questions` })
  psql(street.database, '-f', `${bench}/yardstick/prepare.sql`)
  const asked = subjects(street.database)
  say(`starting ${names.join(', ')} ...`)
  const servers = await startServers({ names, bench, work, java, javaOptions, street })
  const bare = plan.servers.includes('bare') && (await startBare({ bench, work, java, javaOptions, jar }))
  const results = {}
  for (const question of plan.questions) {
    results[question] = await timed(question, { servers, bare, asked, street })
    say('')
  }
  report({ results, plan, folder: `${bench}/results`, name: options.name, javaOptions, java, root })
}

async function timed(question, { servers, bare, asked, street }) {
  const parts = question === 'mixed' ? ['q1', 'q2', 'q4', 'm1'] : [question]
  let bytes
  allAwake()
  for (const part of parts) bytes = await check(part, servers, asked, bench)
  say(`${question}: all answer the same`)
  const contestants = [...servers]
  if (bare && question !== 'mixed') contestants.push({ ...bare, url: `${bare.base}/${bytes}` })
  const common = { postmaster: street.postmaster, database: street.database, work, lua }
  for (const server of contestants) {
    const file = join(work, `${question}.${server.name}`)
    const asker = server.name === 'bare' ? servers[0] : server
    writeFileSync(file, bodies(question, asker, asked, bench).join('\n') + '\n')
    server.bodies = file
    say(`${question}: ${server.name} warms up`)
    await warmUp({ server, bodies: file, most: plan.warmUp, ...common })
  }
  const slices = {}
  for (let round = 1; round <= plan.rounds; round++) {
    for (const server of contestants) {
      const found = await slice({ server, bodies: server.bodies, seconds: plan.seconds, ...common })
      note(slices, server.name, found, question, round)
    }
    if (plan.servers.includes('pgbench')) {
      const scripts = (shares[question] ?? [`${question}.sql`]).map((script) => `${bench}/limits/${script}`)
      const found = await pgbench({ scripts, seconds: plan.seconds, ...common })
      note(slices, 'pgbench', found, question, round)
    }
  }
  return Object.fromEntries(Object.entries(slices).map(([name, found]) => [name, medians(found)]))
}

function note(slices, name, found, question, round) {
  ;(slices[name] ??= []).push(found)
  const { rate, p99, serverMicros, postgresMicros, errors } = found
  say([
    `${question}: round ${round} of ${plan.rounds}, ${name}: ${Math.round(rate)}/s`,
    p99 !== null && `p99 ${p99.toFixed(1)} ms`,
    serverMicros !== null && `${Math.round(serverMicros)} µs of the server`,
    `${Math.round(postgresMicros)} µs of PostgreSQL`,
    errors > 0 && `${errors} ERRORS`,
  ].filter(Boolean).join(', '))
}
