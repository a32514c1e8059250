import type { Snapshot } from '@gongyou/contract/activities/station.ts'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useParams } from 'wouter'
import { Button } from '../../kit/Button.tsx'
import { moment } from '../../kit/day.ts'
import { wordsOf } from '../../kit/failure.ts'
import { Field } from '../../kit/Field.tsx'
import { language } from '../../kit/language.ts'
import { useOnline } from '../../kit/network.ts'
import { Notice } from '../../kit/Notice.tsx'
import { workOffline } from '../../kit/offline.ts'
import { Page } from '../../kit/Page.tsx'
import { RowButton } from '../../kit/Row.tsx'
import { Skeleton } from '../../kit/Skeleton.tsx'
import { w } from '../../kit/text.ts'
import { verifyCard } from '../card/verify.ts'
import { Viewfinder } from '../scan/Viewfinder.tsx'
import './activities.css'
import { Conflicts } from './Conflicts.tsx'
import { type Entry, type List, checkIn, fetchList, sendAll, useEntries } from './station-store.ts'
import { when } from './when.ts'

type Person = Snapshot['persons'][number]

/** Companions count: so many stand at the door, so many are expected. */
const heads = (persons: readonly Person[]) => persons.reduce((n, p) => n + p.seats, 0)

const present = (p: Person, entries: readonly Entry[]) =>
  p.attendedAt !== null || entries.some((e) => e.state !== 'refused' && (e.signUpId === p.signUpId || e.personId === p.personId))

/** Rules hold without a network too: the time, the seats, who is only on standby. */
const hindrance = (list: List, entries: readonly Entry[], p: Person | undefined): string | undefined => {
  const { snapshot } = list
  const now = new Date().toISOString()
  if (now < snapshot.from) return w(`${moment(snapshot.from)} 起才能签到`, `Check-in begins ${moment(snapshot.from)}`)
  if (now > snapshot.until) return w('这一场的签到时间已过', 'The time for check-in is over')
  if (p?.state !== 'standby' || snapshot.seats === null) return undefined
  const here = heads(snapshot.persons.filter((x) => present(x, entries)))
  return here + p.seats > snapshot.seats ? w('名额已满，候补的人先等一等', 'All seats are taken; those on standby wait') : undefined
}

const Door = ({ list, session }: { list: List; session: string }) => {
  const entries = useEntries(session)
  const online = useOnline()
  const [typed, type] = useState('')
  const [scanning, scan] = useState(false)
  const [said, tell] = useState<{ tone: 'done' | 'wrong' | 'due'; text: string }>()
  const { persons, session: s } = list.snapshot
  useEffect(() => void (online && sendAll(session)), [online, session])
  const waiting = entries.filter((e) => e.state === 'waiting').length
  const here = persons.filter((p) => present(p, entries))
  const enter = (p: Person, via: 'list' | 'card') => {
    const stop = hindrance(list, entries, p)
    if (stop) return tell({ tone: 'wrong', text: `${p.name}：${stop}` })
    if (present(p, entries)) return tell({ tone: 'due', text: w(`${p.name} 已经签到`, `${p.name} is in already`) })
    void checkIn(session, { name: p.name, signUpId: p.signUpId, heads: p.seats, via })
    tell({ tone: 'done', text: w(`${p.name} 签到成功${p.seats > 1 ? `，共 ${p.seats} 人` : ''}`, `${p.name} is in`) })
  }
  const found = async (text: string) => {
    scan(false)
    const card = await verifyCard(text, [{ id: '1', publicKey: list.cardKey }])
    if (card.is !== 'good')
      return tell({
        tone: 'wrong',
        text: card.is === 'not-a-card' ? w('这不是会员卡的码', 'Not a member card') : w('会员卡核验不通过', 'The card is not genuine'),
      })
    const person = persons.find((p) => p.card === card.number)
    if (person) return enter(person, 'card')
    tell({ tone: 'due', text: w(`${card.name} 没有报名这一场，请到电脑上代报名`, `${card.name} has not signed up; sign up at the desk`) })
  }
  const fits = (p: Person) => typed.trim() === '' || p.name.includes(typed.trim()) || p.phone.endsWith(typed.trim())
  return (
    <Page
      title={s.title}
      back="/"
      foot={
        <Button look="primary" onClick={() => scan(!scanning)}>
          {scanning ? w('收起相机', 'Close the camera') : w('扫会员卡', 'Scan a card')}
        </Button>
      }
    >
      <p className="small">
        {when(s.startsAt, s.endsAt, language() === 'zh')} · {s.place}
        <br />
        {w(`名单取自 ${moment(list.at)}`, `List of ${moment(list.at)}`)}
        {online ? '' : w('，现在没有网络，签到先存在这台手机里', '; no network, check-ins are kept on this phone')}
      </p>
      <p className="station-counts" role="status">
        <span>
          <b>{heads(here)}</b> / {heads(persons.filter((p) => p.state !== 'standby'))} {w('人已到', 'in')}
        </span>
        <span>
          <b>{waiting}</b> {w('待上传', 'to send')}
        </span>
      </p>
      {said ? <Notice tone={said.tone}>{said.text}</Notice> : null}
      {scanning ? <Viewfinder found={(text) => void found(text)} /> : null}
      <Conflicts entries={entries} />
      <Field
        label={w('找人', 'Find')}
        name="find"
        autoComplete="off"
        value={typed}
        onChange={(e) => type(e.target.value)}
        hint={w('姓名或手机尾号', 'Name or end of the phone number')}
      />
      <div className="rows">
        {persons.filter(fits).map((p) => (
          <RowButton
            key={p.signUpId}
            press={() => enter(p, 'list')}
            pressed={present(p, entries)}
            title={p.name}
            sub={[
              p.phone && w(`尾号 ${p.phone}`, `…${p.phone}`),
              p.seats > 1 ? w(`${p.seats} 人`, `${p.seats} persons`) : '',
              p.state === 'standby' ? w('候补', 'standby') : '',
            ]
              .filter(Boolean)
              .join(' · ')}
            end={present(p, entries) ? <span className="free">{w('已到', 'in')}</span> : w('签到', 'check in')}
          />
        ))}
      </div>
      {persons.length === 0 ? <p>{w('还没有人报名。', 'Nobody has signed up yet.')}</p> : null}
      {waiting > 0 && online ? (
        <Button onClick={() => void sendAll(session).then((text) => text && tell({ tone: 'wrong', text }))}>{w('现在上传', 'Send now')}</Button>
      ) : null}
    </Page>
  )
}

/** For the station's phone: checks people in by card or from the list, also where there is no signal. */
export const StationPage = () => {
  const { session } = useParams<{ session: string }>()
  const list = useQuery({ queryKey: ['station', session], queryFn: () => fetchList(session), networkMode: 'always', retry: false, staleTime: 60_000 })
  useEffect(workOffline, [])
  if (list.data) return <Door list={list.data} session={session} />
  return (
    <Page title={w('现场签到', 'Check-in')} back="/">
      {list.isError ? (
        <>
          <Notice tone="wrong">
            {list.error instanceof Error && list.error.message === 'forged'
              ? w('名单核验不通过，没有采用。请换网络再试，或告诉管理员。', 'The list is not genuine and was not used.')
              : wordsOf(list.error)}
          </Notice>
          <p className="small">{w('请先用工作账号在这台手机登录工作台，再打开本页。', 'Sign in to the console on this phone first.')}</p>
          <a className="button primary" href="/console">
            {w('去登录', 'Sign in')}
          </a>
          <Button onClick={() => void list.refetch()}>{w('再试一次', 'Try again')}</Button>
        </>
      ) : (
        <Skeleton lines={8} />
      )}
    </Page>
  )
}
