import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, DatePicker, Form, Input, Skeleton } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useState } from 'react'
import { ask, asking } from '../../kit/api.ts'
import { Failure, wordsOf } from '../../kit/Failure.tsx'
import { FormModal } from '../../kit/FormModal.tsx'
import { takeFocus, usePanel } from '../../kit/panel.ts'
import { w } from '../../kit/text.ts'
import { postName } from '../../kit/words.ts'
import { PostFields } from './PostFields.tsx'
import { showCode } from './show-code.tsx'
import { rightName } from './Tokens.tsx'

type Act = 'post' | 'disable' | 'enable' | 'reset' | { endPost: string } | null
const Because = () => (
  <Form.Item name="because" label={w('原因', 'Reason')} rules={[{ required: true, min: 2, message: w('请写明原因', 'Give the reason') }]}>
    <Input maxLength={300} />
  </Form.Item>
)

/** One account: posts with the rights that follow, and what an administrator may do. */
export const AccountPanel = ({ id, onClose }: { id: string; onClose: () => void }) => {
  const { modal, message } = App.useApp()
  const queries = useQueryClient()
  const [act, setAct] = useState<Act>(null)
  usePanel(onClose)
  const one = useQuery(asking('getAccount', { params: { id } }))
  const code = useMutation({
    mutationFn: () => ask('issueSignInCode', { params: { id } }),
    onSuccess: (made) => showCode(modal, made),
    onError: (e) => message.error(wordsOf(e)),
  })
  const close = () => setAct(null)
  const done = () => {
    close()
    message.success(w('已保存', 'Saved'))
    for (const key of ['getAccount', 'listAccounts']) void queries.invalidateQueries({ queryKey: [key] })
  }
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
    <aside className="sheet panel" aria-label={a.person.name} tabIndex={-1} ref={takeFocus}>
      <header>
        <h2 style={{ margin: 0 }}>{a.person.name}</h2>
        <span className="quiet">{a.login}</span>
        <span style={{ flex: 1 }} />
        <Button size="small" type="text" onClick={onClose}>
          {w('关闭', 'Close')}
        </Button>
      </header>
      <div className="body">
        {a.disabledAt && <p style={{ color: 'var(--red)', marginTop: 0 }}>{w('账号已停用', 'This account is disabled')}</p>}
        <h2>{w('岗位与权限', 'Posts and rights')}</h2>
        {a.posts.length === 0 && <p className="quiet">{w('没有岗位，登录后什么也看不到', 'No post: nothing can be seen after signing in')}</p>}
        {a.posts.map((p) => (
          <div key={p.id} style={{ padding: '4px 0' }}>
            <div style={{ display: 'flex', gap: 8 }}>
              <span style={{ flex: 1 }}>
                {p.org.name} · {postName(p.post)}
              </span>
              {p.standing && (
                <Button size="small" type="text" onClick={() => setAct({ endPost: p.id })}>
                  {w('结束任职', 'End')}
                </Button>
              )}
            </div>
            <div className="quiet small">
              {p.from} — {p.to ?? w('至今', 'now')} · {p.rights.map(rightName).join('、')}
            </div>
          </div>
        ))}
      </div>
      <div className="acts">
        <Button onClick={() => setAct('post')}>{w('任命岗位', 'Give a post')}</Button>
        <Button onClick={() => code.mutate()} loading={code.isPending}>
          {w('发一次性登录码', 'One-time code')}
        </Button>
        <Button type="text" onClick={() => setAct('reset')}>
          {w('重置登录保护', 'Reset second factor')}
        </Button>
        <Button type="text" onClick={() => setAct(a.disabledAt ? 'enable' : 'disable')}>
          {a.disabledAt ? w('恢复账号', 'Enable') : w('停用账号', 'Disable')}
        </Button>
      </div>
      {act === 'post' && (
        <FormModal<{ post: never; org: string }>
          title={w('任命岗位', 'Give a post')}
          ok={w('任命', 'Give')}
          save={(f) => ask('givePost', { params: { id }, body: f })}
          onClose={close}
          onDone={done}
        >
          <PostFields />
        </FormModal>
      )}
      {act === 'reset' && (
        <FormModal<{ because: string }>
          danger
          title={w('重置登录保护', 'Reset second factor')}
          ok={w('重置', 'Reset')}
          says={w('本人换了手机时使用；重置前请核实身份。', 'For somebody with a new phone; make sure of the identity first.')}
          save={(f) => ask('resetSecondFactor', { params: { id }, body: f })}
          onClose={close}
          onDone={done}
        >
          <Because />
        </FormModal>
      )}
      {act === 'disable' && (
        <FormModal<{ because: string }>
          danger
          title={w(`停用${a.person.name}的账号`, `Disable ${a.person.name}`)}
          ok={w('停用', 'Disable')}
          says={w('立即退出登录，可以随时恢复。', 'Signed out at once; can be enabled again.')}
          save={(f) => ask('disableAccount', { params: { id }, body: f })}
          onClose={close}
          onDone={done}
        >
          <Because />
        </FormModal>
      )}
      {act === 'enable' && (
        <FormModal<{ because: string }>
          title={w('恢复账号', 'Enable account')}
          ok={w('恢复', 'Enable')}
          save={(f) => ask('enableAccount', { params: { id }, body: f })}
          onClose={close}
          onDone={done}
        >
          <Because />
        </FormModal>
      )}
      {act && typeof act === 'object' && (
        <FormModal<{ on: Dayjs; because: string }>
          title={w('结束任职', 'End a post')}
          ok={w('结束', 'End')}
          initial={{ on: dayjs() }}
          save={(f) => ask('endPost', { params: { id: act.endPost }, body: { on: f.on.format('YYYY-MM-DD'), because: f.because } })}
          onClose={close}
          onDone={done}
        >
          <Form.Item name="on" label={w('任职最后一天', 'Last day in office')} rules={[{ required: true }]}>
            <DatePicker style={{ width: '100%' }} />
          </Form.Item>
          <Because />
        </FormModal>
      )}
    </aside>
  )
}
