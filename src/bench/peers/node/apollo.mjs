// Apollo Server on Fastify, relations by DataLoader.
import { readFileSync } from 'node:fs'
import { ApolloServer } from '@apollo/server'
import fastifyApollo from '@as-integrations/fastify'
import DataLoader from 'dataloader'
import Fastify from 'fastify'
import * as statements from './statements.mjs'

const loaders = () => ({
  grid: new DataLoader(statements.grids),
  member: new DataLoader(statements.members),
  children: new DataLoader(statements.children),
  openCount: new DataLoader(statements.openCounts),
  // All are asked for the same number of entries.
  entries: new DataLoader(
    (wanted) => statements.entries(wanted.map(({ id }) => id), wanted[0].last), { cacheKeyFn: ({ id }) => id }),
})

const server = new ApolloServer({
  typeDefs: readFileSync(new URL('../schema.graphqls', import.meta.url), 'utf8'),
  introspection: false,
  resolvers: {
    Query: {
      issue: (_, { by }) => statements.issue(by.id),
      issues: (_, { filter, first }) => statements.issues(filter, first),
      grid: (_, { by }) => statements.grid(by.code),
    },
    Mutation: {
      reportIssue: (_, { input }) => statements.report(input),
    },
    Issue: {
      grid: (issue, _, { grid }) => grid.load(issue.grid_id),
      lead: (issue, _, { member }) => issue.lead_member_id && member.load(issue.lead_member_id),
      timeline: (issue, { last }, { entries }) => entries.load({ id: issue.id, last }),
    },
    Grid: {
      children: (grid, _, { children }) => children.load(grid.id),
      counts: (grid) => grid,
    },
    GridCounts: {
      openIssueCount: (grid, _, { openCount }) => openCount.load(grid.id),
    },
  },
})
await server.start()
const app = Fastify()
await app.register(fastifyApollo(server), { context: async () => loaders() })
await app.listen({ host: '127.0.0.1', port: Number(process.env.PORT) })
