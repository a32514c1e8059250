import type { RosterBatch, RosterCounts } from '@gongyou/contract/membership/roster.ts'
import { Progress } from 'antd'
import { w } from '../../../kit/text.ts'

const Number = ({ n, label, colour }: { n: number; label: string; colour?: string }) => (
  <div className="roster-number">
    <b style={colour && n > 0 ? { color: colour } : {}}>{n.toLocaleString()}</b>
    <span className="quiet">{label}</span>
  </div>
)

/** What became, or would become, of the rows. */
export const Counts = ({ of }: { of: RosterCounts }) => (
  <div className="roster-numbers">
    <Number n={of.bad} label={w('行有问题', 'rows with problems')} colour="var(--red)" />
    <Number n={of.look} label={w('行请留意', 'rows to look at')} colour="var(--soon)" />
    <Number n={of.new} label={w('人新入会', 'new members')} colour="var(--done)" />
    <Number n={of.update} label={w('人更新', 'updated')} />
    <Number n={of.unchanged} label={w('人没有变化', 'unchanged')} />
  </div>
)

/** One bar that tells the truth: rows done of rows in the step. */
export const Bar = ({ batch, doing }: { batch: RosterBatch; doing: string }) => (
  <section className="sheet">
    <div className="body">
      <p style={{ margin: '0 0 8px' }}>
        {doing}{' '}
        {w(
          `${batch.doneRows.toLocaleString()} / ${batch.stepRows.toLocaleString()} 行`,
          `${batch.doneRows.toLocaleString()} of ${batch.stepRows.toLocaleString()} rows`,
        )}
      </p>
      <Progress percent={batch.stepRows > 0 ? Math.floor((100 * batch.doneRows) / batch.stepRows) : 0} />
      <p className="quiet small" style={{ margin: 0 }}>
        {w(
          '可以离开这个页面，处理会继续；服务器重启后也会接着做。',
          'You may leave this page; the work goes on, also after a restart of the server.',
        )}
      </p>
    </div>
  </section>
)
