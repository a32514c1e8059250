import { useQuery } from '@tanstack/react-query'
import { Drawer, Skeleton } from 'antd'
import { asking } from '../../../kit/api.ts'
import { Failure } from '../../../kit/Failure.tsx'
import { w } from '../../../kit/text.ts'
import { instant } from '../../../kit/times.ts'
import { Differences } from './Differences.tsx'

/** Every revision of a service: who, when, why, and what differs from the one before. */
export const Revisions = ({ code, title, onClose }: { code: string; title: string; onClose: () => void }) => {
  const history = useQuery(asking('getServiceHistory', { params: { code } }))
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
            <p className="quiet small">
              {[instant(r.publishedAt), r.by ?? w('系统自带', 'the system'), w(`办件 ${r.cases} 件`, `${r.cases} cases`)].join(' · ')}
            </p>
            {r.because && <p>{w(`原因：${r.because}`, `Why: ${r.because}`)}</p>}
            {before ? (
              <Differences before={before.definition} after={r.definition} />
            ) : (
              <p className="quiet">{w('第一次发布。', 'The first one.')}</p>
            )}
          </section>
        )
      })}
    </Drawer>
  )
}
