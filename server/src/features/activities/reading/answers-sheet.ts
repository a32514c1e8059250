import type { exportSignUps as route } from '@gongyou/contract/activities/desk.ts'
import { questionsOf } from '@gongyou/contract/activities/kind.ts'
import { signUpWords } from '@gongyou/contract/activities/words.ts'
import { type Answers, type Form, closedFields } from '@gongyou/contract/forms/index.ts'
import { maskPhone } from '@gongyou/contract/kit/masking.ts'
import { shown } from '@gongyou/contract/registers/shown.ts'
import { sql } from 'kysely'
import { holds } from '../../../kit/actor.ts'
import { momentOf } from '../../../kit/clock.ts'
import type { Look } from '../../../kit/db/database.ts'
import type { Ask } from '../../../kit/http/mount.ts'
import { refuse } from '../../../kit/refuse.ts'
import { unsealAnswers } from '../../../kit/secrets/answers.ts'
import type { KeyRing } from '../../../kit/secrets/key-ring.ts'
import type { Value } from '../../../kit/sheets/sheet-plan.ts'
import { sendWorkbook } from '../../../kit/sheets/send-workbook.ts'
import { activityWithin, sessionsOf } from '../rows.ts'
import { signUpPlace } from '../signing/sign-up.ts'

type Query = Ask<typeof route>['query']
type Row = {
  id: string
  region: number
  pool_id: string
  number: number
  name: string
  mobile: string | null
  union: string | null
  state: keyof typeof signUpWords
  seats: number
  party: string[] | null
  at: Date
  absent: boolean
  answers: unknown
  sealed: Buffer | null
  sealed_key: number | null
  came: number
  hours: number
}
const pageRows = 1_000

const pageOf = (look: Look, activityId: string, wanted: Query, after: { number: number; id: string }) =>
  sql<Row>`
    select u.id, u.region, u.pool_id, u.number, n.name, n.mobile, o.name as union, u.state, u.seats, u.party, u.at, u.absent, u.answers, u.sealed, u.sealed_key,
           (select count(*)::int from activities.attendance t join activities.session s on s.region = t.region and s.id = t.session_id
             where t.region = u.region and t.person_id = u.person_id and s.pool_id = u.pool_id and t.undone_at is null) as came,
           (select coalesce(sum(extract(epoch from s.ends_at - s.starts_at)), 0)::float / 3600 from activities.attendance t join activities.session s on s.region = t.region and s.id = t.session_id
             where t.region = u.region and t.person_id = u.person_id and s.pool_id = u.pool_id and t.undone_at is null) as hours
      from activities.sign_up u
      join activities.pool p on p.region = u.region and p.id = u.pool_id
      join people.person n on n.region = u.region and n.id = u.person_id
      left join organisations.org o on o.region = u.region and o.id = u.org_id
     where u.region = ${look.region} and p.activity_id = ${activityId}
       and (${wanted.pool ?? null}::uuid is null or u.pool_id = ${wanted.pool ?? null}::uuid)
       and (${wanted.state ?? null}::text is null or u.state = ${wanted.state ?? null})
       and (u.number, u.id) > (${after.number}, ${after.id}::uuid)
     order by u.number, u.id limit ${pageRows}`.execute(look.raw)

/** What a question asks for: numbers stay numbers, so that they can be added up. */
const cell = (form: Form, name: string, value: unknown): Value => {
  const field = form[name]!
  if (value === undefined || value === null) return null
  if (field.kind === 'number') return value as number
  if (field.kind === 'money') return (value as number) / 100
  return shown(field, value).zh
}

/**
 * Everybody who has signed up, with every answer: the same list as on the screen. Phones are masked and what is sealed is
 * left out, unless the caller may open it and says what for. It is in the audit trail before the first byte leaves.
 */
export const exportSignUps = async ({ params, query, by, read, write, reply }: Ask<typeof route>, keys: KeyRing) => {
  const full = query.numbers === 'full'
  if (full && !holds(by, 'people.unmask')) throw refuse('registers.unmask-needed')
  if (full && (query.purpose ?? '').length < 2) throw refuse('registers.purpose-needed')
  const { title, form, sessions, today, timed } = await write(async (work) => {
    const { row, kind } = await activityWithin(work, params.id)
    if (full) await activityWithin(work, params.id, 'people.unmask')
    work.ledger.audit({ subject: row.id, ...(query.purpose ? { purpose: query.purpose } : {}), detail: { ...query } })
    return {
      title: row.title,
      form: questionsOf(kind, row.questions as Form),
      sessions: row.whole ? [] : await sessionsOf(work, row.id),
      today: work.today,
      timed: kind.hours === true,
    }
  })
  const shut = new Set(closedFields(form))
  const asked = Object.keys(form).filter((name) => full || !shut.has(name))
  const sessionName = (pool: string) => {
    const s = sessions.find((x) => x.pool_id === pool)
    return s ? `第 ${s.number} 场` : '全程'
  }
  async function* rows() {
    let after = { number: 0, id: '00000000-0000-0000-0000-000000000000' }
    for (;;) {
      const page = (await read((look) => pageOf(look, params.id, query, after))).rows
      for (const r of page) {
        const answers = { ...(r.answers as Answers | null), ...(full ? unsealAnswers(keys, signUpPlace(r.region, r.id), r) : {}) }
        yield [
          r.name,
          r.absent ? '未到' : signUpWords[r.state].zh,
          sessionName(r.pool_id),
          r.seats,
          (r.party ?? []).join('、'),
          r.union,
          r.mobile ? (full ? r.mobile : maskPhone(r.mobile)) : null,
          momentOf(r.at),
          r.came,
          ...(timed ? [Math.round(r.hours * 10) / 10] : []),
          ...asked.map((name) => cell(form, name, answers[name])),
        ] as Value[]
      }
      const last = page.at(-1)
      if (page.length < pageRows || !last) return
      after = { number: last.number, id: last.id }
    }
  }
  const known = [
    { title: '姓名', width: 12 },
    { title: '状态', width: 12 },
    { title: '场次', width: 10 },
    { title: '人数', kind: 'number' as const, width: 8 },
    { title: '同行', width: 20 },
    { title: '工会', width: 32 },
    { title: '手机', width: 16 },
    { title: '报名时间', width: 18 },
    { title: '到场场次', kind: 'number' as const, width: 10 },
    // Hours of service or learning, as they are handed on to whoever keeps the account of them.
    ...(timed ? [{ title: '时长（小时）', kind: 'number' as const, width: 12 }] : []),
  ]
  const questions = asked.map((name) => {
    const field = form[name]!
    const counted = field.kind === 'number' || field.kind === 'money'
    return { title: field.label.zh, width: 24, ...(counted ? { kind: 'number' as const } : {}) }
  })
  return sendWorkbook(reply, `${title}-报名-${today}.xlsx`, [{ name: '报名名单', columns: [...known, ...questions], rows: rows() }])
}
