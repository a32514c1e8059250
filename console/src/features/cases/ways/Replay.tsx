import { useQuery } from '@tanstack/react-query'
import { Modal, Skeleton } from 'antd'
import { asking } from '../../../kit/api.ts'
import { Failure } from '../../../kit/Failure.tsx'
import { say } from '../../../kit/language.ts'
import { w } from '../../../kit/text.ts'
import { instant } from '../../../kit/times.ts'
import type { Dialog } from '../ActModal.tsx'
import { wayName } from '../words.ts'

const verdict = (holds: boolean | null) =>
  holds === null ? w('无法复核', 'Cannot be replayed') : holds ? w('符合', 'Holds') : w('不符合', 'Does not hold')

/** 复核: the facts as they were frozen, each rule then and now. Nothing is changed by looking. */
export const Replay = ({ view, onClose }: Dialog) => {
  const replay = useQuery(asking('replayDecision', { params: { id: view.id } }))
  return (
    <Modal open width={720} title={`${wayName('replay')} · ${view.title}`} footer={null} onCancel={onClose}>
      <p className="quiet">
        {w(
          '用作出决定时的事实，对照当时的规则和现行规则。只作对照，不改变结果。',
          'The facts of the decision, against the rules of then and of today. It changes nothing.',
        )}
      </p>
      {replay.isError && <Failure error={replay.error} onRetry={() => replay.refetch()} />}
      {replay.isPending && <Skeleton active />}
      {replay.data?.decisions.length === 0 && <p className="empty">{w('还没有作出决定', 'Nothing has been decided yet')}</p>}
      {replay.data?.decisions.map((d) => {
        const differing = d.rules.filter((r) => r.then !== r.now).length
        return (
          <section key={d.id} style={{ marginBottom: 20 }}>
            <h2>{instant(d.at)}</h2>
            <p className="quiet small">
              {w(`当时第 ${d.thenRevision} 版，现行第 ${d.nowRevision} 版；`, `Then revision ${d.thenRevision}, now revision ${d.nowRevision}; `)}
              {differing === 0 ? w('结论一致', 'the same verdicts') : w(`${differing} 条结论不同`, `${differing} verdicts differ`)}
            </p>
            <div className="table-scroll" tabIndex={0} role="group" aria-label={wayName('replay')}>
              <table className="plain-table">
                <thead>
                  <tr>
                    <th scope="col">{w('规则', 'Rule')}</th>
                    <th scope="col">{w('当时', 'Then')}</th>
                    <th scope="col">{w('现行', 'Now')}</th>
                  </tr>
                </thead>
                <tbody>
                  {d.rules.map((r) => (
                    <tr key={r.says.zh} className={r.then !== r.now ? 'differs' : ''}>
                      <td>{say(r.says)}</td>
                      <td>{verdict(r.then)}</td>
                      <td>{verdict(r.now)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
            <p className="quiet small digest">
              {w('事实摘要 ', 'Digest ')}
              {d.digest}
            </p>
          </section>
        )
      })}
    </Modal>
  )
}
