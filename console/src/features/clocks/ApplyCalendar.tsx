import type { CalendarPreview, HolidayDay } from '@gongyou/contract/clocks/calendar-routes.ts'
import { addDays } from '@gongyou/contract/kit/civil-date.ts'
import { Refusal } from '@gongyou/contract/kit/client.ts'
import { useMutation, useQuery } from '@tanstack/react-query'
import { App, Modal, Skeleton } from 'antd'
import { ask, asking } from '../../kit/api.ts'
import { Failure, wordsOf } from '../../kit/Failure.tsx'
import { say } from '../../kit/language.ts'
import { w } from '../../kit/text.ts'
import '../../kit/clock.css'

/** `元旦 休 01-01 至 01-03`: neighbours of one name and kind stand together. */
const spansOf = (days: readonly HolidayDay[]) => {
  const spans: { name: string; kind: HolidayDay['kind']; from: string; to: string }[] = []
  for (const d of days) {
    const last = spans.at(-1)
    if (last && last.name === d.name && last.kind === d.kind && addDays(last.to, 1) === d.on) last.to = d.on
    else spans.push({ name: d.name, kind: d.kind, from: d.on, to: d.on })
  }
  return spans.map(({ name, kind, from, to }) => {
    const when = from === to ? from.slice(5) : w(`${from.slice(5)} 至 ${to.slice(5)}`, `${from.slice(5)} to ${to.slice(5)}`)
    return `${name} ${when} ${kind === 'holiday' ? w('休', 'off') : w('班', 'work')}`
  })
}

const Days = ({ title, days }: { title: string; days: readonly HolidayDay[] }) =>
  days.length === 0 ? null : (
    <>
      <dt>{title}</dt>
      <dd>{spansOf(days).join(w('；', '; '))}</dd>
    </>
  )

/** One duty may stand under several names of records; here it is told once. */
const byName = (p: CalendarPreview) => {
  const counts = new Map<string, number>()
  for (const d of p.byDuty) counts.set(say(d.name), (counts.get(say(d.name)) ?? 0) + d.count)
  return [...counts].map(([name, count]) => `${name} ${count}`)
}

const Moves = ({ preview: p }: { preview: CalendarPreview }) => (
  <>
    <p>
      {byName(p).join(w('；', '; '))}
      {p.count > p.moves.length && <span className="quiet"> {w(`下面列出前 ${p.moves.length} 项`, `The first ${p.moves.length} are shown`)}</span>}
    </p>
    <div className="moves" tabIndex={0} role="region" aria-label={w('会变动的时限', 'Clocks that move')}>
      <table className="day-lines">
        <thead>
          <tr>
            <th scope="col">{w('事项', 'Duty')}</th>
            <th scope="col">{w('原到期', 'Was')}</th>
            <th scope="col">{w('新到期', 'Will be')}</th>
          </tr>
        </thead>
        <tbody>
          {p.moves.map((m) => (
            <tr key={m.id} className="counts">
              <td>
                {say(m.name)}
                <div className="quiet small">{m.label ?? w(`${m.organisation}（不在您的范围）`, `${m.organisation} (not yours to see)`)}</div>
              </td>
              <td>{m.from}</td>
              <td>
                <b>{m.to}</b>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  </>
)

/** Shows which running clocks a change would move, and applies exactly that. */
export const ApplyCalendar = ({ year, onClose }: { year: number; onClose: () => void }) => {
  const { message } = App.useApp()
  const asked = useQuery({ ...asking('previewCalendar', { params: { year } }), staleTime: 0, gcTime: 0 })
  const p = asked.data
  const apply = useMutation({
    mutationFn: () => ask('applyCalendar', { params: { year }, body: { digest: p!.digest } }),
    onSuccess: ({ moved, pending }) => {
      void message.success(
        pending
          ? w(
              `日历已生效，已调整 ${moved} 项时限，其余正在后台调整`,
              `The calendar is in force; ${moved} clocks moved, the rest follow in the background`,
            )
          : w(`日历已生效，调整了 ${moved} 项时限`, `The calendar is in force; ${moved} clocks moved`),
      )
      onClose()
    },
    // Something changed meanwhile: the new preview comes at once, and nothing was applied.
    onError: (e) => void (e instanceof Refusal && e.problem.code === 'clocks.preview-stale' && asked.refetch()),
  })
  return (
    <Modal
      open
      width={760}
      title={w(`${year} 年日历：预览`, `Calendar of ${year}: preview`)}
      okText={p && p.count > 0 ? w(`生效，并调整 ${p.count} 项时限`, `Apply and move ${p.count} clocks`) : w('生效', 'Apply')}
      okButtonProps={{ disabled: !p || asked.isFetching }}
      confirmLoading={apply.isPending}
      onOk={() => apply.mutate()}
      cancelText={w('先不生效', 'Not yet')}
      onCancel={onClose}
    >
      {asked.isError && <Failure error={asked.error} onRetry={() => asked.refetch()} />}
      {asked.isPending && <Skeleton active paragraph={{ rows: 6 }} />}
      {p && (
        <>
          <dl className="pairs preview-days">
            <Days title={w('新增', 'Added')} days={p.added} />
            <Days title={w('取消', 'Removed')} days={p.removed} />
          </dl>
          <p>
            {p.count === 0
              ? w('没有在办的时限因此变动。', 'No running clock moves.')
              : w(
                  `${p.count} 项在办时限的到期日会变动${p.earlier > 0 ? `，其中 ${p.earlier} 项提前` : ''}。人工确定的日期和已结束的不变。`,
                  `${p.count} running clocks will move${p.earlier > 0 ? `, ${p.earlier} of them to an earlier day` : ''}. Dates given by hand and clocks that have ended stay.`,
                )}
          </p>
          {p.count > 0 && <Moves preview={p} />}
        </>
      )}
      {apply.isError && (
        <p role="alert" className="wrong-words">
          {wordsOf(apply.error)}
        </p>
      )}
    </Modal>
  )
}
