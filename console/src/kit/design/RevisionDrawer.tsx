import type { Difference } from '@gongyou/contract/kit/difference.ts'
import type { UseQueryResult } from '@tanstack/react-query'
import { Drawer, Skeleton } from 'antd'
import { Failure } from '../Failure.tsx'
import { w } from '../text.ts'
import { instant } from '../times.ts'
import { DifferenceList } from './DifferenceList.tsx'
import './design.css'

type Revision = { revision: number; publishedAt: string; by: string | null; because: string }
type Props<R extends Revision> = {
  title: string
  history: UseQueryResult<{ revisions: readonly R[] }>
  /** What runs under a revision. */
  used: (revision: R) => string
  differences: (before: R, after: R) => readonly Difference[]
  onClose: () => void
}

/** Every revision of something designed: who, when, why, and what differs from the one before. The newest comes first. */
export function RevisionDrawer<R extends Revision>({ title, history, used, differences, onClose }: Props<R>) {
  const revisions = history.data?.revisions ?? []
  return (
    <Drawer open size={520} title={w(`“${title}”的各版本`, `Revisions of “${title}”`)} onClose={onClose}>
      {history.isError && <Failure error={history.error} onRetry={() => history.refetch()} />}
      {history.isPending && <Skeleton active paragraph={{ rows: 6 }} />}
      {revisions.map((r, i) => {
        const before = revisions[i + 1]
        return (
          <section key={r.revision} className="revision">
            <h3>{w(`第 ${r.revision} 版`, `Revision ${r.revision}`)}</h3>
            <p className="quiet small">{[instant(r.publishedAt), r.by ?? w('系统自带', 'the system'), used(r)].join(' · ')}</p>
            {r.because && <p>{w(`原因：${r.because}`, `Why: ${r.because}`)}</p>}
            {before ? <DifferenceList found={differences(before, r)} /> : <p className="quiet">{w('第一次发布。', 'The first one.')}</p>}
          </section>
        )
      })}
    </Drawer>
  )
}
