import { t } from '@gongyou/contract/kit/text.ts'
import { sql } from 'kysely'
import { dayOf } from '../../kit/clock.ts'
import { type Forget, type KeptOf, line } from '../../kit/kept.ts'
import { contactPlace, deleteCards } from './cards.ts'
import { meetingOf, openFor } from './meeting.ts'

type Card = {
  id: string
  activity_id: string
  title: string
  nickname: string
  occupation: string
  words: string
  contact: Buffer
  contact_key: number
  made_at: Date
}

/** One's own card and one's own choices. Of others nothing but the names they gave themselves; whom they chose, and how they are reached, is theirs. */
export const matchmakingKept: KeptOf = async (look, keys, personId) => {
  const { rows } = await sql<Card>`
    select c.id, c.activity_id, a.title, c.nickname, c.occupation, c.words, c.contact, c.contact_key, c.made_at
      from matchmaking.card c join activities.activity a on a.region = c.region and a.id = c.activity_id
     where c.region = ${look.region} and c.person_id = ${personId} order by c.made_at desc`.execute(look.raw)
  await openFor(look, personId)
  const entries = []
  for (const c of rows) {
    const chosen = await sql<{ nickname: string; mutual: boolean }>`
      select o.nickname, false as mutual from matchmaking.choice h join matchmaking.card o on o.region = h.region and o.id = h.chosen_id
       where h.region = ${look.region} and h.card_id = ${c.id}
      union all
      select o.nickname, true from matchmaking.pair p join matchmaking.card o on o.region = p.region and o.id = case when p.one_id = ${c.id} then p.other_id else p.one_id end
       where p.region = ${look.region} and (p.one_id = ${c.id} or p.other_id = ${c.id})
       order by 1`.execute(look.raw)
    const named = (mutual: boolean) => chosen.rows.flatMap((x) => (x.mutual === mutual ? [x.nickname] : [])).join('、')
    entries.push({
      title: c.title,
      at: c.made_at.toISOString(),
      lines: [
        ...line(t('昵称', 'Name I gave'), c.nickname),
        ...line(t('职业', 'Occupation'), c.occupation),
        ...line(t('介绍', 'About me'), c.words),
        ...line(t('联系方式', 'Contact'), keys.open({ keyId: c.contact_key, cipher: c.contact }, contactPlace(look.region, c.activity_id, personId))),
        ...line(t('我选择了', 'I chose'), named(false)),
        ...line(t('互相选择', 'We chose each other'), named(true)),
        ...line(t('全部删除日期', 'Deleted on'), dayOf((await meetingOf(look, c.activity_id)).goneAt)),
      ],
    })
  }
  return [{ title: t('单身联谊', 'Matchmaking'), entries }]
}

/** Every card of a person whose record ends, with every choice and match in which it stands. */
export const forgetMatching: Forget = async (work, personId) => {
  const cards = await work.tx
    .selectFrom('matchmaking.card')
    .select('id')
    .where('region', '=', work.region)
    .where('person_id', '=', personId)
    .execute()
  if (cards.length > 0)
    await deleteCards(
      work,
      cards.map((c) => c.id),
    )
}
