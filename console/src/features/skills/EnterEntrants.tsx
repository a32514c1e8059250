import type { ReplyOf } from '@gongyou/contract/kit/route.ts'
import type { Routes } from '@gongyou/contract/routes.ts'
import { useMutation } from '@tanstack/react-query'
import { Button, Checkbox, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { ask } from '../../kit/api.ts'
import { wordsOf } from '../../kit/Failure.tsx'
import { w } from '../../kit/text.ts'
import { Unit } from './Panel.tsx'
import type { TradeOf } from './Trade.tsx'

type Seen = ReplyOf<Routes['enterEntrants']>['rows'][number]

/** One entrant a line; of a team the members follow after a colon. Several names in one line are several people. */
const peopleIn = (text: string, team: boolean) =>
  text
    .split(team ? /\n/ : /[\n、,，;；\t]/)
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => {
      const [name = '', members] = team ? line.split(/[:：]/) : [line]
      return { name: name.trim(), members: members ? members.split(/[、,，\s]+/).filter(Boolean) : [] }
    })

const word = (is: Seen['is']) =>
  ({
    known: w('已对上会员', 'member found'),
    unknown: w('名册里没有，按姓名录入', 'not in the registry; entered by name'),
    several: w('有同名，请选择', 'several of this name: choose'),
    'on-the-list': w('已在名单里', 'on the list already'),
    twice: w('写了两次', 'written twice'),
  })[is]
const blocks = (is: Seen['is'], picked: string | undefined) => is === 'on-the-list' || is === 'twice' || (is === 'several' && !picked)

/** Names of one unit: pasted, looked up, shown, and only then entered. */
export const EnterEntrants = ({ trade, onClose, onDone }: { trade: TradeOf; onClose: () => void; onDone: () => void }) => {
  const [unit, setUnit] = useState<{ id: string; name: string }>()
  const [text, setText] = useState('')
  const [consents, setConsents] = useState(false)
  const [picked, setPicked] = useState<Record<number, string>>({})
  const people = peopleIn(text, trade.team)
  const send = (dry: boolean) =>
    ask('enterEntrants', {
      params: { id: trade.id },
      body: { unit: unit!.id, dry, people: people.map((p, i) => ({ ...p, consents, ...(picked[i] ? { person: picked[i] } : {}) })) },
    })
  const look = useMutation({ mutationFn: () => send(true) })
  const save = useMutation({ mutationFn: () => send(false), onSuccess: onDone })
  const rows = look.data?.rows ?? []
  const left = rows.filter((r, i) => blocks(r.is, picked[i])).length
  const change = (next: string) => {
    setText(next)
    setPicked({})
    look.reset()
    save.reset()
  }
  const error = look.error ?? save.error
  return (
    <Modal
      open
      title={w(`录入参赛者 · ${trade.name}`, `Enter people · ${trade.name}`)}
      onCancel={onClose}
      width={640}
      footer={
        <>
          <Button onClick={() => look.mutate()} disabled={!unit || people.length === 0} loading={look.isPending}>
            {w('核对名单', 'Check')}
          </Button>
          <Button type="primary" onClick={() => save.mutate()} disabled={rows.length === 0 || left > 0} loading={save.isPending}>
            {rows.length > 0 ? w(`录入 ${rows.length} ${trade.team ? '队' : '人'}`, `Enter ${rows.length}`) : w('录入', 'Enter')}
          </Button>
        </>
      }
    >
      <label htmlFor="unit" style={{ display: 'block' }}>
        {w('单位', 'Unit')}
      </label>
      <Unit
        id="unit"
        value={unit}
        onChange={(v) => {
          setUnit(v as { id: string; name: string } | undefined)
          look.reset()
        }}
      />
      <label htmlFor="names" style={{ display: 'block', marginTop: 12 }}>
        {trade.team
          ? w('每行一队，队名后加冒号写队员', 'One team a line, members after a colon')
          : w('姓名，每行一个，也可以直接粘贴一列', 'Names, one a line; a column may be pasted')}
      </label>
      <Input.TextArea id="names" rows={6} value={text} onChange={(e) => change(e.target.value)} />
      <p style={{ margin: '8px 0' }}>
        <Checkbox checked={consents} onChange={(e) => setConsents(e.target.checked)}>
          {w('本人已同意：获奖后列入技能人才库', 'They have agreed to stand in the pool of skilled people if they win')}
        </Checkbox>
      </p>
      {rows.length > 0 && (
        <ul style={{ margin: 0, padding: 0, listStyle: 'none', maxHeight: 260, overflowY: 'auto' }} aria-label={w('核对结果', 'Check')}>
          {rows.map((r, i) => (
            <li key={`${i}${r.name}`} style={{ display: 'flex', gap: 12, alignItems: 'center', minHeight: 32 }}>
              <span style={{ width: 120 }}>{r.name}</span>
              <span style={blocks(r.is, picked[i]) ? { color: 'var(--red)' } : { color: 'var(--ink-2)' }}>{word(r.is)}</span>
              {r.is === 'several' && (
                <Select
                  size="small"
                  style={{ width: 220 }}
                  aria-label={w(`选择${r.name}`, `Choose ${r.name}`)}
                  placeholder={w('手机号、证件后四位', 'Phone, last four of the ID')}
                  value={picked[i] ?? null}
                  options={r.found.map((f) => ({ value: f.id, label: [f.mobile, f.idLast4].filter(Boolean).join(' · ') }))}
                  onChange={(v) => setPicked({ ...picked, [i]: v })}
                />
              )}
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
