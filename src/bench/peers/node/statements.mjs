// The statements of the hand-written Node peers, one for each level of a question, and the report in one transaction.
import { randomUUID } from 'node:crypto'
import { rows, transaction } from './database.mjs'

const columns = 'i.id, i.title, i.status, i.urgency, i.reported_at as "reportedAt", i.grid_id, i.lead_member_id'

const statements = Object.fromEntries(Object.entries({
  issue: `select ${columns} from issue i where i.id = $1`,
  open: `select ${columns}
         from grid g
         join issue i on i.grid_key >= g.grid_key and i.grid_key < left(g.grid_key, -1) || '/'
         where g.id = $1 and i.is_open
         order by i.reported_at desc, i.id desc
         limit $2`,
  filtered: `select ${columns}, count(*) over () as amount
             from issue i
             where i.category_id = any (array(select id from issue_category where code = any($1)))
             and i.status = any($2) and i.urgency = any($3)
             order by i.reported_at desc, i.id desc
             limit $4`,
  entries: `select k.id, t.move, t.at
            from unnest($1::uuid[]) as k (id)
            cross join lateral (
              select seq, move, at from issue_timeline where issue_id = k.id order by seq desc limit $2
            ) as t
            order by t.seq`,
  grid: 'select id, name from grid where code = $1',
  grids: 'select id, name from grid where id = any($1)',
  children: 'select id, name, parent_id from grid where parent_id = any($1) order by code',
  members: 'select id, name from member where id = any($1)',
  counts: `select g.id, (
             select count(*)
             from issue i
             where i.is_open and i.grid_key >= g.grid_key and i.grid_key < left(g.grid_key, -1) || '/'
           ) as amount
           from grid g
           where g.id = any($1)`,
  claim: `insert into command (actor, key, name, hash, at) values ('peer', $1, 'reportIssue', '', now())`,
  report: `with reported as (
             insert into issue (id, tracking_code, type, category_id, title, description, source, urgency, level,
                                confidentiality, status, grid_id, grid_key, reported_grid_key, reporter,
                                reported_at, updated_at)
             select $1, $2, 'DEMAND', c.id, $3, $4, $5, c.default_urgency, 'GRID', 'PUBLIC', 'REPORTED',
                    g.id, g.grid_key, g.grid_key, 'peer', now(), now()
             from issue_category c, grid g
             where c.code = $6 and g.id = $7
             returning *
           ), entered as (
             insert into issue_timeline (issue_id, seq, move, to_status, actor, acted_as, at)
             select id, 1, 'REPORT', status, 'peer', 'REPORTER', reported_at from reported
           )
           select ${columns} from reported i`,
  event: `with head as (
            update stream s set n = n + 1
            from grid g
            where g.id = $1 and starts_with(g.grid_key, s.grid_key)
            returning s.no, s.n, g.grid_key
          )
          insert into event (stream_no, n, type, subject, subject_version, grid_key, at)
          select no, n, 'issue.reported', $2, 1, grid_key, now() from head`,
}).map(([name, text]) => [name, { name, text }]))

export const issue = async (id) => (await rows(statements.issue, [id]))[0]

export const grid = async (code) => (await rows(statements.grid, [code]))[0]

export async function issues({ within, category, status, urgency }, first) {
  if (within) return { nodes: await rows(statements.open, [within, first]) }
  const nodes = await rows(statements.filtered, [category, status, urgency, first])
  return { nodes, total: { amount: nodes[0]?.amount ?? 0 } }
}

// Each answers in the order of what it is asked for.
export const grids = (ids) => one(statements.grids, ids)
export const members = (ids) => one(statements.members, ids)
export const children = (ids) => many(statements.children, ids, [], 'parent_id')
export const entries = (ids, last) => many(statements.entries, ids, [last], 'id')
export const openCounts = async (ids) => (await one(statements.counts, ids)).map((count) => count.amount)

export const report = ({ key, category, title, description, source, gridId }) =>
  transaction(async (connection) => {
    await rows(statements.claim, [key], connection)
    const values = [randomUUID(), key, title, description, source, category, gridId]
    const [issue] = await rows(statements.report, values, connection)
    await rows(statements.event, [gridId, issue.id], connection)
    return { issue }
  })

async function one(statement, ids) {
  const wanted = [...new Set(ids)]
  const found = new Map((await rows(statement, [wanted])).map((row) => [row.id, row]))
  return ids.map((id) => found.get(id) ?? null)
}

async function many(statement, ids, more, column) {
  const found = new Map(ids.map((id) => [id, []]))
  for (const row of await rows(statement, [ids, ...more])) found.get(row[column]).push(row)
  return ids.map((id) => found.get(id))
}
