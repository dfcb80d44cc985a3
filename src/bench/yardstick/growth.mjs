// What a page costs as the tables grow: the subdistrict of the demo street, copied.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { jdk25, stop, stopAll } from './machine.mjs'
import { slice, warmUp } from './measure.mjs'
import { costLine, growthTable, medians } from './report.mjs'
import { build } from './servers.mjs'
import { PORT, psql, select, signIn, startStreet } from './street.mjs'

const bench = join(dirname(fileURLToPath(import.meta.url)), '..')
const { values: options } = parseArgs({
  options: {
    sizes: { type: 'string', default: '1,10,50' },
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '4' },
    'warm-up': { type: 'string', default: '60' },
    name: { type: 'string' },
  },
})
const url = `http://127.0.0.1:${PORT}/graphql`
const PAGE = 100
const DEEP = 50
const NOTHING = { category: ['DRAINAGE'], status: ['RETURNED'], urgency: ['COMPLEX'] }
const work = mkdtempSync(join(tmpdir(), 'wangge-growth-'))
const lua = join(bench, 'yardstick/ask.lua')

// Each by who asks for it.
const pages = {
  'first page of the open issues of a community': async (community) =>
    ({ account: 'leader', variables: { first: 20, filter: { within: community, isOpen: true } } }),
  [`page behind ${PAGE * DEEP} issues`]: async () =>
    ({ account: 'leader', variables: { first: 20, after: await deepCursor('leader') } }),
  'filter that nothing passes': async () =>
    ({ account: 'leader', variables: { first: 20, filter: NOTHING } }),
  'first page of who sees one grid': async () => ({ account: 'grid-leader', variables: { first: 20 } }),
  'first page of who sees the district': async () => ({ account: 'commander', variables: { first: 20 } }),
}

for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => end(130))
main().then(() => end(0), (failure) => {
  console.error(failure.stack)
  return end(1)
})

async function end(status) {
  await stopAll()
  rmSync(work, { recursive: true, force: true })
  process.exit(status)
}

async function main() {
  const jar = build(join(bench, '../..'), [], ['ignore', 2, 2])
  const setting = { ...jdk25(), jar, work, questions: `${bench}/questions` }
  const found = {}
  let size = 1
  let street = await startStreet(setting)
  for (const wanted of options.sizes.split(',').map(Number)) {
    console.error(`growing from ${size} to ${wanted} subdistricts ...`)
    psql(street.database, '-v', `first=${size + 1}`, '-v', `last=${wanted}`, '-f', `${bench}/yardstick/grow.sql`)
    size = wanted
    await stop(street.child)
    street = await startStreet(setting)
    found[size] = await measured(street)
  }
  growthTable({ found, folder: `${bench}/results`, ...options })
}

async function measured(street) {
  const [{ id }] = select(street.database, "select id from grid where level = 2 and grid_key < 'a1/' order by code limit 1")
  const community = `grid_${Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url')}`
  const servers = {}
  for (const [title, page] of Object.entries(pages)) {
    const { account, variables } = await page(community)
    const bodies = join(work, 'body.' + Object.keys(servers).length)
    writeFileSync(bodies, JSON.stringify({ documentId: 'page', variables }) + '\n')
    servers[title] = { child: street.child, url, token: await signIn(account), bodies }
  }
  const common = { postmaster: street.postmaster, database: street.database, work, lua }
  for (const server of Object.values(servers)) {
    await warmUp({ server, bodies: server.bodies, most: Number(options['warm-up']), ...common })
  }
  const slices = {}
  for (let round = 1; round <= Number(options.rounds); round++) {
    for (const [title, server] of Object.entries(servers)) {
      const cost = await slice({ server, bodies: server.bodies, seconds: Number(options.seconds), ...common })
      console.error(`round ${round}, ${title}: ${costLine(cost)}`)
      ;(slices[title] ??= []).push(cost)
    }
  }
  return Object.fromEntries(Object.entries(slices).map(([title, costs]) => [title, medians(costs)]))
}

async function deepCursor(account) {
  const token = await signIn(account)
  let after = null
  for (let page = 0; page < DEEP; page++) {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
      body: JSON.stringify({ documentId: 'page', variables: { first: PAGE, after } }),
    })
    after = (await answer.json()).data.issues.pageInfo.endCursor
  }
  return after
}
