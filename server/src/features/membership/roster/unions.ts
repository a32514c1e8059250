import { memberHoldingKinds } from '@gongyou/contract/codes/organisation-kinds.ts'
import { type Text, t } from '@gongyou/contract/kit/text.ts'
import { tidyCode } from '@gongyou/contract/kit/typed-input.ts'
import type { Look } from '../../../kit/db/database.ts'
import type { Reach } from '../../organisations/index.ts'
import { detached } from './cells.ts'
import { type Fault, bad } from './faults.ts'
import { nearest } from './nearest.ts'

export type Union = { id: string; name: string; town: number | null; floating: boolean; employerId: string | null }
export type UnionReading = { union: Union } | { fault: Fault }

const keyOf = (name: string) =>
  name
    .normalize('NFKC')
    .replace(/[\s"'“”‘’]/g, '')
    .replace(/委员会$/, '')
    .toUpperCase()
const holding = new Set<string>(memberHoldingKinds)

const unknown = async (look: Look, name: string, reach: Reach): Promise<Fault> => {
  const near = await nearest(look, 'union', name, reach)
  const suggestion: Text = near
    ? t(`是否为“${near}”？`, `Did you mean “${near}”?`)
    : t('请填写工会全称或统一社会信用代码。', 'Give the full name or the credit code of the union.')
  return bad('union', t('没有这个工会', 'No such union'), suggestion, name.slice(0, 40))
}

/** All standing unions of the region by name and code; a thousand or two, read once for a run. */
export const unionsWithin = async (look: Look, reach: Reach) => {
  const rows = await look.db
    .selectFrom('organisations.org')
    .select(['id', 'name', 'kind', 'uscc', 'town', 'employer_id'])
    .where('region', '=', look.region)
    .where('dissolved_on', 'is', null)
    .execute()
  const byName = new Map<string, typeof rows>()
  const byCode = new Map(rows.flatMap((o) => (o.uscc ? [[o.uscc, o] as const] : [])))
  for (const o of rows) byName.set(keyOf(o.name), [...(byName.get(keyOf(o.name)) ?? []), o])
  const allowed = reach === 'all' ? null : new Set(reach)
  const unionOf = (o: (typeof rows)[number]): Union => ({
    id: o.id,
    name: o.name,
    town: o.town,
    floating: o.kind === 'service_station',
    employerId: o.employer_id,
  })
  const known = new Map<string, UnionReading>()

  const read = async (look: Look, name: string): Promise<UnionReading> => {
    const code = byCode.get(tidyCode(name).toUpperCase())
    const found = code ? [code] : (byName.get(keyOf(name)) ?? [])
    const mine = found.filter((o) => !allowed || allowed.has(o.id))
    if (found.length === 0) return { fault: await unknown(look, name, reach) }
    if (mine.length === 0)
      return {
        fault: bad(
          'union',
          t('不在您的范围内', 'Out of your reach'),
          t('请由该工会或上级工会导入。', 'That union or the one above it imports these.'),
          name.slice(0, 40),
        ),
      }
    if (mine.length > 1)
      return {
        fault: bad(
          'union',
          t(`有 ${mine.length} 个同名工会`, `${mine.length} unions of this name`),
          t('请改填统一社会信用代码。', 'Give the credit code instead.'),
          name.slice(0, 40),
        ),
      }
    if (!holding.has(mine[0]!.kind))
      return {
        fault: bad(
          'union',
          t('这类组织不直接接收会员', 'This kind of organisation has no members of its own'),
          t('请填写其下的服务站或基层工会。', 'Name the service station or base union beneath it.'),
          name.slice(0, 40),
        ),
      }
    return { union: unionOf(mine[0]!) }
  }

  return {
    /** Makes the names of a chunk known; most are known from the chunk before. */
    learn: async (look: Look, names: Iterable<string>) => {
      for (const name of names) if (!known.has(name)) known.set(detached(name), await read(look, name))
    },
    /** The union a cell names, or why it is none of the importer's. */
    of: (name: string): UnionReading | undefined => known.get(name),
    byId: (id: string | null): Union | undefined => {
      const o = rows.find((x) => x.id === id)
      return o && holding.has(o.kind) && (!allowed || allowed.has(o.id)) ? unionOf(o) : undefined
    },
  }
}
export type Unions = Awaited<ReturnType<typeof unionsWithin>>
