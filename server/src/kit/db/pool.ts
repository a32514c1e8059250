import pg from 'pg'

// Civil dates stay text, counts become numbers: a Date at local midnight is the classic wrong day.
pg.types.setTypeParser(pg.types.builtins.DATE, (v) => v)
pg.types.setTypeParser(pg.types.builtins.INT8, Number)
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number)

/** Role that owns nothing: the second wall (row level security) stands only for such a role. */
export const appRole = 'gongyou_app'

// A connection that the server cuts off is replaced at the next question; unheard, its error would end the process.
const lenient = (pool: pg.Pool) => pool.on('error', () => {}).on('connect', (client) => void client.on('error', () => {}))

/** Connections of the application: any server, but always as `gongyou_app`. */
export const appPool = (url: string, max = 12) =>
  lenient(
    new pg.Pool({
      connectionString: url,
      max,
      options: `-c role=${appRole} -c statement_timeout=60s -c idle_in_transaction_session_timeout=60s -c TimeZone=Asia/Shanghai`,
      application_name: 'gongyou',
      // Statements are sent without waiting for the answers before them; see transactions.ts.
      pipeline: true,
    }),
  )

/** Connections of the owner: migrations, the job queue, the audit sealer. Never used to answer a request. */
export const ownerPool = (url: string, max = 3) =>
  lenient(new pg.Pool({ connectionString: url, max, options: '-c TimeZone=Asia/Shanghai', application_name: 'gongyou-owner' }))
