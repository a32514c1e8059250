import type { ActivityLine } from '@gongyou/contract/activities/shapes.ts'
import { towns } from '@gongyou/contract/codes/towns.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { asking } from '../../kit/api.ts'
import { Button } from '../../kit/Button.tsx'
import { wordsOf } from '../../kit/failure.ts'
import { Select } from '../../kit/Field.tsx'
import { language, say } from '../../kit/language.ts'
import { useMe } from '../../kit/me.ts'
import { Notice } from '../../kit/Notice.tsx'
import { Page } from '../../kit/Page.tsx'
import { RowLink } from '../../kit/Row.tsx'
import { Skeleton } from '../../kit/Skeleton.tsx'
import { w } from '../../kit/text.ts'
import './activities.css'
import { seatsLeft } from './words.ts'
import { when } from './when.ts'

export const Line = ({ a }: { a: ActivityLine }) => (
  <RowLink
    to={`/activities/${a.id}`}
    title={<strong>{a.title}</strong>}
    sub={
      <>
        {a.startsAt && a.endsAt
          ? a.sessions > 1
            ? w(
                `${when(a.startsAt, a.startsAt).split('–')[0]} 起，共 ${a.sessions} 场`,
                `from ${when(a.startsAt, a.startsAt, false).split('–')[0]}, ${a.sessions} sessions`,
              )
            : when(a.startsAt, a.endsAt, language() === 'zh')
          : ''}
        <span className="brief">{[a.place, say(a.kind.title), a.org.name].filter(Boolean).join(' · ')}</span>
      </>
    }
    end={<span className={a.stage === 'open' ? 'free' : undefined}>{seatsLeft(a)}</span>}
  />
)

/** What is on: by town, by kind, the nearest first. Public. */
export const ActivitiesPage = () => {
  const [town, setTown] = useState('')
  const [kind, setKind] = useState('')
  const { signedIn } = useMe()
  const kinds = useQuery({ ...asking('listActivityKinds', {}), staleTime: 600_000 })
  const list = useQuery(asking('listOpenActivities', { query: { ...(town ? { town } : {}), ...(kind ? { kind } : {}), limit: 100 } }))
  const rows = list.data?.rows
  return (
    <Page title={w('活动', 'Activities')} back="/" bar>
      {signedIn ? (
        <div className="rows">
          <RowLink to="/my-activities" title={w('我的报名', 'My sign-ups')} sub={w('候补名次、取消、评价', 'Standby, cancelling, ratings')} />
        </div>
      ) : null}
      <div className="pair">
        <Select
          label={w('镇街', 'Town')}
          value={town}
          onChange={setTown}
          empty={w('全区', 'All')}
          choices={towns.map((x) => ({ value: x.code, label: say(x) }))}
        />
        <Select
          label={w('类型', 'Kind')}
          value={kind}
          onChange={setKind}
          empty={w('全部', 'All')}
          choices={(kinds.data?.kinds ?? []).filter((k) => !k.retired).map((k) => ({ value: k.code, label: say(k.title) }))}
        />
      </div>
      {list.isPending ? <Skeleton lines={8} /> : null}
      {list.isError ? (
        <>
          <Notice tone="due">{wordsOf(list.error)}</Notice>
          <Button onClick={() => void list.refetch()}>{w('再试一次', 'Try again')}</Button>
        </>
      ) : null}
      {rows && rows.length > 0 ? (
        <div className="rows">
          {rows.map((a) => (
            <Line key={a.id} a={a} />
          ))}
        </div>
      ) : null}
      {rows?.length === 0 ? (
        <p>
          {town || kind
            ? w('这里近期没有活动，换个镇街或类型看看。', 'Nothing here soon; try another town or kind.')
            : w('近期没有公开的活动。新活动发布后会在这里看到。', 'Nothing is on soon. New activities will appear here.')}
        </p>
      ) : null}
    </Page>
  )
}
