import type { CaseView } from '@gongyou/contract/cases/shapes.ts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { Link, useParams } from 'wouter'
import { asking } from '../../kit/api.ts'
import { Button } from '../../kit/Button.tsx'
import { isUnreached, wordsOf } from '../../kit/failure.ts'
import { say } from '../../kit/language.ts'
import { useMe } from '../../kit/me.ts'
import { Notice } from '../../kit/Notice.tsx'
import { Page } from '../../kit/Page.tsx'
import { RowLink } from '../../kit/Row.tsx'
import { SignedIn } from '../../kit/SignedIn.tsx'
import { Skeleton } from '../../kit/Skeleton.tsx'
import { w } from '../../kit/text.ts'
import { saidByUnion, standingOf, wayOf } from './case-words.ts'
import './cases.css'
import { Filled, History, Papers, Said } from './Filed.tsx'
import { useOutbox } from './outbox.ts'
import { Rate } from './Rate.tsx'
import { startSending } from './sending.ts'
import { StepForm } from './StepForm.tsx'
import { Supply } from './Supply.tsx'
import { MoreWays } from './MoreWays.tsx'

const Way = ({ view }: { view: CaseView }) => (
  <ol className="way" aria-label={w('办理进度', 'Progress')}>
    {wayOf(view).map((stop) => (
      <li key={stop.name} className={stop.at} aria-current={stop.at === 'now' || stop.at === 'end' ? 'step' : undefined}>
        {stop.name}
        {stop.at === 'past' ? <span className="unseen">{w('（已过）', ' (done)')}</span> : null}
      </li>
    ))}
  </ol>
)

const Standing = ({ view, waits }: { view: CaseView; waits: boolean }) => {
  if (waits)
    return (
      <Notice tone="due" title={w('补充的材料已保存，联网后提交', 'What you supplied is saved; sent when connected')}>
        <Link className="link" href="/waiting">
          {w('看等待提交的', 'See what waits')}
        </Link>
      </Notice>
    )
  const { tone, title, text } = standingOf(view)
  return (
    <Notice tone={tone} title={title}>
      {text ? <p className="spoken">{text}</p> : null}
    </Notice>
  )
}

const One = ({ view, person }: { view: CaseView; person: string }) => {
  const entries = useOutbox(person).filter((e) => e.kind === 'supply' && e.caseId === view.id)
  const waits = entries.some((e) => e.state !== 'sent')
  const sent = entries.length - entries.filter((e) => e.state !== 'sent').length
  const client = useQueryClient()
  useEffect(startSending, [])
  useEffect(() => void client.invalidateQueries({ queryKey: ['getCase'] }), [sent])
  const appeal = view.related.find((r) => r.origin === 'appeal')
  const said = saidByUnion(view)
  return (
    <Page title={say(view.service.title)} back="/cases">
      <p className="small number">
        {w('编号', 'No.')} {view.number} · {view.org.name}
      </p>
      <Standing view={view} waits={waits} />
      {view.asked && view.ways.includes('supply') && !waits ? <Supply view={view} person={person} /> : null}
      {view.next.map((step) => (
        <StepForm key={step.code} view={view} step={step} />
      ))}
      {view.ways.includes('rate') ? <Rate id={view.id} /> : null}
      {view.stars === null ? null : <p className="small">{w(`您评了 ${view.stars} 分（满分 5 分）。`, `You gave ${view.stars} of 5.`)}</p>}
      <section className="section">
        <h2>{w('办理进度', 'Progress')}</h2>
        <Way view={view} />
      </section>
      {view.led.length > 0 ? (
        <div className="rows">
          {view.led.map((l) => (
            <RowLink key={l.id} to={`/activities/${l.id}`} title={l.title} sub={say(l.says)} />
          ))}
        </div>
      ) : null}
      {said.length > 0 ? <Said acts={said} /> : null}
      {appeal ? (
        <div className="rows">
          <RowLink
            to={`/cases/${appeal.id}`}
            title={w('您提出的异议', 'Your objection')}
            sub={`${appeal.number} · ${appeal.closed ? w('已答复', 'answered') : w('复核中', 'under review')}`}
          />
        </div>
      ) : null}
      <Filled view={view} />
      <Papers view={view} />
      <History acts={view.acts} />
      <MoreWays view={view} appealed={appeal !== undefined && !appeal.closed} />
    </Page>
  )
}

const Loaded = ({ id, person }: { id: string; person: string }) => {
  const found = useQuery(asking('getCase', { params: { id } }))
  if (found.data) return <One view={found.data} person={person} />
  return (
    <Page title={w('办件', 'Case')} back="/cases">
      {found.error ? (
        <>
          <Notice tone="due">
            {isUnreached(found.error)
              ? w('没有网络。为了保护您，办件内容不存在手机里，联网后才能看。', 'No network. To protect you, cases are not kept on the phone.')
              : wordsOf(found.error)}
          </Notice>
          <Button onClick={() => void found.refetch()} busy={found.isFetching}>
            {w('再试一次', 'Try again')}
          </Button>
        </>
      ) : (
        <Skeleton lines={8} />
      )}
    </Page>
  )
}

/** One of my cases: how it stands, what I can do now, what was said, what I filled in. */
export const CasePage = () => {
  const { id } = useParams<{ id: string }>()
  const { me } = useMe()
  return (
    <SignedIn title={w('办件', 'Case')} back="/" why={w('登录后看这一件的进度。', 'Sign in to see this case.')}>
      {me?.person ? <Loaded key={id} id={id} person={me.person.id} /> : null}
    </SignedIn>
  )
}
