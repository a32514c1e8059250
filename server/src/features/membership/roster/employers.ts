import { t } from '@gongyou/contract/kit/text.ts'
import { tidyCode } from '@gongyou/contract/kit/typed-input.ts'
import type { Look } from '../../../kit/db/database.ts'
import { detached } from './cells.ts'
import { type Fault, bad, look as worthALook } from './faults.ts'
import { nearest } from './nearest.ts'

/** Who a row says the person works for: an employer of the register, or a name kept as typed. */
export type Employer = { id: string | null; name: string }
type Reading = { employer?: Employer; fault?: Fault }

const keyOf = (name: string) => name.normalize('NFKC').replace(/\s/g, '')

const several = (n: number, name: string) =>
  bad(
    'employer',
    t(`有 ${n} 个同名单位`, `${n} employers of this name`),
    t('请改填统一社会信用代码。', 'Give the credit code instead.'),
    name.slice(0, 40),
  )

/**
 * Employers by name or code, looked up once for each name that occurs. A name very like a registered one is taken for a
 * slip and refused; one like no other is kept as typed, for platforms and small shops are not all registered.
 */
export const employersFor = () => {
  const known = new Map<string, Reading>()

  const find = async (look: Look, names: readonly string[]) => {
    const codes = names.map((n) => tidyCode(n).toUpperCase()).filter((n) => n.length === 18)
    const rows = await look.db
      .selectFrom('organisations.employer')
      .select(['id', 'name', 'uscc'])
      .where('region', '=', look.region)
      .where((e) => e.or([e('name', 'in', names.map(keyOf)), e('name', 'in', [...names]), ...(codes.length > 0 ? [e('uscc', 'in', codes)] : [])]))
      .execute()
    const byName = new Map<string, typeof rows>()
    for (const r of rows) byName.set(keyOf(r.name), [...(byName.get(keyOf(r.name)) ?? []), r])
    return { byName, byCode: new Map(rows.flatMap((r) => (r.uscc ? [[r.uscc, r] as const] : []))) }
  }

  const unknown = async (look: Look, name: string): Promise<Reading> => {
    const near = await nearest(look, 'employer', name)
    if (near)
      return {
        fault: bad(
          'employer',
          t('单位库里没有这个单位', 'Not in the register of employers'),
          t(`是否为“${near}”？`, `Did you mean “${near}”?`),
          name.slice(0, 40),
        ),
      }
    return {
      employer: { id: null, name: name.slice(0, 120) },
      fault: worthALook(
        'employer',
        t('单位库里没有这个单位，按填写的名称保留', 'Not in the register of employers; kept as typed'),
        t('如有统一社会信用代码，请先登记单位。', 'Register the employer first if it has a credit code.'),
        name.slice(0, 40),
      ),
    }
  }

  return {
    /** Makes the names of a chunk known, in one question. */
    learn: async (look: Look, names: readonly string[]) => {
      const fresh = [...new Set(names)].filter((n) => !known.has(n)).map(detached)
      if (fresh.length === 0) return
      const { byName, byCode } = await find(look, fresh)
      for (const name of fresh) {
        const code = byCode.get(tidyCode(name).toUpperCase())
        const found = code ? [code] : (byName.get(keyOf(name)) ?? [])
        known.set(
          name,
          found.length > 1
            ? { fault: several(found.length, name) }
            : found[0]
              ? { employer: { id: found[0].id, name: found[0].name } }
              : await unknown(look, name),
        )
      }
    },
    of: (name: string): Reading => known.get(name) ?? {},
  }
}
export type Employers = ReturnType<typeof employersFor>
