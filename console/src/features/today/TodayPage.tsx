import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Skeleton } from 'antd'
import dayjs from 'dayjs'
import type { ReactNode } from 'react'
import { asking } from '../../kit/api.ts'
import { Failure } from '../../kit/Failure.tsx'
import { language } from '../../kit/language.ts'
import { useMay } from '../../kit/me.ts'
import { w } from '../../kit/text.ts'
import { useTodaySessions } from '../activities/today-sessions.ts'
import { useQueueRows } from '../cases/today-rows.ts'
import { useReportRows } from '../reports/today-rows.ts'
import { useReturnRows } from '../returns/today-rows.ts'
import './today.css'

type Row = {
  id: string
  name: ReactNode
  detail: string
  when: string
  late: boolean
  to: string
  params?: Record<string, string>
  search: Record<string, string>
  act: string
}

const Lines = ({ title, rows, empty, total }: { title: string; rows: Row[]; empty: string; total?: number }) => (
  <section className="sheet today-list">
    <header>
      <h2 style={{ margin: 0 }}>{title}</h2>
      <span className="quiet">{(total ?? rows.length) || ''}</span>
    </header>
    {rows.length === 0 && <p className="empty">{empty}</p>}
    {rows.map((r) => (
      <Link key={r.id} to={r.to} params={(r.params ?? {}) as never} search={r.search as never} className="today-row">
        <span className="today-name">
          {r.name}
          <span className="quiet small">{r.detail}</span>
        </span>
        <span className={r.late ? 'late' : 'quiet'}>{r.when}</span>
        <Button size="small" tabIndex={-1}>
          {r.act}
        </Button>
      </Link>
    ))}
  </section>
)

const dayLabel = (day: string) => dayjs(day).format(language() === 'zh' ? 'M月D日' : 'D MMM')

/** Today's work first: overdue, due today, waiting for me. Nothing else above the fold. */
export const TodayPage = () => {
  const may = useMay()
  const waiting = useQuery({ ...asking('listApplications', { query: { status: 'submitted', limit: 100 } }), enabled: may('membership.decide') })
  const joined = useQuery({
    ...asking('getFigure', { params: { code: 'members-joined' }, query: { from: dayjs().startOf('year').format('YYYY-MM-DD') } }),
    enabled: may('statistics.read'),
  })
  const today = dayjs().format('YYYY-MM-DD')
  const terms = useQuery({ ...asking('listEndingTerms', { query: {} }), enabled: may('organisations.edit') })
  const moves = useQuery({ ...asking('listTransfers', { query: { limit: 50 } }), enabled: may('membership.decide') })
  const cases = useQueueRows()
  const sessions = useTodaySessions()
  const reports = useReportRows()
  const returns = useReturnRows()
  const applications = (waiting.data?.rows ?? []).map((a): Row & { due: string } => ({
    id: a.id,
    due: a.dueOn,
    name: a.person.name,
    detail: `${w('入会申请', 'Application')} ${a.number} · ${a.org.name}`,
    late: a.dueOn < today,
    when:
      a.dueOn < today
        ? w(`逾期 ${dayjs(today).diff(a.dueOn, 'day')} 天`, `${dayjs(today).diff(a.dueOn, 'day')} days late`)
        : a.dueOn === today
          ? w('今天到期', 'Due today')
          : w(`${dayLabel(a.dueOn)}前`, `By ${dayLabel(a.dueOn)}`),
    to: '/applications',
    search: { status: 'submitted', id: a.id },
    act: w('审批', 'Decide'),
  }))
  const rows = [...applications, ...cases, ...returns].sort((a, b) => a.due.localeCompare(b.due))
  const termRows = (terms.data?.rows ?? []).map((t): Row => ({
    id: t.org.id,
    name: t.org.name,
    detail: w(`第 ${t.number} 届，${t.to} 届满`, `Term ${t.number} ends ${t.to}`),
    late: t.to < today,
    when: t.to < today ? w('超期未换届', 'Overdue') : w('即将届满', 'Ends soon'),
    to: '/organisations',
    search: { id: t.org.id },
    act: w('查看', 'Open'),
  }))
  const moveRows = (moves.data?.rows ?? [])
    .filter((m) => m.mayRelease || m.mayReceive)
    .map((m): Row => ({
      id: m.id,
      name: m.person.name,
      detail: `${m.from.name} → ${m.to.name}`,
      late: false,
      when: m.mayRelease ? w('等我同意转出', 'Release') : w('等我接收', 'Receive'),
      to: '/transfers',
      search: {},
      act: w('办理', 'Decide'),
    }))
  return (
    <>
      <div className="page-head">
        <h1>{w('今天', 'Today')}</h1>
        <span className="quiet">{dayjs().format(language() === 'zh' ? 'YYYY年M月D日 dddd' : 'dddd, D MMMM YYYY')}</span>
      </div>
      {waiting.isError && <Failure error={waiting.error} onRetry={() => waiting.refetch()} />}
      {waiting.isLoading ? (
        <Skeleton active />
      ) : (
        <div className="today">
          <Lines title={w('逾期', 'Overdue')} rows={rows.filter((r) => r.due < today)} empty={w('没有逾期的事', 'Nothing is overdue')} />
          <Lines
            title={w('今天到期', 'Due today')}
            rows={rows.filter((r) => r.due === today)}
            empty={w('今天没有到期的事', 'Nothing is due today')}
          />
          <Lines
            title={w('等我处理', 'Waiting for me')}
            rows={[...moveRows, ...reports, ...rows.filter((r) => r.due > today)]}
            empty={w('都处理完了', 'All done')}
          />
          {sessions.length > 0 && <Lines title={w('今天的活动', "Today's sessions")} rows={sessions} empty="" />}
          {termRows.length > 0 && <Lines title={w('换届提醒', 'Re-elections')} rows={termRows.slice(0, 8)} total={termRows.length} empty="" />}
          {joined.data && (
            <section className="sheet today-list">
              <header>
                <h2 style={{ margin: 0 }}>{w('今年', 'This year')}</h2>
              </header>
              <Link to={'/figures/$code' as string} params={{ code: 'members-joined' } as never} className="today-row">
                <span className="today-name">{joined.data.definition.name[language()]}</span>
                <span className="today-figure">
                  {(joined.data.value ?? 0).toLocaleString()}
                  <small>{joined.data.definition.unitName[language()]}</small>
                </span>
              </Link>
            </section>
          )}
        </div>
      )}
    </>
  )
}
