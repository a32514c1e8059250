import type { RosterBatch } from '@gongyou/contract/membership/roster.ts'
import { Link } from '@tanstack/react-router'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { w } from '../../../kit/text.ts'
import { Counts } from './Counts.tsx'
import { Problems } from './Problems.tsx'
import { rowsOf } from './roster-words.ts'
import { UndoReport } from './UndoReport.tsx'

/** What was done, what is left to correct, and the way back. */
export const ResultStep = ({ batch, onChange }: { batch: RosterBatch; onChange: () => void }) => {
  const [undoing, setUndoing] = useState(false)
  const found = batch.found
  const made = batch.made && found ? { ...batch.made, unchanged: found.unchanged + batch.made.unchanged, bad: found.bad + batch.made.bad } : null
  const back = batch.takenBack
  return (
    <>
      {batch.state === 'failed' && <Alert type="warning" showIcon style={{ marginBottom: 16 }} title={batch.error} />}
      {back && <Alert type="info" showIcon style={{ marginBottom: 16 }} title={w(`这一批已撤销：${rowsOf(back.undone)}恢复原样${back.kept > 0 ? `，${rowsOf(back.kept)}因已有其他记录保留` : ''}。`, `Undone: ${rowsOf(back.undone)} as before${back.kept > 0 ? `, ${rowsOf(back.kept)} kept because something depends on them` : ''}.`)} />}
      {made && (
        <section className="sheet summary">
          <Counts counts={made} done />
          <div className="acts">
            <Link to={'/members' as string}><Button type="primary">{w('查看会员', 'See the members')}</Button></Link>
            {batch.state === 'done' && made.new + made.update > 0 && <Button onClick={() => setUndoing(true)}>{w('撤销这一批…', 'Undo this import …')}</Button>}
            <span className="quiet small">{w(`${batch.importer} 导入；每个人的记录里写明来自哪个文件的第几行。`, `Imported by ${batch.importer}; each record says which row of which file it came from.`)}</span>
          </div>
        </section>
      )}
      {made && made.bad + made.look + (back?.kept ?? 0) > 0 && <Problems batch={batch} bad={made.bad} look={made.look + (back?.kept ?? 0)} />}
      {undoing && <UndoReport batch={batch} onClose={() => setUndoing(false)} onDone={() => { setUndoing(false); onChange() }} />}
    </>
  )
}
