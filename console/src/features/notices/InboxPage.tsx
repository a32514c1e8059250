import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Skeleton } from 'antd'
import { ask, asking } from '../../kit/api.ts'
import { Failure } from '../../kit/Failure.tsx'
import { language } from '../../kit/language.ts'
import { w } from '../../kit/text.ts'
import { instant } from '../../kit/times.ts'

/** The one inbox: everything that was sent to me, unread first seen. */
export const InboxPage = () => {
  const queries = useQueryClient()
  const inbox = useQuery(asking('listMyMessages', { query: { limit: 100 } }))
  const again = () => {
    for (const key of ['listMyMessages', 'whoAmI']) void queries.invalidateQueries({ queryKey: [key] })
  }
  const read = useMutation({ mutationFn: (id: string) => ask('readMessage', { params: { id } }), onSuccess: again })
  const all = useMutation({ mutationFn: () => ask('readAllMessages', {}), onSuccess: again })
  const rows = inbox.data?.rows ?? []
  return (
    <>
      <div className="page-head">
        <h1>{w('收件箱', 'Inbox')}</h1>
        <span className="spring" />
        {rows.some((m) => !m.readAt) && (
          <Button loading={all.isPending} onClick={() => all.mutate()}>
            {w('全部标为已读', 'Mark all as read')}
          </Button>
        )}
      </div>
      {inbox.isError && <Failure error={inbox.error} onRetry={() => inbox.refetch()} />}
      {inbox.isPending && <Skeleton active />}
      {inbox.data && (
        <section className="sheet">
          {rows.length === 0 && <p className="empty">{w('没有消息', 'No messages')}</p>}
          {rows.map((m) => (
            <article key={m.id} style={{ display: 'flex', gap: 16, padding: '12px 16px', borderBottom: '1px solid var(--line)' }}>
              <div style={{ flex: 1 }}>
                <div style={{ fontWeight: m.readAt ? 400 : 600 }}>{m.title[language()]}</div>
                <div className="quiet">{m.body[language()]}</div>
                <div className="quiet small">{instant(m.at)}</div>
              </div>
              {m.link?.startsWith('/console/') && (
                <a href={m.link} onClick={() => read.mutate(m.id)}>
                  {w('去办理', 'Open')}
                </a>
              )}
              {!m.readAt && (
                <Button size="small" type="text" onClick={() => read.mutate(m.id)}>
                  {w('已读', 'Read')}
                </Button>
              )}
            </article>
          ))}
        </section>
      )}
    </>
  )
}
