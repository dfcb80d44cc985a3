// The questions: what each asks about, as each server wants to be asked.
import { readFileSync } from 'node:fs'
import { select } from './street.mjs'

const DESCRIPTION = '村口下水道井盖破损，雨后积水，老人出行不便。'
const KEY = '@KEY@'
const MIXED = 500

export const questions = {
  q1: 'one issue by id with grid and assignee',
  q2: '20 open issues of a grid with grid, assignee and the last 3 timeline entries each',
  q3: 'subdistrict, communities and grids with open-issue counts',
  q4: '50 issues by category, status and urgency, with the total',
  mixed: '80 % q1, q2 and q4, 20 % m1',
  m1: 'report an issue',
}

// What is asked about, by question: the same for all servers.
export function subjects(database) {
  const places = select(database, 'select id from bench.place order by no')
  return {
    q1: select(database, 'select id from bench.issue order by no'),
    q2: select(database, 'select id as within from bench.within order by no'),
    q3: select(database, 'select code from grid where level = 1'),
    q4: select(database, 'select category, category_id, status, urgency from bench.filter order by no'),
    m1: places.map(({ id }) => ({
      key: KEY,
      category: 'DRAINAGE',
      title: '井盖破损',
      description: DESCRIPTION,
      source: 'RESIDENT_APP',
      gridId: id,
    })),
  }
}

const peerVariables = {
  q1: (subject) => subject,
  q2: (subject) => subject,
  q3: (subject) => subject,
  q4: ({ category, status, urgency }) => ({ category: [category], status: [status], urgency: [urgency] }),
  m1: (input) => ({ input }),
}

const variables = {
  peer: peerVariables,
  wangge: {
    ...peerVariables,
    q1: ({ id }) => ({ id: globalId('issue', id) }),
    q2: ({ within }) => ({ within: globalId('grid', within) }),
    m1: (input) => ({ input: { ...input, gridId: globalId('grid', input.gridId) } }),
  },
  postgraphile: {
    ...peerVariables,
    q4: ({ category_id, status, urgency }) => ({ categoryId: category_id, status, urgency }),
  },
}

// The bodies of a question; mixed goes through the other questions in a fixed order.
export function bodies(question, server, subjects, bench) {
  if (question !== 'mixed') return subjects[question].map((subject) => body(question, subject, server, bench))
  const parts = ['q1', 'q2', 'q4', 'q1', 'q4', 'q2', 'q1', 'm1', 'q2', 'm1']
  return Array.from({ length: MIXED }, (_, n) => {
    const part = parts[n % parts.length]
    const of = subjects[part]
    return body(part, of[(n + Math.trunc(n / parts.length)) % of.length], server, bench)
  })
}

function body(question, subject, { dialect, trusted }, bench) {
  const asked = variables[dialect][question](subject)
  if (trusted) return JSON.stringify({ documentId: question, variables: asked })
  const folder = dialect === 'postgraphile' ? 'peers/node/postgraphile' : 'questions'
  const query = readFileSync(`${bench}/${folder}/${question}.graphql`, 'utf8').trim()
  return JSON.stringify({ query, variables: asked })
}

const globalId = (type, uuid) => `${type}_${Buffer.from(uuid.replaceAll('-', ''), 'hex').toString('base64url')}`
