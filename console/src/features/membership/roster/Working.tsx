import type { RosterBatch } from '@gongyou/contract/membership/roster.ts'
import { Progress } from 'antd'
import { w } from '../../../kit/text.ts'

const what = (s: RosterBatch['state']) => ({ checking: w('正在检查', 'Checking'), mapped: w('等待检查', 'Waiting for the check'), committing: w('正在导入', 'Importing'), undoing: w('正在撤销', 'Undoing') })[s as 'checking'] ?? ''

/** One bar, counted in rows that are truly done. */
export const Working = ({ batch }: { batch: RosterBatch }) => {
  const share = batch.stepRows === 0 ? 100 : Math.floor((batch.doneRows / batch.stepRows) * 100)
  return (
    <section className="sheet working" aria-live="polite">
      <h2>{what(batch.state)}</h2>
      <Progress percent={share} status="normal" showInfo={false} aria-label={what(batch.state)} />
      <p><span className="count">{batch.doneRows.toLocaleString()}</span> / {w(`${batch.stepRows.toLocaleString()} 行`, `${batch.stepRows.toLocaleString()} rows`)}</p>
      <p className="quiet">{w('可以离开这个页面，服务器会继续；重启也不会丢。', 'You may leave this page; the server goes on, even after a restart.')}</p>
    </section>
  )
}
