import type { MyMatching } from '@gongyou/contract/matchmaking/routes.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useParams } from 'wouter'
import { asking } from '../../kit/api.ts'
import { Button } from '../../kit/Button.tsx'
import { day, moment } from '../../kit/day.ts'
import { wordsOf } from '../../kit/failure.ts'
import { Notice } from '../../kit/Notice.tsx'
import { Page } from '../../kit/Page.tsx'
import { Facts, Row } from '../../kit/Row.tsx'
import { SignedIn } from '../../kit/SignedIn.tsx'
import { Skeleton } from '../../kit/Skeleton.tsx'
import { w } from '../../kit/text.ts'
import { CardForm } from './CardForm.tsx'
import { Choosing, OtherLine } from './Choosing.tsx'
import { Leave } from './Leave.tsx'
import { Matches } from './Matches.tsx'
import './matchmaking.css'
import { Promised } from './Promised.tsx'

const phaseWords = (m: MyMatching): string => {
  if (m.phase === 'write')
    return w(`${moment(m.startsAt)} 开始，到场签到后能看到别人的卡。`, `It begins ${moment(m.startsAt)}; once checked in you see the others.`)
  if (m.phase === 'meet') return w(`活动结束后（${moment(m.endsAt)}）可以互选。`, `You may choose once it is over (${moment(m.endsAt)}).`)
  if (m.phase === 'choose')
    return w(`互选到 ${moment(m.chooseUntil)} 截止，最多选 ${m.most} 人。`, `Choose up to ${m.most} until ${moment(m.chooseUntil)}.`)
  if (m.phase === 'comparing') return w('互选已截止，几分钟后出结果。', 'Choosing is over; the result comes within minutes.')
  if (m.phase === 'told') return w(`结果保留到 ${day(m.goneOn)}。`, `Kept until ${day(m.goneOn)}.`)
  return w('这次联谊的内容已全部删除。', 'Everything of this has been deleted.')
}

const Card = ({ m, edit }: { m: MyMatching; edit: () => void }) => (
  <section className="section">
    <h2>{w('我的联谊卡', 'My card')}</h2>
    <Facts
      rows={[
        [w('昵称', 'Nickname'), m.card!.nickname],
        [w('年龄段', 'Age'), m.ageBand || '—'],
        [w('职业', 'Occupation'), m.card!.occupation || '—'],
        [w('想说的话', 'Words'), m.card!.words || '—'],
        [
          w('联系方式', 'Contact'),
          <span key="c">
            {m.card!.contact}
            <small className="match-only">{w('只给互选的人', 'only for a match')}</small>
          </span>,
        ],
      ]}
    />
    {m.phase === 'told' || m.phase === 'comparing' ? null : (
      <Button className="wide" onClick={edit}>
        {w('修改', 'Change')}
      </Button>
    )}
  </section>
)

const Mine = ({ m }: { m: MyMatching }) => {
  const [editing, edit] = useState(false)
  const open = m.phase === 'write' || m.phase === 'meet' || m.phase === 'choose'
  if (open && (!m.card || editing)) return <CardForm m={m} close={() => edit(false)} />
  if (m.phase === 'choose' && m.wasThere) return <Choosing m={m} edit={() => edit(true)} />
  return (
    <Page title={w('联谊互选', 'Choosing')} back={`/activities/${m.id}`}>
      <p>
        <strong>{m.title}</strong>
        <br />
        {phaseWords(m)}
      </p>
      {m.phase === 'choose' && !m.wasThere ? (
        <Notice tone="due">{w('到场签到的人才能互选。', 'Only those who were there can choose.')}</Notice>
      ) : null}
      {m.phase === 'told' && m.card ? <Matches m={m} /> : null}
      {m.phase === 'meet' && m.wasThere ? (
        <section className="section">
          <h2>{w('到场的人', 'Who is here')}</h2>
          <div className="rows">
            {m.others.map((o) => (
              <Row key={o.id} {...OtherLine(o)} />
            ))}
          </div>
          {m.others.length === 0 ? <p className="small">{w('还没有别人填卡签到。', 'Nobody else is here with a card yet.')}</p> : null}
        </section>
      ) : null}
      {m.card ? <Card m={m} edit={() => edit(true)} /> : null}
      <Promised m={m} />
      {m.card ? <Leave id={m.id} /> : null}
    </Page>
  )
}

const Loaded = ({ id }: { id: string }) => {
  const mine = useQuery(asking('getMyMatching', { params: { id } }))
  if (mine.data) return <Mine m={mine.data} />
  return (
    <Page title={w('联谊互选', 'Choosing')} back={`/activities/${id}`}>
      {mine.isError ? <Notice tone="wrong">{wordsOf(mine.error)}</Notice> : <Skeleton lines={6} />}
    </Page>
  )
}

/** 联谊互选: one's card, who was there, whom one would like to know, and who chose back. */
export const MatchPage = () => {
  const { id } = useParams<{ id: string }>()
  return (
    <SignedIn title={w('联谊互选', 'Choosing')} back="/activities" why={w('登录后填写联谊卡、互选。', 'Sign in to write your card and to choose.')}>
      <Loaded id={id} />
    </SignedIn>
  )
}
