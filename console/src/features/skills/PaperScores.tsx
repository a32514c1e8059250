import { readScore } from '@gongyou/contract/skills/scoring.ts'
import { useMutation } from '@tanstack/react-query'
import { Input, Modal } from 'antd'
import { useState } from 'react'
import { ask } from '../../kit/api.ts'
import { wordsOf } from '../../kit/Failure.tsx'
import { w } from '../../kit/text.ts'
import type { RoundView } from './RoundPage.tsx'
import { ScoreList } from './ScoreList.tsx'

/** Scores of a written paper by number: typed here, or from a spreadsheet. They stay unseen until the round is opened. */
export const PaperScores = ({ view, onClose, onDone }: { view: RoundView; onClose: () => void; onDone: () => void }) => {
  const starts = view.starts.filter((s) => s.absent === null && s.blind !== null).toSorted((a, b) => a.blind! - b.blind!)
  const [typed, setTyped] = useState<Record<number, string>>({})
  const rows = Object.entries(typed).flatMap(([blind, text]) => (text.trim() === '' ? [] : [{ blind: Number(blind), score: readScore(text) }]))
  const wrong = rows.filter((r) => r.score === undefined)
  const save = useMutation({
    mutationFn: () =>
      ask('enterPaperScores', { params: { id: view.round.id }, body: { rows: rows.map((r) => ({ blind: r.blind, score: r.score! })) } }),
    onSuccess: onDone,
  })
  const { error } = save
  return (
    <Modal
      open
      title={w(`录入成绩 · ${view.round.name}`, `Scores · ${view.round.name}`)}
      okText={w(`保存 ${rows.length} 个成绩`, `Save ${rows.length}`)}
      okButtonProps={{ disabled: rows.length === 0 || wrong.length > 0 }}
      confirmLoading={save.isPending}
      onOk={() => save.mutate()}
      onCancel={onClose}
    >
      <ScoreList view={view} onDone={onDone} />
      <div style={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(140px, 1fr))', gap: 8, maxHeight: 340, overflowY: 'auto' }}>
        {starts.map((s) => {
          const text = typed[s.blind!] ?? ''
          const bad = text.trim() !== '' && readScore(text) === undefined
          return (
            <label key={s.entrant} style={{ display: 'flex', alignItems: 'center', gap: 8 }}>
              <span style={{ width: 44 }}>{w(`${s.blind} 号`, `No. ${s.blind}`)}</span>
              <Input
                inputMode="decimal"
                {...(bad ? { status: 'error' as const } : {})}
                placeholder={s.scoreEntered ? w('已录入', 'entered') : ''}
                value={text}
                onChange={(e) => setTyped({ ...typed, [s.blind!]: e.target.value })}
              />
            </label>
          )
        })}
      </div>
      {error && (
        <p role="alert" style={{ color: 'var(--red)', margin: '8px 0 0' }}>
          {wordsOf(error)}
        </p>
      )}
    </Modal>
  )
}
