// Whether all servers answer the same: a wrong answer is not timed.
import { randomUUID } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { bodies } from './questions.mjs'

const SAMPLES = 8

// Asks some bodies of a question of each server, and tells how long an answer is.
export async function check(question, servers, subjects, bench) {
  const first = servers[0]
  const expected = await answers(question, first, subjects, bench)
  for (const server of servers.slice(1)) {
    const found = await answers(question, server, subjects, bench)
    found.forEach((answer, n) => {
      if (isDeepStrictEqual(answer.data, expected[n].data)) return
      throw new Error(`${question}: ${server.name} answers\n${answer.text}\nbut ${first.name}\n${expected[n].text}`)
    })
  }
  return Math.round(expected.reduce((sum, { text }) => sum + text.length, 0) / expected.length)
}

async function answers(question, server, subjects, bench) {
  const all = bodies(question, server, subjects, bench)
  const some = all.filter((_, n) => n % Math.ceil(all.length / SAMPLES) === 0)
  return Promise.all(some.map(async (body) => {
    const answer = await fetch(server.url, {
      method: 'POST',
      signal: AbortSignal.timeout(10_000),
      headers: { 'Content-Type': 'application/json', ...(server.token && { Authorization: `Bearer ${server.token}` }) },
      body: body.replace('@KEY@', randomUUID()),
    })
    const text = await answer.text()
    if (!answer.ok || text.includes('"errors":')) throw new Error(`${question}: ${server.name} answers ${text}`)
    return { text, data: normal(JSON.parse(text).data, question === 'm1') }
  }))
}

// One spelling for ids, instants and lists; a new issue's id is its own.
function normal(value, isNew, name = '') {
  if (Array.isArray(value)) return value.map((item) => normal(item, isNew))
  if (typeof value === 'string') {
    if (name === 'id') return isNew ? 'new' : uuid(value)
    return name === 'reportedAt' || name === 'at' ? new Date(value).toISOString() : value
  }
  if (value === null || typeof value !== 'object') return value
  const fields = Object.entries(flat(value)).map(([field, inner]) => [field, normal(inner, isNew, field)])
  return Object.fromEntries(fields.sort(([one], [other]) => (one < other ? -1 : 1)))
}

// What PostGraphile calls otherwise: connections for lists, the last entries first, counts beside names.
function flat(value) {
  const { totalCount, openIssueCount, counts, ...rest } = value
  if (totalCount !== undefined) rest.total = { amount: totalCount }
  if (openIssueCount !== undefined || counts) rest.counts = Number(openIssueCount ?? counts.openIssueCount)
  if (rest.children?.nodes) rest.children = rest.children.nodes
  if (rest.timeline?.nodes) rest.timeline = rest.timeline.nodes.toReversed()
  return rest
}

function uuid(id) {
  const bytes = /_(.{22})$/.exec(id)
  return bytes ? Buffer.from(bytes[1], 'base64url').toString('hex') : id.replaceAll('-', '')
}
