// Wangge on a demo street: its database, which all servers share, and the tokens of who asks.
import { readFileSync } from 'node:fs'
import { run, start, until } from './machine.mjs'

const PASSWORD = 'yunxi-demo-street'
export const PORT = 18080

// On a fresh street, or on that which is in the folder `work` already.
export async function startStreet({ java, javaOptions, jar, work, questions }) {
  const log = `${work}/wangge.log`
  const child = start([java, ...javaOptions, '-jar', jar, `--server.port=${PORT}`,
    `--wangge.local.data=${work}/data`,
    `--wangge.documents.folders=${questions}`,
    '--wangge.access.access-token=6h',
    '--wangge.limits.cost.budget=100000000',
    '--wangge.limits.cost.per-second=100000000'], {}, log)
  await until('Wangge', () => /^└/m.test(readFileSync(log, 'utf8')), child)
  const [postmaster, , , port] = readFileSync(`${work}/data/cluster/postmaster.pid`, 'utf8').split('\n')
  const database = {
    PGHOST: '127.0.0.1',
    PGPORT: port,
    PGUSER: 'postgres',
    PGPASSWORD: readFileSync(`${work}/data/password`, 'utf8'),
    PGDATABASE: 'wangge',
  }
  return { child, postmaster: Number(postmaster), database }
}

export const psql = (database, ...options) =>
  run(['psql', '-qAtX', '-v', 'ON_ERROR_STOP=1', ...options],
    { env: { ...process.env, ...database, PGOPTIONS: '-c client_min_messages=warning' } })

export const select = (database, sql) =>
  JSON.parse(psql(database, '-c', `select coalesce(json_agg(row_to_json(r)), '[]') from (${sql}) as r`))

// An access token of a demo account, good for as long as a run takes.
export async function signIn(account) {
  const query = `mutation { signIn(input: {name: "${account}", password: "${PASSWORD}"}) { session { accessToken } } }`
  const answer = await fetch(`http://127.0.0.1:${PORT}/graphql`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ query }),
  })
  return (await answer.json()).data.signIn.session.accessToken
}
