import type { pasteSignUps } from '@gongyou/contract/activities/office.ts'
import type { ReplyOf } from '@gongyou/contract/kit/route.ts'
import type { Look } from '../../../kit/db/database.ts'
import { refuse } from '../../../kit/refuse.ts'
import type { Hall } from '../house.ts'

export type PastedLine = ReplyOf<typeof pasteSignUps>['lines'][number]

const mostLines = 500

type Typed = { line: number; said: string; name: string; phone: string | undefined; last4: string | undefined }
/** A name, then a phone number, a whole ID number or its last four signs, in any order and with any sign between them. */
const typedOf = (said: string, line: number): Typed => {
  const parts = said
    .normalize('NFKC')
    .split(/[\s,;，；、|]+/)
    .filter(Boolean)
  const phone = parts.find((p) => /^1\d{10}$/.test(p))
  const id = parts.find((p) => /^(\d{17}[\dXx]|\d{3}[\dXx])$/.test(p))
  const name = parts.find((p) => /\p{Script=Han}/u.test(p) || /^[A-Za-z·.\-']{2,}$/.test(p)) ?? ''
  return { line, said, name, phone, last4: id?.slice(-4).toUpperCase() }
}

export const linesOf = (text: string) =>
  text
    .split(/\r?\n/)
    .map((said, i) => ({ said: said.trim(), line: i + 1 }))
    .filter((l) => l.said !== '')
    .map((l) => typedOf(l.said, l.line))

type Found = { id: string; name: string; mobile: string | null; last4: string | null }

/** Whom the register knows by these names; row by row the officer must be allowed to know of them. */
const candidates = async (look: Look, typed: readonly Typed[]): Promise<Found[]> =>
  look.db
    .selectFrom('people.person')
    .select(['id', 'name', 'mobile', 'id_last4 as last4'])
    .where('region', '=', look.region)
    .where('merged_into', 'is', null)
    .where('name', 'in', [...new Set(typed.map((l) => l.name).filter(Boolean))].concat('\u0001'))
    .limit(5000)
    .execute()

/** Each line with the person it means, or what is unclear about it. Names alone are never enough. */
export const matchLines = async (look: Look, hall: Hall, text: string): Promise<PastedLine[]> => {
  const typed = linesOf(text)
  if (typed.length > mostLines) throw refuse('activities.too-many-names')
  const known = await candidates(look, typed)
  const lines: PastedLine[] = []
  const seen = new Set<string>()
  for (const l of typed) {
    const wrong = (says: string): PastedLine => ({ line: l.line, said: l.said, person: null, says, state: 'wrong' })
    if (!l.name) lines.push(wrong('没有认出姓名'))
    else if (!l.phone && !l.last4) lines.push(wrong('请在姓名后写手机号，或身份证后四位'))
    else {
      const fit = known.filter((k) => k.name === l.name && (!l.phone || k.mobile === l.phone) && (!l.last4 || k.last4?.toUpperCase() === l.last4))
      const allowed: Found[] = []
      for (const f of fit.slice(0, 5))
        if (
          await hall.personWithin(look, f.id).then(
            () => true,
            () => false,
          )
        )
          allowed.push(f)
      const [one, ...more] = allowed
      if (!one) lines.push(wrong('您范围内的名册里没有这个人，请核对姓名和号码'))
      else if (more.length > 0) lines.push(wrong('有几个人都对得上，请写全手机号'))
      else if (seen.has(one.id)) lines.push(wrong('与前面一行是同一个人'))
      else {
        seen.add(one.id)
        lines.push({ line: l.line, said: l.said, person: { id: one.id, name: one.name }, says: '', state: 'ready' })
      }
    }
  }
  return lines
}
