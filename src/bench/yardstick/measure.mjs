// One slice of a measurement: a few seconds of load on one server, and what it cost.
import { readFileSync, writeFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { allAwake, awake, cpu, familyCpu, finished, memory } from './machine.mjs'
import { psql } from './street.mjs'

const CONNECTIONS = 32
// As many as each server has.
const DATABASE_CONNECTIONS = 8
const SETTLE_SECONDS = 1
const PIECE_SECONDS = 4
const DRAIN_MILLIS = 200
const DRAINS = 100

// Asks one server the bodies of a file; before it is counted, it finds its feet for a second.
export async function slice({ server, bodies, seconds, postmaster, database, work, lua }) {
  await alone(server.child, database)
  const load = (time) => wrk({ server, bodies, seconds: time, work, lua })
  await load(SETTLE_SECONDS)
  const before = costs(server.child.pid, postmaster)
  const outcome = await load(seconds)
  return { ...figures(outcome, before, costs(server.child.pid, postmaster)), memory: memory(server.child.pid) }
}

// Until three pieces in a row cost no less CPU for a request than the cheapest before: a JVM on two cores takes
// a minute to get there, and is several times slower at first.
export async function warmUp({ server, bodies, most, postmaster, database, work, lua }) {
  await alone(server.child, database)
  let lowest = Infinity
  for (let spent = 0, steady = 0; spent < most && steady < 3; spent += PIECE_SECONDS) {
    const before = costs(server.child.pid, postmaster)
    const outcome = await wrk({ server, bodies, seconds: PIECE_SECONDS, work, lua })
    const { serverMicros } = figures(outcome, before, costs(server.child.pid, postmaster))
    steady = serverMicros < lowest * 0.95 ? 0 : steady + 1
    lowest = Math.min(lowest, serverMicros)
  }
}

// One statement for each request, prepared; a file of statements with its share each.
export async function pgbench({ scripts, seconds, postmaster, database }) {
  await alone(null, database)
  const files = scripts.flatMap((script) => ['-f', script])
  const before = costs(null, postmaster)
  const said = await finished(
    ['pgbench', '-n', '-M', 'prepared', '-c', String(DATABASE_CONNECTIONS), '-T', String(seconds), ...files], database)
  const requests = Number(/transactions actually processed: (\d+)/.exec(said)[1])
  const errors = Number(/number of failed transactions: (\d+)/.exec(said)[1])
  return figures({ requests, seconds, errors, p50: null, p99: null }, before, costs(null, postmaster))
}

// Stops the others, but none within a transaction: its locks would hold everybody up.
async function alone(wanted, database) {
  for (let n = 0; n < DRAINS; n++) {
    allAwake()
    await pause(DRAIN_MILLIS)
    awake(null)
    if (!isBusy(database)) return awake(wanted)
  }
  throw new Error('a server does not end its transactions')
}

const isBusy = (database) =>
  psql(database, '-c', `select count(*) from pg_stat_activity
    where backend_type = 'client backend' and state <> 'idle' and pid <> pg_backend_pid()`).trim() !== '0'

async function wrk({ server, bodies, seconds, work, lua }) {
  const outcome = `${work}/outcome.json`
  const env = { BODIES: bodies, OUTCOME: outcome, ...(server.token && { TOKEN: server.token }) }
  writeFileSync(outcome, '')
  await finished(['wrk', '-t1', `-c${CONNECTIONS}`, `-d${seconds}s`, '--timeout', '10s', '-s', lua, server.url], env)
  return JSON.parse(readFileSync(outcome, 'utf8'))
}

const costs = (pid, postmaster) => ({ server: pid ? cpu(pid) : null, postgres: familyCpu(postmaster) })

function figures({ requests, seconds, p50, p99, errors }, before, after) {
  const each = (micros) => micros / requests
  return {
    rate: requests / seconds,
    p50,
    p99,
    errors,
    serverMicros: before.server === null ? null : each(after.server - before.server),
    postgresMicros: each(after.postgres - before.postgres),
  }
}
