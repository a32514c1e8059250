import type { CaseLine } from '@gongyou/contract/cases/shapes.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { Link } from 'wouter'
import { shortDay } from '../../kit/day.ts'
import { useKept } from '../../kit/kept.ts'
import { say } from '../../kit/language.ts'
import { useMe } from '../../kit/me.ts'
import { Page } from '../../kit/Page.tsx'
import { RowLink } from '../../kit/Row.tsx'
import { SignedIn } from '../../kit/SignedIn.tsx'
import { Skeleton } from '../../kit/Skeleton.tsx'
import { Stale } from '../../kit/Stale.tsx'
import { w } from '../../kit/text.ts'
import { dueLine } from './case-words.ts'
import './cases.css'
import { useOutbox } from './outbox.ts'
import { startSending } from './sending.ts'

const standing = (c: CaseLine) => {
  if (c.closedAt)
    return [c.outcome ? say(c.outcome) : w('已办结', 'Closed'), c.stars === null ? w('可以评价', 'you may rate it') : ''].filter(Boolean).join(' · ')
  if (c.awaiting === 'supplement') return w('还差材料，等您补充', 'Something is missing')
  return [say(c.state), dueLine(c)].filter(Boolean).join(' · ')
}

const Row = ({ c }: { c: CaseLine }) => (
  <RowLink
    to={`/cases/${c.id}`}
    title={c.awaiting === 'supplement' && !c.closedAt ? <strong>{say(c.service.title)}</strong> : say(c.service.title)}
    sub={
      <>
        <span className={c.awaiting === 'supplement' && !c.closedAt ? 'due' : undefined}>{standing(c)}</span>
        <span className="brief">
          {c.number} · {w(`${shortDay(c.openedAt)}提交`, shortDay(c.openedAt))}
        </span>
      </>
    }
  />
)

const Mine = ({ person }: { person: string }) => {
  const { data, at, failed } = useKept('listMyCases')
  const entries = useOutbox(person)
  const client = useQueryClient()
  const sent = entries.filter((e) => e.state === 'sent').length
  const unsent = entries.filter((e) => e.state !== 'sent')
  useEffect(startSending, [])
  useEffect(() => void client.invalidateQueries({ queryKey: ['listMyCases'] }), [sent])
  const open = data?.rows.filter((c) => !c.closedAt) ?? []
  const closed = data?.rows.filter((c) => c.closedAt) ?? []
  return (
    <Page title={w('我的办件', 'My cases')} back="/" bar>
      <Stale at={at} failed={failed} />
      {unsent.length > 0 ? (
        <div className="rows">
          <RowLink
            to="/waiting"
            title={<strong>{w(`${unsent.length} 件还没有发出`, `${unsent.length} not sent yet`)}</strong>}
            sub={unsent.map((e) => e.title).join('、')}
          />
        </div>
      ) : null}
      {data ? null : <Skeleton lines={6} />}
      {open.length > 0 ? (
        <section className="section">
          <h2>{w('正在办', 'Under way')}</h2>
          <div className="rows">
            {open.map((c) => (
              <Row key={c.id} c={c} />
            ))}
          </div>
        </section>
      ) : null}
      {closed.length > 0 ? (
        <section className="section">
          <h2>{w('已办结', 'Closed')}</h2>
          <div className="rows">
            {closed.map((c) => (
              <Row key={c.id} c={c} />
            ))}
          </div>
        </section>
      ) : null}
      {data?.rows.length === 0 ? (
        <>
          <p>{w('您还没有办过事。申请后，进度、答复都在这里看。', 'Nothing yet. After you apply, progress and answers are shown here.')}</p>
          <Link href="/services" className="button primary">
            {w('看看能办什么', 'See what there is')}
          </Link>
        </>
      ) : null}
    </Page>
  )
}

/** Everything I have applied for, and how it stands. */
export const MyCasesPage = () => {
  const { me } = useMe()
  return (
    <SignedIn title={w('我的办件', 'My cases')} back="/" why={w('登录后看自己的办件进度。', 'Sign in to see how your cases stand.')}>
      {me?.person ? <Mine person={me.person.id} /> : null}
    </SignedIn>
  )
}
