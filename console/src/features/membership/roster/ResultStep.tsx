import type { RosterBatch } from '@gongyou/contract/membership/roster.ts'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Modal } from 'antd'
import { useState } from 'react'
import { ask, asking } from '../../../kit/api.ts'
import { wordsOf } from '../../../kit/Failure.tsx'
import { language } from '../../../kit/language.ts'
import { w } from '../../../kit/text.ts'
import { Bar, Counts } from './Counts.tsx'
import { Problems } from './Problems.tsx'
import { useRefresh } from './use-batch.ts'

/** Before undoing: what goes back, what must stay and why. */
const Undo = ({ batch, onClose }: { batch: RosterBatch; onClose: () => void }) => {
  const refresh = useRefresh()
  const report = useQuery(asking('getUndoReport', { params: { id: batch.id } }))
  const undo = useMutation({
    mutationFn: () => ask('undoRoster', { params: { id: batch.id }, body: {} }),
    onSuccess: () => {
      refresh()
      onClose()
    },
  })
  const r = report.data
  return (
    <Modal
      open
      title={w(`撤销“${batch.fileName}”的导入？`, `Undo the import of ${batch.fileName}?`)}
      okText={w('撤销这一批', 'Undo')}
      okButtonProps={{ danger: true, disabled: !r || r.undone === 0 }}
      confirmLoading={undo.isPending}
      onOk={() => undo.mutate()}
      onCancel={onClose}
    >
      {!r && !report.isError && <p className="quiet">{w('正在查看有没有后续记录…', 'Looking for later records…')}</p>}
      {r && (
        <p>
          {w(
            `${r.undone.toLocaleString()} 行会恢复原样，${r.kept.toLocaleString()} 行因已有后续记录保留。`,
            `${r.undone.toLocaleString()} rows go back; ${r.kept.toLocaleString()} stay, for later records refer to them.`,
          )}
        </p>
      )}
      {r?.reasons.map((x) => (
        <p key={x.reason.zh} className="quiet" style={{ margin: '0 0 4px' }}>
          {x.reason[language()]}：{x.count.toLocaleString()}
        </p>
      ))}
      {(report.error ?? undo.error) && (
        <p role="alert" style={{ color: 'var(--red)' }}>
          {wordsOf(report.error ?? undo.error)}
        </p>
      )}
    </Modal>
  )
}

/** What happened: counts, rows left out, the way to the members, the way back. */
export const ResultStep = ({ batch, onBack }: { batch: RosterBatch; onBack: () => void }) => {
  const [undoing, setUndoing] = useState(false)
  if (batch.state === 'committing') return <Bar batch={batch} doing={w('正在导入', 'Importing')} />
  if (batch.state === 'undoing') return <Bar batch={batch} doing={w('正在撤销', 'Undoing')} />
  return (
    <>
      <section className="sheet">
        <div className="body">
          {batch.state === 'failed' && (
            <p role="alert" style={{ color: 'var(--red)', marginTop: 0 }}>
              {batch.error ?? w('没有完成', 'Not finished')}
            </p>
          )}
          {batch.state === 'undone' && (
            <p style={{ marginTop: 0 }}>
              {w(
                `已撤销：${batch.takenBack?.undone ?? 0} 行恢复原样，${batch.takenBack?.kept ?? 0} 行保留。`,
                `Undone: ${batch.takenBack?.undone ?? 0} rows went back, ${batch.takenBack?.kept ?? 0} stayed.`,
              )}
            </p>
          )}
          {batch.state === 'discarded' && <p style={{ marginTop: 0 }}>{w('这一批已放弃，没有写入任何内容。', 'Dropped; nothing was written.')}</p>}
          {batch.made && <Counts of={batch.made} />}
        </div>
      </section>
      <div className="roster-acts">
        <Button type="primary" onClick={onBack}>
          {w('再导入一份', 'Another roster')}
        </Button>
        <Link to="/members">{w('看会员', 'To the members')}</Link>
        {batch.state === 'done' && (
          <Button type="text" onClick={() => setUndoing(true)}>
            {w('撤销这一批', 'Undo this import')}
          </Button>
        )}
      </div>
      {batch.found && batch.found.bad > 0 && batch.state !== 'discarded' && <Problems id={batch.id} level="bad" />}
      {undoing && <Undo batch={batch} onClose={() => setUndoing(false)} />}
    </>
  )
}
