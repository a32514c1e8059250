import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'
import type { Message } from '@gongyou/contract/notices/routes.ts'
import { ask } from '../../kit/api.ts'
import { Button } from '../../kit/Button.tsx'
import { moment } from '../../kit/day.ts'
import { useKept } from '../../kit/kept.ts'
import { say } from '../../kit/language.ts'
import { Page } from '../../kit/Page.tsx'
import { SignedIn } from '../../kit/SignedIn.tsx'
import { Skeleton } from '../../kit/Skeleton.tsx'
import { Stale } from '../../kit/Stale.tsx'
import { w } from '../../kit/text.ts'
import './inbox.css'

const inside = (link: string | null) => (link?.startsWith('/m/') ? link.slice(2) : null)

const Line = ({ message: m, open, toggle }: { message: Message; open: boolean; toggle: () => void }) => {
  const to = inside(m.link)
  return (
    <li className={m.readAt ? 'message' : 'message unread'}>
      <button type="button" className="row" aria-expanded={open} onClick={toggle}>
        <span className="text">
          <span className="title">
            {say(m.title)}
            {m.readAt ? null : <span className="unseen">{w('（未读）', ' (unread)')}</span>}
          </span>
          <span className="sub">{moment(m.at)}</span>
        </span>
      </button>
      {open ? (
        <div className="body">
          <p>{say(m.body)}</p>
          {to ? (
            <Link className="link" href={to}>
              {w('去看看', 'Open')}
            </Link>
          ) : null}
        </div>
      ) : null}
    </li>
  )
}

const Inbox = () => {
  const inbox = useKept('listMyMessages')
  const [opened, setOpened] = useState<string | null>(null)
  const client = useQueryClient()
  const renew = () =>
    void Promise.all([client.invalidateQueries({ queryKey: ['listMyMessages'] }), client.invalidateQueries({ queryKey: ['whoAmI'] })])
  const read = useMutation({ mutationFn: (id: string) => ask('readMessage', { params: { id } }), onSuccess: renew })
  const readAll = useMutation({ mutationFn: () => ask('readAllMessages', {}), onSuccess: renew })
  const toggle = (m: Message) => {
    setOpened(opened === m.id ? null : m.id)
    if (!m.readAt) read.mutate(m.id)
  }
  const { data } = inbox
  return (
    <Page title={w('消息', 'Messages')} bar>
      <Stale at={inbox.at} failed={inbox.failed} />
      {data && data.unread > 1 ? (
        <Button onClick={() => readAll.mutate()} busy={readAll.isPending}>
          {w(`${data.unread} 条未读，全部标为已读`, `Mark all ${data.unread} as read`)}
        </Button>
      ) : null}
      {data && data.rows.length > 0 ? (
        <ul className="rows">
          {data.rows.map((m) => (
            <Line key={m.id} message={m} open={opened === m.id} toggle={() => toggle(m)} />
          ))}
        </ul>
      ) : null}
      {data ? null : <Skeleton lines={6} />}
      {data?.rows.length === 0 ? (
        <p>{w('还没有消息。入会结果、办件进度都会发到这里。', 'No messages yet. Results and progress will arrive here.')}</p>
      ) : null}
    </Page>
  )
}

/** The one inbox. */
export const InboxPage = () => (
  <SignedIn title={w('消息', 'Messages')} bar why={w('登录后能看到发给您的消息。', 'Sign in to see your messages.')}>
    <Inbox />
  </SignedIn>
)
