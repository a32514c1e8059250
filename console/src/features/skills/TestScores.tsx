import { readScore, shownScore } from '@gongyou/contract/skills/scoring.ts'
import { useMutation } from '@tanstack/react-query'
import { Input, Modal } from 'antd'
import { useState } from 'react'
import { ask } from '../../kit/api.ts'
import { wordsOf } from '../../kit/Failure.tsx'
import { w } from '../../kit/text.ts'
import type { ClassView } from './ClassPage.tsx'
import { score } from './words.ts'

/** Results of the test, one a person; what is left empty stays as it is. */
export const TestScores = ({ c, onClose, onDone }: { c: ClassView; onClose: () => void; onDone: () => void }) => {
  const [typed, setTyped] = useState<Record<string, string>>(() =>
    Object.fromEntries(c.people.flatMap((t) => (t.score === null ? [] : [[t.person.id, shownScore(t.score)]]))),
  )
  const rows = Object.entries(typed).flatMap(([person, text]) => (text.trim() === '' ? [] : [{ person, score: readScore(text) }]))
  const wrong = rows.filter((r) => r.score === undefined || r.score < 0 || r.score > 100_000)
  const save = useMutation({
    mutationFn: () => ask('recordTests', { params: { id: c.id }, body: { rows: rows.map((r) => ({ person: r.person, score: r.score! })) } }),
    onSuccess: onDone,
  })
  return (
    <Modal
      open
      title={w('登记考核成绩', 'Test results')}
      okText={w(`保存 ${rows.length} 个成绩`, `Save ${rows.length}`)}
      okButtonProps={{ disabled: rows.length === 0 || wrong.length > 0 }}
      confirmLoading={save.isPending}
      onOk={() => save.mutate()}
      onCancel={onClose}
    >
      <p className="quiet">{w(`合格分 ${score(c.passMark, 0)}`, `Pass mark ${score(c.passMark, 0)}`)}</p>
      <div className="score-boxes">
        {c.people.map((t) => {
          const text = typed[t.person.id] ?? ''
          const bad = wrong.some((r) => r.person === t.person.id)
          return (
            <label key={t.person.id}>
              <span>{t.person.name}</span>
              <Input
                inputMode="decimal"
                {...(bad ? { status: 'error' as const } : {})}
                value={text}
                onChange={(e) => setTyped({ ...typed, [t.person.id]: e.target.value })}
              />
            </label>
          )
        })}
      </div>
      {save.isError && (
        <p role="alert" style={{ color: 'var(--red)', margin: '8px 0 0' }}>
          {wordsOf(save.error)}
        </p>
      )}
    </Modal>
  )
}
