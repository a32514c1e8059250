import type { RosterBatch } from '@gongyou/contract/membership/roster.ts'
import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { ask } from '../../../kit/api.ts'
import { wordsOf } from '../../../kit/Failure.tsx'
import { w } from '../../../kit/text.ts'
import { Bar, Counts } from './Counts.tsx'
import { Problems } from './Problems.tsx'
import { useRefresh } from './use-batch.ts'

/** What would happen, before anything is written: problems first. */
export const CheckStep = ({ batch, onBack }: { batch: RosterBatch; onBack: () => void }) => {
  const refresh = useRefresh()
  const commit = useMutation({ mutationFn: () => ask('commitRoster', { params: { id: batch.id }, body: {} }), onSuccess: refresh })
  const drop = useMutation({
    mutationFn: () => ask('discardRoster', { params: { id: batch.id }, body: {} }),
    onSuccess: () => {
      refresh()
      onBack()
    },
  })
  if (batch.state !== 'checked' || !batch.found) return <Bar batch={batch} doing={w('正在检查', 'Checking')} />
  const good = batch.found.new + batch.found.update
  return (
    <>
      <section className="sheet">
        <div className="body">
          <Counts of={batch.found} />
        </div>
      </section>
      <div className="roster-acts">
        <Button type="primary" disabled={good === 0} loading={commit.isPending} onClick={() => commit.mutate()}>
          {good === 0 ? w('没有可导入的行', 'Nothing to import') : w(`导入 ${good.toLocaleString()} 人`, `Import ${good.toLocaleString()} persons`)}
        </Button>
        <Button onClick={() => drop.mutate()} loading={drop.isPending}>
          {w('放弃这一批', 'Drop this roster')}
        </Button>
        {batch.found.bad > 0 && (
          <span className="quiet">
            {w('有问题的行不会导入，改好后再传即可。', 'Rows with problems stay out; correct them and hand them in again.')}
          </span>
        )}
        {(commit.error ?? drop.error) && (
          <span role="alert" style={{ color: 'var(--red)' }}>
            {wordsOf(commit.error ?? drop.error)}
          </span>
        )}
      </div>
      {batch.found.bad > 0 && <Problems id={batch.id} level="bad" />}
      {batch.found.look > 0 && <Problems id={batch.id} level="look" />}
    </>
  )
}
