// PostGraphile: the schema of the database, and the functions of postgraphile/functions.sql.
import { createServer } from 'node:http'
import { postgraphile } from 'postgraphile'
import { makePgService } from 'postgraphile/adaptors/pg'
import { grafserv } from 'postgraphile/grafserv/node'
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber'

// All that it misses on Node 20.
Promise.withResolvers ??= () => {
  let resolve, reject
  const promise = new Promise((resolved, rejected) => ([resolve, reject] = [resolved, rejected]))
  return { promise, resolve, reject }
}

const { PGHOST, PGPORT, PGUSER, PGPASSWORD, PGDATABASE, PORT } = process.env
const graph = postgraphile({
  extends: [PostGraphileAmberPreset],
  pgServices: [makePgService({
    connectionString: `postgres://${PGUSER}:${PGPASSWORD}@${PGHOST}:${PGPORT}/${PGDATABASE}`,
    schemas: ['public'],
    poolConfig: { min: 8, max: 8, idleTimeoutMillis: 0 },
  })],
  grafserv: { graphqlPath: '/graphql', graphiql: false, websockets: false, watch: false },
  grafast: { explain: false },
})
const server = createServer()
await graph.createServ(grafserv).addTo(server)
server.listen(Number(PORT), '127.0.0.1')
