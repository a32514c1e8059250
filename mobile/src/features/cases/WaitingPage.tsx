import { useEffect, useState } from 'react'
import { useLocation, useParams } from 'wouter'
import { Link } from 'wouter'
import { Button } from '../../kit/Button.tsx'
import { moment } from '../../kit/day.ts'
import { useMe } from '../../kit/me.ts'
import { useOnline } from '../../kit/network.ts'
import { Notice } from '../../kit/Notice.tsx'
import { Page } from '../../kit/Page.tsx'
import { RowLink } from '../../kit/Row.tsx'
import { SignedIn } from '../../kit/SignedIn.tsx'
import { w } from '../../kit/text.ts'
import './cases.css'
import { keepDraft, ofCase } from './draft.ts'
import { type Waiting, drop, sealedOf, useOutbox } from './outbox.ts'
import { Received } from './Received.tsx'
import { sendWaiting, startSending } from './sending.ts'

const standing = (e: Waiting) =>
  ({
    waiting: w('等联网后提交', 'Sent when connected'),
    sent: w('已提交', 'Handed in'),
    refused: w('没有被接收，请改一改', 'Not taken; please change it'),
    lacking: w('还要补填', 'Something to fill in again'),
  })[e.state]

/** Back into the form with everything that was filled in. */
const useReturn = () => {
  const [, go] = useLocation()
  return async (e: Waiting) => {
    const answers = { ...e.answers, ...sealedOf(e) }
    if (e.kind === 'supply') await keepDraft(e.person, ofCase(e.caseId), e.form, answers, e.said)
    else await keepDraft(e.person, e.code, e.form, answers)
    await drop(e.id, false)
    go(e.kind === 'supply' ? `/cases/${e.caseId}` : `/services/${e.code}/apply`)
  }
}

const One = ({ entry: e }: { entry: Waiting }) => {
  const online = useOnline()
  const back = useReturn()
  const [, go] = useLocation()
  const [sending, setSending] = useState(false)
  const [asking, ask] = useState(false)
  if (e.state === 'sent') return <Received entry={e} />
  const again = async () => {
    setSending(true)
    await sendWaiting()
    setSending(false)
  }
  const waits = e.state === 'waiting'
  return (
    <Page
      title={waits ? w('已保存，联网后提交', 'Saved; sent when connected') : standing(e)}
      back="/waiting"
      foot={
        waits ? (
          <Link href="/" className="button primary">
            {w('回首页', 'Home')}
          </Link>
        ) : (
          <Button look="primary" onClick={() => void back(e)}>
            {w('去修改', 'Change it')}
          </Button>
        )
      }
    >
      <p>
        <b>{e.title}</b>
        <br />
        <span className="small">{w(`${moment(e.at)} 填好`, `Filled in ${moment(e.at)}`)}</span>
      </p>
      {e.says ? <Notice tone={waits ? 'due' : 'wrong'}>{e.says}</Notice> : null}
      {waits ? (
        <>
          <p>
            {w(
              '填的内容和照片都在这部手机里。有网络时会自动提交，不会重复；提交成功后给您编号。',
              'Everything, photos too, is on this phone. It is sent by itself when there is a network, once only; then you get its number.',
            )}
          </p>
          {e.sealed.length > 0 ? (
            <p className="small">
              {w(
                '收入、卡号这类敏感内容没有写进手机，关掉这个页面后要补填。',
                'Secret answers such as income are not written to the phone: after closing this page they must be filled in again.',
              )}
            </p>
          ) : null}
          <Button onClick={() => void again()} busy={sending}>
            {sending ? w('正在提交…', 'Sending…') : online ? w('现在提交', 'Send now') : w('再试一次', 'Try again')}
          </Button>
          <Button onClick={() => void back(e)}>{w('先不提交，再改改', 'Not yet; change it')}</Button>
        </>
      ) : null}
      {asking ? (
        <Notice tone="wrong" title={w(`不办“${e.title}”了？`, `Give up “${e.title}”?`)}>
          <p>{w('填的内容会从手机里删掉。', 'What you filled in will be removed from the phone.')}</p>
          <div className="takes">
            <Button onClick={() => ask(false)}>{w('留着', 'Keep it')}</Button>
            <Button
              onClick={async () => {
                await drop(e.id, true)
                go('/waiting', { replace: true })
              }}
            >
              {w('删掉', 'Remove')}
            </Button>
          </div>
        </Notice>
      ) : (
        <button type="button" className="link" onClick={() => ask(true)}>
          {w('不办了，删掉', 'Remove it')}
        </button>
      )}
    </Page>
  )
}

const List = ({ entries }: { entries: readonly Waiting[] }) => (
  <Page title={w('等待提交', 'Waiting to be sent')} back="/cases">
    {entries.length === 0 ? <p>{w('没有等待提交的内容，都发出去了。', 'Nothing waits; everything is sent.')}</p> : null}
    <div className="rows">
      {entries.map((e) => (
        <RowLink
          key={e.id}
          to={e.state === 'sent' && e.kind === 'supply' ? `/cases/${e.caseId}` : `/waiting/${e.id}`}
          title={e.title}
          sub={e.receipt ? `${standing(e)} · ${e.receipt.number}` : `${standing(e)} · ${moment(e.at)}`}
        />
      ))}
    </div>
  </Page>
)

const Mine = ({ person }: { person: string }) => {
  const { id } = useParams<{ id?: string }>()
  const entries = useOutbox(person)
  useEffect(startSending, [])
  const one = id ? entries.find((e) => e.id === id) : undefined
  return one ? <One entry={one} /> : <List entries={entries} />
}

/** What lies on this phone and has not been received yet, and what became of it. */
export const WaitingPage = () => {
  const { me } = useMe()
  return (
    <SignedIn title={w('等待提交', 'Waiting to be sent')} back="/" why={w('登录后接着提交。', 'Sign in to go on sending.')}>
      {me?.person ? <Mine person={me.person.id} /> : null}
    </SignedIn>
  )
}
