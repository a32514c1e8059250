import type { RosterBatch } from '@gongyou/contract/membership/roster.ts'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Modal, Skeleton } from 'antd'
import { ask, asking } from '../../../kit/api.ts'
import { Failure, wordsOf } from '../../../kit/Failure.tsx'
import { say } from '../../../kit/language.ts'
import { w } from '../../../kit/text.ts'
import { rowsOf } from './roster-words.ts'

/** What undoing would do, before it is done. */
export const UndoReport = ({ batch, onClose, onDone }: { batch: RosterBatch; onClose: () => void; onDone: () => void }) => {
  const report = useQuery({ ...asking('getUndoReport', { params: { id: batch.id } }), staleTime: 0 })
  const undo = useMutation({ mutationFn: () => ask('undoRoster', { params: { id: batch.id }, body: {} }), onSuccess: onDone })
  const r = report.data
  return (
    <Modal
      open onCancel={onClose} title={w(`撤销“${batch.fileName}”的导入？`, `Undo the import of “${batch.fileName}”?`)} okText={r ? w(`撤销 ${rowsOf(r.undone)}`, `Undo ${rowsOf(r.undone)}`) : w('撤销', 'Undo')}
      okButtonProps={{ disabled: !r || r.undone === 0, danger: true }} confirmLoading={undo.isPending} onOk={() => undo.mutate()}
    >
      {report.isError ? <Failure error={report.error} onRetry={() => report.refetch()} /> : !r ? <Skeleton active paragraph={{ rows: 3 }} /> : (
        <div className="undo">
          <p>{w(`${rowsOf(r.undone)}恢复到导入之前：新登记的人删除，改过的内容改回，数字相应减少。`, `${rowsOf(r.undone)} go back to what they were: newly registered persons are removed, changes reversed, figures corrected.`)}</p>
          {r.kept > 0 && (
            <>
              <p><b>{w(`${rowsOf(r.kept)}不能撤销，会保留：`, `${rowsOf(r.kept)} cannot be undone and stay:`)}</b></p>
              <ul>{r.reasons.map((x) => <li key={x.reason.zh}>{say(x.reason)} · {rowsOf(x.count)}</li>)}</ul>
              <ul className="kept">{r.rows.map((k) => <li key={k.row}><span className="quiet">{w(`第 ${k.row} 行`, `Row ${k.row}`)}</span> <Link to={'/people/$id' as string} params={{ id: k.person.id } as never}>{k.person.name}</Link> <span className="quiet">{k.reasons.map(say).join('、')}</span></li>)}</ul>
            </>
          )}
          {undo.isError && <p role="alert" className="alert">{wordsOf(undo.error)}</p>}
        </div>
      )}
    </Modal>
  )
}
