import { readScore } from '@gongyou/contract/skills/scoring.ts'
import { useMutation } from '@tanstack/react-query'
import { Button, Input, Modal, Upload } from 'antd'
import { useState } from 'react'
import { ask } from '../../kit/api.ts'
import { wordsOf } from '../../kit/Failure.tsx'
import { w } from '../../kit/text.ts'
import type { RoundView } from './RoundPage.tsx'

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
  const load = useMutation({
    mutationFn: (file: File) => ask('importPaperScores', { params: { id: view.round.id }, query: { dry: 'false' }, file }),
    onSuccess: (result) => (result.bad.length === 0 && result.entered > 0 ? onDone() : undefined),
  })
  const error = save.error ?? load.error
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
      <p className="quiet" style={{ display: 'flex', gap: 12, alignItems: 'center' }}>
        <span style={{ flex: 1 }}>
          {w(
            `满分 ${view.round.scheme.items[0]!.full / 100}。成绩录入后在开封前不显示。`,
            `Full marks ${view.round.scheme.items[0]!.full / 100}. Nothing is shown before the opening.`,
          )}
        </span>
        <Upload
          accept=".xlsx,.xls,.csv"
          showUploadList={false}
          beforeUpload={(file) => {
            load.mutate(file)
            return false
          }}
        >
          <Button loading={load.isPending}>{w('从表格导入', 'From a spreadsheet')}</Button>
        </Upload>
      </p>
      {(load.data?.bad.length ?? 0) > 0 && (
        <ul role="alert" style={{ color: 'var(--red)', paddingLeft: 20 }}>
          {load.data!.bad.slice(0, 10).map((b) => (
            <li key={`${b.row}${b.says}`}>{w(`第 ${b.row} 行：${b.says}`, `Row ${b.row}: ${b.says}`)}</li>
          ))}
        </ul>
      )}
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
