import type { Right } from '@gongyou/contract/kit/right.ts'
import { postCodes, rightsOfPost } from '@gongyou/contract/organisations/posts.ts'
import { sql } from 'kysely'
import type { Look, Work } from '../../kit/db/database.ts'
import { tell } from '../notices/index.ts'

const keepers: Right = 'settings.calendar'

/** From November on the State Council has usually announced the next year: then it should be here. */
export const missingYearOf = async (look: Pick<Look, 'db' | 'region' | 'today'>) => {
  const [thisYear, month] = [Number(look.today.slice(0, 4)), Number(look.today.slice(5, 7))]
  const years = month >= 11 ? [thisYear, thisYear + 1] : [thisYear]
  for (const year of years) {
    const found = await look.db
      .selectFrom('clocks.holiday')
      .select('falls_on')
      .where('region', '=', look.region)
      .where('kind', '=', 'holiday')
      .where('falls_on', '>=', `${year}-01-01`)
      .where('falls_on', '<=', `${year}-12-31`)
      .limit(1)
      .executeTakeFirst()
    if (!found) return year
  }
  return null
}

const keepersOf = async (work: Work) => {
  const posts = postCodes.filter((code) => rightsOfPost(code).includes(keepers))
  const { rows } = await sql<{ person: string }>`
    select distinct person_id as person from organisations.post
     where region = ${work.region} and post = any(${posts as string[]}) and during @> ${work.today}::date`.execute(work.tx)
  return rows.map((r) => r.person)
}

/** Tells those who keep the calendar, once a month, that the holidays of a year are missing. Gives the year. */
export const warnOfMissingYear = async (work: Work) => {
  const year = await missingYearOf(work)
  if (year === null) return null
  const said = await work.tx
    .insertInto('clocks.calendar_warning')
    .values({ region: work.region, year, month: work.today.slice(0, 7), warned_at: work.at })
    .onConflict((c) => c.doNothing())
    .returning('year')
    .executeTakeFirst()
  if (!said) return null
  for (const person of await keepersOf(work))
    await tell(work, person, {
      kind: 'calendar-missing',
      title: { zh: `${year} 年的节假日还没有录入`, en: `The holidays of ${year} are missing` },
      body: {
        zh: '跨入这一年的时限暂时只按周末计算。国务院办公厅的通知发布后，请粘贴到日历里。',
        en: 'Limits that reach into that year are counted by weekends only. Paste the State Council’s notice when it is out.',
      },
      link: `/console/clocks?year=${year}`,
    })
  return year
}
