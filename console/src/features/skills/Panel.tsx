import type { Contest } from '@gongyou/contract/skills/shapes.ts'
import { useMutation } from '@tanstack/react-query'
import { App, Button, Form, Input } from 'antd'
import { useState } from 'react'
import { ask } from '../../kit/api.ts'
import { wordsOf } from '../../kit/Failure.tsx'
import { OrganisationPicker, PersonPicker } from '../../kit/form/pickers.tsx'
import { FormModal } from '../../kit/FormModal.tsx'
import { Sheet } from '../../kit/Sheet.tsx'
import { w } from '../../kit/text.ts'
import { JudgeLink } from './JudgeLink.tsx'

type Fields = { person: { id: string }; unit: { id: string } }
type Given = { id?: string; value?: unknown; onChange?: (v: unknown) => void }
const needed = [{ required: true, message: w('请选择', 'Choose') }]

export const Person = ({ id = 'person', value, onChange }: Given) => <PersonPicker id={id} value={value as never} onChange={(v) => onChange?.(v)} />
export const Unit = ({ id = 'unit', value, onChange }: Given) => <OrganisationPicker id={id} value={value as never} onChange={(v) => onChange?.(v)} />

/** 评委库: from it judges are drawn; who is of an entrant's unit is left out by the draw, and by the database. */
export const Panel = ({ c, again }: { c: Contest; again: () => void }) => {
  const { message } = App.useApp()
  const [adding, setAdding] = useState<'ours' | 'outside' | null>(null)
  const [linking, link] = useState<string>()
  const done = () => {
    setAdding(null)
    again()
  }
  const judge = c.panel.find((j) => j.person.id === linking)
  const remove = useMutation({
    mutationFn: (person: string) => ask('removeJudge', { params: { id: c.id, person } }),
    onSuccess: again,
    onError: (e) => void message.error(wordsOf(e)),
  })
  return (
    <Sheet
      title={w(`评委库 ${c.panel.length} 人`, `Panel: ${c.panel.length}`)}
      head={
        <span className="contest-acts">
          <Button size="small" onClick={() => setAdding('ours')}>
            {w('增加评委', 'Add')}
          </Button>
          <Button size="small" onClick={() => setAdding('outside')}>
            {w('外聘评委', 'From outside')}
          </Button>
        </span>
      }
    >
      {c.panel.length === 0 ? (
        <p className="quiet" style={{ margin: 0 }}>
          {w(
            '抽签前先把评委列进来，写明各自所在单位；抽签自动回避同单位的参赛者。',
            'List judges with their units before the draw; it leaves out those of an entrant’s unit.',
          )}
        </p>
      ) : (
        <ul style={{ margin: 0, padding: 0, listStyle: 'none' }}>
          {c.panel.map((j) => (
            <li key={j.person.id} style={{ display: 'flex', gap: 8, alignItems: 'center', minHeight: 32 }}>
              <span>{j.person.name}</span>
              <span className="quiet small" style={{ flex: 1 }}>
                {j.unit.name}
              </span>
              {c.state !== 'awarded' && (
                <Button
                  type="text"
                  size="small"
                  aria-label={w(`${j.person.name}的评委链接`, `Link of ${j.person.name}`)}
                  onClick={() => link(j.person.id)}
                >
                  {j.link ? (j.link.opened ? w('已打开', 'Opened') : w('已发链接', 'Link made')) : w('链接', 'Link')}
                </Button>
              )}
              {c.state !== 'awarded' && (
                <Button
                  type="text"
                  size="small"
                  aria-label={w(`移出 ${j.person.name}`, `Remove ${j.person.name}`)}
                  onClick={() => remove.mutate(j.person.id)}
                >
                  {w('移出', 'Remove')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {adding === 'ours' && (
        <FormModal<Fields>
          title={w('增加评委', 'Add a judge')}
          ok={w('增加', 'Add')}
          save={(f) => ask('addJudges', { params: { id: c.id }, body: { judges: [{ person: f.person.id, unit: f.unit.id }] } })}
          onClose={() => setAdding(null)}
          onDone={done}
        >
          <Form.Item name="person" label={w('评委', 'Judge')} rules={needed}>
            <Person />
          </Form.Item>
          <Form.Item name="unit" label={w('所在单位（回避用）', 'His own unit')} rules={needed}>
            <Unit />
          </Form.Item>
        </FormModal>
      )}
      {adding === 'outside' && (
        <FormModal<{ name: string; from: string }>
          title={w('增加外聘评委', 'Add a judge from outside')}
          ok={w('增加', 'Add')}
          says={w('不在会员名册里的评委：登记姓名和来处，凭链接评分，不用账号。', 'Somebody of no union here: entered by name, scores by a link.')}
          save={(f) => ask('addOutsideJudge', { params: { id: c.id }, body: f })}
          onClose={() => setAdding(null)}
          onDone={done}
        >
          <Form.Item name="name" label={w('姓名', 'Name')} rules={needed}>
            <Input maxLength={40} />
          </Form.Item>
          <Form.Item name="from" label={w('单位或职务', 'Where from')} rules={needed}>
            <Input maxLength={60} />
          </Form.Item>
        </FormModal>
      )}
      {judge && <JudgeLink contest={c.id} judge={judge} onClose={() => link(undefined)} again={again} />}
    </Sheet>
  )
}
