import { rights } from '@gongyou/contract/kit/right.ts'
import { useMutation, useQuery } from '@tanstack/react-query'
import { App, Button, Form, Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { ask, asking } from '../../kit/api.ts'
import { FormModal } from '../../kit/FormModal.tsx'
import { language } from '../../kit/language.ts'
import { useMe } from '../../kit/me.ts'
import { Sheet } from '../../kit/Sheet.tsx'
import { w } from '../../kit/text.ts'

export const rightName = (code: string) => (code in rights ? rights[code as keyof typeof rights][language()] : code)
type Fields = { name: string; rights: (keyof typeof rights)[]; days: number }

/** Tokens for programs: named, narrower than their owner, shown once. */
export const Tokens = () => {
  const me = useMe()
  const { modal } = App.useApp()
  const [adding, setAdding] = useState(false)
  const list = useQuery(asking('listMyApiTokens', {}))
  const revoke = useMutation({ mutationFn: (id: string) => ask('revokeApiToken', { params: { id } }), onSuccess: () => list.refetch() })
  const mine = [...new Set(me.posts.filter((p) => p.via === 'post').flatMap((p) => p.rights))]
  const shown = (made: { token: string }) => {
    setAdding(false)
    void list.refetch()
    modal.success({
      title: w('请现在抄下令牌，它不会再显示', 'Copy the token now; it will not be shown again'),
      content: <code style={{ wordBreak: 'break-all' }}>{made.token}</code>,
      width: 560,
    })
  }
  return (
    <Sheet
      title={w('接口令牌', 'API tokens')}
      head={
        <Button size="small" onClick={() => setAdding(true)}>
          {w('新建', 'New')}
        </Button>
      }
    >
      {list.data?.rows.length === 0 && (
        <p className="quiet" style={{ margin: 0 }}>
          {w('没有令牌。给程序调用接口时才需要。', 'No token. Only programs need one.')}
        </p>
      )}
      {list.data?.rows.map((t) => (
        <div key={t.id} style={{ display: 'flex', gap: 8, padding: '4px 0' }}>
          <span style={{ flex: 1 }}>
            {t.name}
            <br />
            <span className="quiet small">
              {w('到期 ', 'Until ')}
              {t.expiresAt.slice(0, 10)} · {t.rights?.map(rightName).join('、')}
            </span>
          </span>
          <Button size="small" type="text" onClick={() => revoke.mutate(t.id)}>
            {w('作废', 'Revoke')}
          </Button>
        </div>
      ))}
      {adding && (
        <FormModal<Fields, { token: string }>
          title={w('新建接口令牌', 'New API token')}
          ok={w('新建', 'Make')}
          initial={{ days: 90 }}
          save={(f) => ask('createApiToken', { body: f })}
          onClose={() => setAdding(false)}
          onDone={shown}
        >
          <Form.Item
            name="name"
            label={w('用在哪里', 'What for')}
            rules={[{ required: true, min: 2, message: w('请写明用途', 'Say what it is for') }]}
          >
            <Input maxLength={60} />
          </Form.Item>
          <Form.Item
            name="rights"
            label={w('权限（只给用得到的）', 'Rights (only what is needed)')}
            rules={[{ required: true, message: w('请选择', 'Choose') }]}
          >
            <Select mode="multiple" options={mine.map((value) => ({ value, label: rightName(value) }))} />
          </Form.Item>
          <Form.Item name="days" label={w('有效天数（最多 365）', 'Days (365 at most)')}>
            <InputNumber min={1} max={365} style={{ width: '100%' }} />
          </Form.Item>
        </FormModal>
      )}
    </Sheet>
  )
}
