import type { Application } from '@gongyou/contract/membership/routes.ts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { App, Button, Input, Skeleton } from 'antd'
import { useState } from 'react'
import { ask, asking } from '../../kit/api.ts'
import { Failure, wordsOf } from '../../kit/Failure.tsx'
import { useMay } from '../../kit/me.ts'
import { takeFocus, usePanel } from '../../kit/panel.ts'
import { w } from '../../kit/text.ts'
import { channelName, occupationName } from '../../kit/words.ts'
import { checkSays } from './check-words.ts'
import { statusWord } from './status-word.ts'

const verdict = { passed: () => w('通过', 'Passed'), look: () => w('请看', 'Look'), failed: () => w('不符', 'Failed') }
const phrases = () => [
  w('证件号码与姓名不一致，请核对后重新提交', 'Name and ID number do not agree; please check and send again'),
  w('请补充所在平台或单位', 'Please add your platform or employer'),
  w('您已在其他单位入会，请办理会籍接转', 'You belong to another union; ask for a transfer'),
]

const Facts = ({ a }: { a: Application }) => (
  <dl className="pairs">
    <dt>{w('受理号', 'Number')}</dt>
    <dd>{a.number}</dd>
    <dt>{w('姓名', 'Name')}</dt>
    <dd>
      <Link to={'/people/$id' as string} params={{ id: a.person.id } as never}>
        {a.person.name}
      </Link>
    </dd>
    <dt>{w('手机', 'Phone')}</dt>
    <dd>{a.mobile}</dd>
    <dt>{w('证件后四位', 'ID ends')}</dt>
    <dd>{a.idLast4 ?? '—'}</dd>
    <dt>{w('职业', 'Occupation')}</dt>
    <dd>{occupationName(a.occupation)}</dd>
    <dt>{w('单位或平台', 'Employer or platforms')}</dt>
    <dd>{[a.employer, ...a.platforms].filter(Boolean).join('、') || '—'}</dd>
    <dt>{w('申请加入', 'Wants to join')}</dt>
    <dd>{a.org.name}</dd>
    <dt>{w('入会方式', 'Channel')}</dt>
    <dd>{channelName(a.channel)}</dd>
    <dt>{w('答复期限', 'Answer by')}</dt>
    <dd>{a.dueOn}</dd>
  </dl>
)

/** One application with what the machine checked, and the decision. */
export const ApplicationPanel = ({ id, onClose }: { id: string; onClose: () => void }) => {
  const { message } = App.useApp()
  const queries = useQueryClient()
  const may = useMay()
  usePanel(onClose)
  const one = useQuery(asking('getApplication', { params: { id } }))
  const [asked, setAsked] = useState<'return' | 'refuse' | null>(null)
  const [reason, setReason] = useState('')
  const decide = useMutation({
    mutationFn: (act: 'approve' | 'return' | 'refuse') => {
      const { version } = one.data!
      if (act === 'approve') return ask('approveApplication', { params: { id }, body: { version } })
      return ask(act === 'return' ? 'returnApplication' : 'refuseApplication', { params: { id }, body: { version, reason } })
    },
    onSuccess: (done) => {
      message.success(
        done.status === 'approved'
          ? w(`${done.person.name}已入会，已通知本人`, `${done.person.name} has joined and been told`)
          : w(`已${done.status === 'returned' ? '退回' : '答复'}，已通知本人`, 'Answered; the person has been told'),
      )
      void queries.invalidateQueries()
      onClose()
    },
    onError: () => queries.invalidateQueries({ queryKey: ['getApplication'] }),
  })
  if (one.isError)
    return (
      <div className="sheet panel">
        <Failure error={one.error} />
      </div>
    )
  if (!one.data)
    return (
      <div className="sheet panel">
        <Skeleton active style={{ padding: 16 }} />
      </div>
    )
  const a = one.data
  return (
    <aside className="sheet panel" aria-label={w('入会申请', 'Application')} tabIndex={-1} ref={takeFocus}>
      <header>
        <h2 style={{ margin: 0 }}>{a.person.name}</h2>
        <span className="quiet">{statusWord(a.status)}</span>
        <span style={{ flex: 1 }} />
        <Button size="small" type="text" onClick={onClose}>
          {w('关闭', 'Close')}
        </Button>
      </header>
      <div className="body">
        <Facts a={a} />
        <h2 style={{ marginTop: 20 }}>{w('自动核验', 'Automatic checks')}</h2>
        <ul className="checks">
          {a.checks.map((c) => (
            <li key={c.code} className={c.verdict}>
              <b>{verdict[c.verdict]()}</b>
              <span>{checkSays(c)}</span>
            </li>
          ))}
        </ul>
        {a.reason && (
          <p className="quiet">
            {w('意见：', 'Reason: ')}
            {a.reason}
          </p>
        )}
        {asked && (
          <div style={{ marginTop: 16 }}>
            <h2>
              {asked === 'return' ? w('退回补正：请写明缺什么', 'Return: say what is missing') : w('不予入会：请写明理由', 'Refuse: give the reason')}
            </h2>
            <Input.TextArea
              aria-label={w('理由', 'Reason')}
              value={reason}
              onChange={(e) => setReason(e.target.value)}
              autoSize={{ minRows: 3 }}
              maxLength={300}
              showCount
              autoFocus
            />
            <p className="small">
              {phrases().map((p) => (
                <Button
                  key={p}
                  size="small"
                  type="link"
                  style={{ paddingInline: 0, whiteSpace: 'normal', textAlign: 'left', height: 'auto', minHeight: 28 }}
                  onClick={() => setReason(p)}
                >
                  {p}
                </Button>
              ))}
            </p>
          </div>
        )}
        {decide.isError && (
          <p role="alert" style={{ color: 'var(--red)' }}>
            {wordsOf(decide.error)}
          </p>
        )}
      </div>
      {a.status === 'submitted' && may('membership.decide') && (
        <div className="acts">
          {asked ? (
            <>
              <Button type="primary" disabled={reason.trim().length < 2} loading={decide.isPending} onClick={() => decide.mutate(asked)}>
                {asked === 'return' ? w('退回', 'Return') : w('不予入会', 'Refuse')}
              </Button>
              <Button onClick={() => setAsked(null)}>{w('返回', 'Back')}</Button>
            </>
          ) : (
            <>
              <Button type="primary" loading={decide.isPending} onClick={() => decide.mutate('approve')}>
                {w('同意入会', 'Approve')}
              </Button>
              <Button onClick={() => setAsked('return')}>{w('退回补正', 'Return')}</Button>
              <Button type="text" onClick={() => setAsked('refuse')}>
                {w('不予入会', 'Refuse')}
              </Button>
            </>
          )}
        </div>
      )}
    </aside>
  )
}
