import { t } from '@gongyou/contract/kit/text.ts'
import pg from 'pg'
import { sealedPlace } from '../../features/people/index.ts'
import { appRole } from '../../kit/db/pool.ts'
import { migrationNames } from '../../kit/postgres/migrate.ts'
import { openKeyRing } from '../../kit/secrets/key-ring.ts'
import { type Finding, bad, good, look } from './finding.ts'

const extensions = ['ltree', 'pg_trgm', 'btree_gist']
const one = async <T extends object>(client: pg.Client, text: string, values: unknown[] = []) => (await client.query<T>(text, values)).rows[0]

const version = async (client: pg.Client): Promise<Finding> => {
  const what = t('PostgreSQL 版本', 'PostgreSQL version')
  const { n, shown } = (await one<{ n: number; shown: string }>(
    client,
    `select current_setting('server_version_num')::int as n, current_setting('server_version') as shown`,
  ))!
  return n < 150_000 ? bad(what, `${shown} 太旧，需要 15 或更新`, `${shown} is too old; 15 or newer is needed`) : good(what, shown)
}
const extensionsThere = async (client: pg.Client): Promise<Finding> => {
  const what = t('数据库扩展', 'Extensions')
  const { rows } = await client.query<{ name: string }>('select name from pg_available_extensions where name = any($1)', [extensions])
  const missing = extensions.filter((e) => !rows.some((r) => r.name === e))
  return missing.length > 0
    ? bad(what, `缺少 ${missing.join('、')}，请安装 postgresql-contrib`, `${missing.join(', ')} missing; install postgresql-contrib`)
    : good(what, extensions.join(' '))
}
const role = async (client: pg.Client): Promise<Finding> => {
  const what = t('数据库角色', 'Database role')
  const row = await one<{ there: boolean; strong: boolean; create: boolean; member: boolean }>(
    client,
    `
    select exists (select 1 from pg_roles where rolname = $1) as there, exists (select 1 from pg_roles where rolname = $1 and (rolsuper or rolbypassrls)) as strong,
           (select rolsuper or rolcreaterole from pg_roles where rolname = current_user) as create,
           exists (select 1 from pg_roles r where r.rolname = $1 and pg_has_role(current_user, r.oid, 'member')) as member`,
    [appRole],
  )
  if (!row!.there)
    return row!.create
      ? look(what, `${appRole} 将在第一次启动时建立`, `${appRole} will be made at the first start`)
      : bad(
          what,
          `没有 ${appRole}，当前用户也无权建立，请管理员运行 create role ${appRole} nologin`,
          `${appRole} is missing and cannot be made by this user; ask for: create role ${appRole} nologin`,
        )
  if (row!.strong)
    return bad(
      what,
      `${appRole} 权力过大（superuser 或 bypassrls），行级防护不起作用`,
      `${appRole} is superuser or bypasses row security: the second wall does not stand`,
    )
  return row!.member
    ? good(what, appRole)
    : bad(
        what,
        `当前用户不是 ${appRole} 的成员，请运行 grant ${appRole} to 当前用户`,
        `This user is not a member; ask for: grant ${appRole} to this user`,
      )
}
const collation = async (client: pg.Client): Promise<Finding> => {
  const what = t('中文排序', 'Chinese collation')
  return (await one(client, `select 1 from pg_collation where collname = 'zh-x-icu'`))
    ? good(what, 'zh-x-icu')
    : bad(what, '数据库没有 ICU 支持（缺 zh-x-icu）', 'The server was built without ICU (zh-x-icu is missing)')
}
const clock = async (client: pg.Client): Promise<Finding> => {
  const what = t('时钟', 'Clock')
  const { at } = (await one<{ at: Date }>(client, 'select clock_timestamp() as at'))!
  const apart = Math.abs(Date.now() - at.getTime()) / 1000
  if (Date.now() < Date.UTC(2025, 0, 1)) return bad(what, '本机日期不对', 'This machine is in the past')
  return apart > 5
    ? bad(what, `本机与数据库相差 ${apart.toFixed(0)} 秒，请校时`, `${apart.toFixed(0)} s apart from the database; set the clocks`)
    : good(what, '一致', 'agree')
}
const pending = async (client: pg.Client): Promise<Finding> => {
  const what = t('数据库结构', 'Schema')
  const there = (await one<{ there: boolean }>(client, `select to_regclass('kit.migration') is not null as there`))!.there
  const applied = there ? (await client.query<{ name: string }>('select name from kit.migration')).rows.map((r) => r.name) : []
  const todo = migrationNames().filter((name) => !applied.includes(name))
  const unknown = applied.filter((name) => !migrationNames().includes(name))
  if (unknown.length > 0)
    return bad(what, `数据库比程序新（${unknown[0]}），请更新程序`, `The database is newer than this release (${unknown[0]}); update the release`)
  return todo.length > 0
    ? look(what, `有 ${todo.length} 步更新，启动时自动执行`, `${todo.length} migrations pending; applied at the next start`)
    : good(what, '最新', 'current')
}
/** The key ring fits when it opens what is sealed; a fresh one beside old data would make all of it unreadable. */
const keysFit = async (client: pg.Client, ringFile: string): Promise<Finding> => {
  const what = t('密钥与数据', 'Keys and data')
  const there = (await one<{ there: boolean }>(client, `select to_regclass('people.sealed_field') is not null as there`))!.there
  const row = there
    ? await one<{ region: number; person_id: string; field: string; key_id: number; cipher: Buffer }>(
        client,
        'select * from people.sealed_field limit 1',
      )
    : undefined
  if (!row) return good(what, '还没有加密数据', 'nothing sealed yet')
  try {
    openKeyRing(ringFile).open({ keyId: row.key_id, cipher: row.cipher }, sealedPlace(row.region, row.person_id, row.field))
    return good(what, '相符', 'fit')
  } catch {
    return bad(
      what,
      '密钥文件打不开已有数据，请从备份恢复 keys 文件夹',
      'The key ring does not open what is sealed; restore the keys folder from the backup',
    )
  }
}

/** Everything to be asked of a database that answers. */
export const databaseFindings = async (url: string, ringFile: string): Promise<Finding[]> => {
  const what = t('数据库', 'Database')
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 })
  try {
    await client.connect()
  } catch (error) {
    return [bad(what, `连接不上：${(error as Error).message}`, `Cannot be reached: ${(error as Error).message}`)]
  }
  try {
    const findings = [good(what, '已连接', 'reached')]
    for (const ask of [version, extensionsThere, role, collation, clock, pending]) findings.push(await ask(client))
    return [...findings, await keysFit(client, ringFile)]
  } finally {
    await client.end()
  }
}
