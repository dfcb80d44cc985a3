// Mercurius on Fastify: documents compiled on their first use, relations by loaders.
import { readFileSync } from 'node:fs'
import Fastify from 'fastify'
import mercurius from 'mercurius'
import * as statements from './statements.mjs'

const loader = (load) => ({ loader: load, opts: { cache: false } })
const objects = (queries) => queries.map((query) => query.obj)

const app = Fastify()
app.register(mercurius, {
  schema: readFileSync(new URL('../schema.graphqls', import.meta.url), 'utf8'),
  jit: 1,
  graphiql: false,
  resolvers: {
    Query: {
      issue: (_, { by }) => statements.issue(by.id),
      issues: (_, { filter, first }) => statements.issues(filter, first),
      grid: (_, { by }) => statements.grid(by.code),
    },
    Mutation: {
      reportIssue: (_, { input }) => statements.report(input),
    },
    Grid: {
      counts: (grid) => grid,
    },
  },
  loaders: {
    Issue: {
      grid: loader((queries) => statements.grids(objects(queries).map((issue) => issue.grid_id))),
      lead: loader((queries) => statements.members(objects(queries).map((issue) => issue.lead_member_id))),
      timeline: loader((queries) =>
        statements.entries(objects(queries).map((issue) => issue.id), queries[0].params.last)),
    },
    Grid: {
      children: loader((queries) => statements.children(objects(queries).map((grid) => grid.id))),
    },
    GridCounts: {
      openIssueCount: loader((queries) => statements.openCounts(objects(queries).map((grid) => grid.id))),
    },
  },
})
await app.listen({ host: '127.0.0.1', port: Number(process.env.PORT) })
