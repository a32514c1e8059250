import { questionsOf } from '@gongyou/contract/activities/kind.ts'
import { signUpWords, viaWords } from '@gongyou/contract/activities/words.ts'
import type { Answers, Form } from '@gongyou/contract/forms/index.ts'
import { t } from '@gongyou/contract/kit/text.ts'
import { shown } from '@gongyou/contract/registers/shown.ts'
import { sql } from 'kysely'
import { momentOf } from '../../kit/clock.ts'
import { type KeptOf, line } from '../../kit/kept.ts'
import { unsealAnswers } from '../../kit/secrets/answers.ts'
import { kindOf } from './kinds.ts'
import { signUpPlace } from './signing/sign-up.ts'

type SignUp = {
  id: string
  title: string
  kind: string
  revision: number
  questions: unknown
  state: keyof typeof signUpWords
  absent: boolean
  party: string[] | null
  at: Date
  answers: unknown
  sealed: Buffer | null
  sealed_key: number | null
}
type Came = { title: string; at: Date; via: keyof typeof viaWords; stars: number | null; said: string | null }

/** Sign-ups with every answer, what was sealed among them; where one was, and what one said of it. */
export const activitiesKept: KeptOf = async (look, keys, personId) => {
  const signUps = await sql<SignUp>`
    select u.id, a.title, a.kind, a.revision, a.questions, u.state, u.absent, u.party, u.at, u.answers, u.sealed, u.sealed_key
      from activities.sign_up u join activities.pool p on p.region = u.region and p.id = u.pool_id
      join activities.activity a on a.region = p.region and a.id = p.activity_id
     where u.region = ${look.region} and u.person_id = ${personId} order by u.at desc, u.id limit 500`.execute(look.raw)
  const came = await sql<Came>`
    select a.title, n.at, n.via, r.stars, r.said
      from activities.attendance n join activities.session s on s.region = n.region and s.id = n.session_id
      join activities.activity a on a.region = s.region and a.id = s.activity_id
      left join activities.rating r on r.region = n.region and r.attendance_id = n.id
     where n.region = ${look.region} and n.person_id = ${personId} and n.undone_at is null order by n.at desc limit 500`.execute(look.raw)
  const entries = []
  for (const u of signUps.rows) {
    const form = questionsOf(await kindOf(look, u.kind, u.revision), u.questions as Form)
    const answers: Answers = { ...(u.answers as Answers | null), ...unsealAnswers(keys, signUpPlace(look.region, u.id), u) }
    entries.push({
      title: u.title,
      at: u.at.toISOString(),
      lines: [
        ...line(t('报名', 'Sign-up'), u.absent ? t('未到', 'Did not come') : signUpWords[u.state]),
        ...line(t('同行', 'With'), (u.party ?? []).join('、')),
        ...Object.entries(form).flatMap(([name, field]) => line(field.label, shown(field, answers[name]))),
      ],
    })
  }
  return [
    { title: t('活动报名', 'Sign-ups'), entries },
    {
      title: t('参加过的活动', 'Attended'),
      entries: came.rows.map((r) => ({
        title: r.title,
        at: r.at.toISOString(),
        lines: [
          ...line(t('签到', 'Check-in'), { zh: `${viaWords[r.via].zh} ${momentOf(r.at)}`, en: `${viaWords[r.via].en} ${momentOf(r.at)}` }),
          ...line(t('评价', 'Rating'), r.stars === null ? null : `${r.stars} / 5${r.said ? `　${r.said}` : ''}`),
        ],
      })),
    },
  ]
}
