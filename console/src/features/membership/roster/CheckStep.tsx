import type { RosterBatch } from '@gongyou/contract/membership/roster.ts'
import { useMutation } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { ask } from '../../../kit/api.ts'
import { wordsOf } from '../../../kit/Failure.tsx'
import { w } from '../../../kit/text.ts'
import { Counts } from './Counts.tsx'
import { Problems } from './Problems.tsx'
import { rowsOf } from './roster-words.ts'

/** What the check found, problem rows first; nothing has been written yet. */
export const CheckStep = ({ batch, onChange, onColumns, onDropped }: { batch: RosterBatch; onChange: () => void; onColumns: () => void; onDropped: () => void }) => {
  const { message } = App.useApp()
  const found = batch.found!
  const ready = found.new + found.update
  const commit = useMutation({ mutationFn: () => ask('commitRoster', { params: { id: batch.id }, body: {} }), onSuccess: onChange, onError: (e) => message.error(wordsOf(e)) })
  const drop = useMutation({ mutationFn: () => ask('discardRoster', { params: { id: batch.id }, body: {} }), onSuccess: onDropped, onError: (e) => message.error(wordsOf(e)) })
  return (
    <>
      <section className="sheet summary">
        <Counts counts={found} />
        <div className="acts">
          {ready > 0 ? <Button type="primary" loading={commit.isPending} onClick={() => commit.mutate()}>{found.bad > 0 ? w(`先导入没有问题的 ${rowsOf(ready)}`, `Import the ${rowsOf(ready)} that are fine`) : w(`导入 ${rowsOf(ready)}`, `Import ${rowsOf(ready)}`)}</Button>
            : <span>{found.bad > 0 ? w('没有可以导入的行，请改好再传。', 'No row can be imported; please correct the file.') : w('和登记的完全一致，没有要导入的内容。', 'Nothing differs from what is registered.')}</span>}
          <Button onClick={onColumns}>{w('返回改列', 'Back to the columns')}</Button>
          <Button type="text" loading={drop.isPending} onClick={() => drop.mutate()}>{w('放弃', 'Drop it')}</Button>
          <span className="quiet small">{w('还没有写入任何内容；导入后可以整批撤销。', 'Nothing has been written yet; an import can be undone as a whole.')}</span>
        </div>
      </section>
      {found.bad + found.look > 0 && <Problems batch={batch} bad={found.bad} look={found.look} />}
    </>
  )
}
