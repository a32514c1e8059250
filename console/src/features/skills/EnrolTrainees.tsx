import type { ReplyOf } from '@gongyou/contract/kit/route.ts'
import type { Routes } from '@gongyou/contract/routes.ts'
import { useMutation } from '@tanstack/react-query'
import { Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { ask } from '../../kit/api.ts'
import { wordsOf } from '../../kit/Failure.tsx'
import { w } from '../../kit/text.ts'
import type { ClassView } from './ClassPage.tsx'
import { Unit } from './Panel.tsx'

type Seen = ReplyOf<Routes['enrol']>['rows'][number]
const word = (is: Seen['is']) =>
  ({
    known: w('已对上会员', 'member found'),
    unknown: w('不在这个单位的会员名册里，请先登记', 'not among the members of this unit'),
    several: w('单位里有同名，请到个人页办理', 'several of this name in the unit'),
    'on-the-list': w('已经报名', 'enrolled already'),
    twice: w('写了两次', 'written twice'),
  })[is]

/** Names of one unit: pasted, looked up, shown, and only then enrolled. */
export const EnrolTrainees = ({ c, onClose, onDone }: { c: ClassView; onClose: () => void; onDone: () => void }) => {
  const [unit, setUnit] = useState<{ id: string; name: string }>()
  const [text, setText] = useState('')
  const names = text
    .split(/[\n、,，;；\t]/)
    .map((x) => x.trim())
    .filter(Boolean)
  const send = (dry: boolean) => ask('enrol', { params: { id: c.id }, body: { unit: unit!.id, names, dry } })
  const look = useMutation({ mutationFn: () => send(true) })
  const save = useMutation({ mutationFn: () => send(false), onSuccess: onDone })
  const rows = look.data?.rows ?? []
  const left = rows.filter((r) => r.is !== 'known').length
  const again = () => {
    look.reset()
    save.reset()
  }
  const error = look.error ?? save.error
  const free = c.seats === null ? null : Math.max(0, c.seats - c.trainees)
  return (
    <Modal
      open
      title={w('报名学员', 'Enrol people')}
      onCancel={onClose}
      width={560}
      footer={
        <>
          <Button onClick={() => look.mutate()} disabled={!unit || names.length === 0} loading={look.isPending}>
            {w('核对名单', 'Check')}
          </Button>
          <Button type="primary" onClick={() => save.mutate()} disabled={rows.length === 0 || left > 0} loading={save.isPending}>
            {rows.length > 0 ? w(`报名 ${rows.length} 人`, `Enrol ${rows.length}`) : w('报名', 'Enrol')}
          </Button>
        </>
      }
    >
      {free !== null && <p className="quiet">{w(`名额 ${c.seats}，还可报 ${free} 人`, `${c.seats} seats, ${free} free`)}</p>}
      <label htmlFor="unit" style={{ display: 'block' }}>
        {w('单位', 'Unit')}
      </label>
      <Unit
        id="unit"
        value={unit}
        onChange={(v) => {
          setUnit(v as { id: string; name: string } | undefined)
          again()
        }}
      />
      <label htmlFor="names" style={{ display: 'block', marginTop: 12 }}>
        {w('姓名，每行一个，也可以直接粘贴一列', 'Names, one a line; a column may be pasted')}
      </label>
      <Input.TextArea
        id="names"
        rows={6}
        value={text}
        onChange={(e) => {
          setText(e.target.value)
          again()
        }}
      />
      {rows.length > 0 && (
        <ul className="checked-names" aria-label={w('核对结果', 'Check')}>
          {rows.map((r, i) => (
            <li key={`${i}${r.name}`}>
              <span>{r.name}</span>
              <span style={{ color: r.is === 'known' ? 'var(--ink-2)' : 'var(--red)' }}>{word(r.is)}</span>
            </li>
          ))}
        </ul>
      )}
      {error && (
        <p role="alert" style={{ color: 'var(--red)', margin: '8px 0 0' }}>
          {wordsOf(error)}
        </p>
      )}
    </Modal>
  )
}
