// The servers: how each is built and started, and how it wants to be asked.
import { existsSync, readdirSync, statSync } from 'node:fs'
import { run, start, until } from './machine.mjs'
import { PORT, psql, signIn } from './street.mjs'

// A demo account that sees all issues of the street.
const ACCOUNT = 'leader'

export const catalogue = {
  wangge: { title: 'Wangge', dialect: 'wangge', trusted: true },
  'wangge-open': { title: 'Wangge, open documents', dialect: 'wangge', trusted: false },
  mvc: { title: 'MVC, JDBC, virtual threads', dialect: 'peer' },
  mercurius: { title: 'Mercurius', dialect: 'peer' },
  postgraphile: { title: 'PostGraphile', dialect: 'postgraphile' },
  apollo: { title: 'Apollo Server', dialect: 'peer' },
}
export const limits = {
  pgbench: { title: 'limit: pgbench, one prepared statement' },
  bare: { title: 'limit: Reactor Netty, a POST of that size' },
}
export const titles = Object.fromEntries(
  Object.entries({ ...catalogue, ...limits }).map(([name, { title }]) => [name, title]))

export function build(root, names, quiet) {
  const maven = (folder, ...more) => run(['mvn', '-q', '-B', '-ntp', 'package', ...more], { cwd: folder, stdio: quiet })
  if (!process.env.JAR) maven(root, '-DskipTests')
  if (names.includes('mvc')) maven(`${root}/src/bench/peers/mvc`)
  const peers = `${root}/src/bench/peers/node`
  const isNode = (name) => name !== 'mvc' && catalogue[name].dialect !== 'wangge'
  if (names.some(isNode) && !isNewer(`${peers}/node_modules/.package-lock.json`, `${peers}/package-lock.json`)) {
    run(['npm', 'ci', '--silent', '--no-audit', '--no-fund'], { cwd: peers, stdio: quiet })
  }
  return process.env.JAR ?? jarIn(`${root}/target`)
}

// Starts what is named; each server knows its process, and how it is asked.
export async function startServers({ names, bench, work, java, javaOptions, street }) {
  const servers = []
  for (const [at, name] of names.entries()) {
    const server = { ...catalogue[name], name }
    if (server.dialect === 'wangge') {
      Object.assign(server, { child: street.child, url: url(PORT), token: await signIn(ACCOUNT) })
    } else {
      const port = PORT + 1 + at
      if (name === 'postgraphile') psql(street.database, '-f', `${bench}/peers/node/postgraphile/functions.sql`)
      const command = name === 'mvc'
        ? [java, ...javaOptions, '-jar', `${bench}/peers/mvc/target/mvc.jar`]
        : ['node', `${bench}/peers/node/${name}.mjs`]
      const env = { ...street.database, PORT: String(port), NODE_ENV: 'production' }
      server.child = start(command, env, `${work}/${name}.log`)
      server.url = url(port)
      await until(name, () => answers(server.url), server.child)
    }
    servers.push(server)
  }
  return servers
}

// The transport of Wangge with nothing behind it.
export async function startBare({ bench, work, java, javaOptions, jar }) {
  const port = PORT + 20
  run([java, '-Djarmode=tools', '-jar', jar, 'extract', '--destination', `${work}/unpacked`])
  const command = [java, ...javaOptions, '-cp', `${work}/unpacked/lib/*`, `${bench}/limits/Bare.java`]
  const child = start(command, { PORT: String(port) }, `${work}/bare.log`)
  const base = `http://127.0.0.1:${port}`
  await until('bare', () => answers(`${base}/1`), child)
  return { name: 'bare', child, base }
}

const url = (port) => `http://127.0.0.1:${port}/graphql`

async function answers(url) {
  try {
    const body = JSON.stringify({ query: '{ __typename }' })
    return (await fetch(url, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body })).ok
  } catch {
    return false
  }
}

const isNewer = (file, than) => existsSync(file) && statSync(file).mtimeMs >= statSync(than).mtimeMs

function jarIn(folder) {
  const jar = readdirSync(folder).find((name) => /^wangge-.*\.jar$/.test(name))
  return `${folder}/${jar}`
}
