// Eight connections, statements prepared once on each, times as ISO text.
import pg from 'pg'

pg.types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, (text) => new Date(text).toISOString())
pg.types.setTypeParser(pg.types.builtins.INT8, Number)

const pool = new pg.Pool({ min: 8, max: 8, idleTimeoutMillis: 0 })

export const rows = async (statement, values, connection = pool) =>
  (await connection.query({ ...statement, values })).rows

export async function transaction(work) {
  const connection = await pool.connect()
  try {
    await connection.query('begin')
    const result = await work(connection)
    await connection.query('commit')
    return result
  } catch (failure) {
    await connection.query('rollback')
    throw failure
  } finally {
    connection.release()
  }
}
