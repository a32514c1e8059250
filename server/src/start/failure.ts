type Known = Error & { code?: string; port?: number; address?: string }

/** The built-in PostgreSQL ended and could not be started again. */
export class DatabaseLost extends Error {
  constructor(cause: Error) {
    super(cause.message, { cause })
  }
}

const advice = (e: Known): [string, string] | undefined => {
  if (e.code === 'EADDRINUSE')
    return [`端口 ${e.port} 已被占用，请换一个：PORT=8081 npm start`, `Port ${e.port} is in use; choose another: PORT=8081 npm start`]
  if (e.code === 'EACCES' || e.code === 'EPERM') return [`没有权限：${e.message}`, `No permission: ${e.message}`]
  if (e.code === 'ENOSPC') return ['磁盘满了，请腾出空间后再启动', 'The disk is full; free some space and start again']
  if (e.code === 'ECONNREFUSED' || e.code === 'ENOTFOUND')
    return ['连不上 DATABASE_URL 指向的数据库，请检查地址和端口', 'The database of DATABASE_URL cannot be reached; check address and port']
  if (e.code === '28P01' || e.code === '28000')
    return ['数据库用户名或密码不对，请检查 DATABASE_URL', 'The database refused the user or password of DATABASE_URL']
  if (e.code === '42501')
    return [
      '数据库用户权限不够：需要能建表、能建角色（CREATEROLE），扩展 ltree、pg_trgm、btree_gist 须先由管理员建好',
      'The database user lacks rights: it must create tables and roles (CREATEROLE); an administrator creates ltree, pg_trgm and btree_gist first',
    ]
  if (e.code === '3D000') return ['DATABASE_URL 里的数据库不存在，请先建库', 'The database of DATABASE_URL does not exist; create it first']
  if (e instanceof DatabaseLost)
    return [
      `数据库反复停止，已停止服务；已提交的数据没有丢失。${e.message}`,
      'The database ended again and again, so the program stops; nothing acknowledged is lost. Its log says why',
    ]
  return undefined
}

/** The program could not start or could not go on: says why in plain words and how to find out more. */
export const stopWithWords = (error: unknown) => {
  const e = (error instanceof Error ? error : new Error(String(error))) as Known
  const words = advice(e)
  console.error(words ? `\n  ${words[0]}\n  ${words[1]}` : `\n  ${e.stack ?? e.message}`)
  console.error('  详细检查 / details: npm run doctor\n')
  process.exit(1)
}
