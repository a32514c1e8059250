const codes = new Set([
  // PostgreSQL stops, crashed, or is not yet up; the connection broke.
  ...['57P01', '57P02', '57P03', '08000', '08001', '08003', '08004', '08006'],
  ...['ECONNREFUSED', 'ECONNRESET', 'EPIPE'],
])
// What `pg` says of a broken connection carries no code.
const words = /^Connection terminated|^Client has encountered a connection error|^Client was closed and is not queryable/

/** Whether an error means that the database is away, and not that it refused something. */
export const isAway = (error: unknown) => {
  if (!(error instanceof Error)) return false
  const { code = '', syscall } = error as NodeJS.ErrnoException
  // The socket's file is gone; for any other file ENOENT means something else.
  return codes.has(code) || (code === 'ENOENT' && syscall === 'connect') || words.test(error.message)
}
