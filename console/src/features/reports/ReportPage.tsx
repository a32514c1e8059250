import type { Report } from '@gongyou/contract/reports/shapes.ts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { App, Button, Skeleton } from 'antd'
import { asking } from '../../kit/api.ts'
import { Failure } from '../../kit/Failure.tsx'
import { language } from '../../kit/language.ts'
import { Sheet } from '../../kit/Sheet.tsx'
import { w } from '../../kit/text.ts'
import { instant } from '../../kit/times.ts'
import { ReportActs } from './ReportActs.tsx'
import { ReportErrata } from './ReportErrata.tsx'
import { ReportSources } from './ReportSources.tsx'
import { ReportText } from './ReportText.tsx'
import { ChecksPanel } from './studio/ChecksPanel.tsx'
import { reportActName, stateColour, stateName } from './words.ts'

const About = ({ report }: { report: Report }) => (
  <dl className="pairs">
    <dt>{w('状态', 'State')}</dt>
    <dd style={{ color: stateColour(report.state) }}>{stateName(report.state)}</dd>
    <dt>{w('种类', 'Kind')}</dt>
    <dd>{report.kindName[language()]}</dd>
    <dt>{w('起草', 'Drafted by')}</dt>
    <dd>{report.drafter ?? '—'}</dd>
    {report.approvals.map((a) => (
      <div key={a.org.id} style={{ display: 'contents' }}>
        <dt>{w('核定', 'Approval')}</dt>
        <dd>
          {a.org.name}
          <span className="quiet">
            {' '}
            {a.at ? `${a.by ?? ''} ${instant(a.at)}` : report.at?.id === a.org.id ? w('等待核定', 'waits here') : w('未到', 'not yet')}
          </span>
        </dd>
      </div>
    ))}
    {report.publishedOn && (
      <>
        <dt>{w('发布', 'Published')}</dt>
        <dd>
          {report.publishedOn} {report.medium}
        </dd>
      </>
    )}
  </dl>
)

/** What is off in it, for whoever is about to agree: contradictions above all. */
const Before = ({ id, version }: { id: string; version: number }) => {
  const asked = useQuery({ ...asking('checkReport', { params: { id } }), queryKey: ['checkReport', id, version] })
  return (
    <div className="report-before">
      <ChecksPanel
        checks={asked.data?.checks ?? []}
        checking={asked.isPending}
        onGo={(c) => c.token && document.getElementById(c.token)?.scrollIntoView({ block: 'center' })}
      />
    </div>
  )
}

/** A report as it is read and decided on: the text, where it stands, where its numbers come from. */
export const ReportPage = () => {
  const { id } = useParams({ strict: false }) as { id: string }
  const queries = useQueryClient()
  const { message } = App.useApp()
  const asked = asking('getReport', { params: { id } })
  const one = useQuery(asked)
  if (one.isError) return <Failure error={one.error} onRetry={() => one.refetch()} />
  if (!one.data) return <Skeleton active />
  const report = one.data
  const done = (next: Report, says: string) => {
    message.success(says)
    queries.setQueryData(asked.queryKey, next)
    for (const key of ['listReports', 'listReportsToApprove', 'listReportDifferences']) void queries.invalidateQueries({ queryKey: [key] })
  }
  return (
    <>
      <div className="page-head">
        <Link to={'/reports' as string} className="quiet">
          {w('报告', 'Reports')}
        </Link>
        <span className="quiet">/</span>
        <h1>{report.kindName[language()]}</h1>
        <span className="spring" />
        {report.may.edit && (
          <Link to={'/reports/$id/edit' as string} params={{ id } as never}>
            <Button type="primary">{w('修改', 'Edit')}</Button>
          </Link>
        )}
      </div>
      <div className="columns">
        <section className="sheet report-sheet">
          <ReportText report={report} />
        </section>
        <div>
          <Sheet title={w('办理', 'Where it stands')}>
            {report.returnedBecause && report.state === 'drafted' && (
              <p style={{ color: 'var(--soon)', margin: '0 0 12px' }}>
                {w(`退回：${report.returnedBecause}`, `Returned: ${report.returnedBecause}`)}
              </p>
            )}
            <About report={report} />
            <ReportActs report={report} onDone={done} />
          </Sheet>
          {report.may.decide && <Before id={id} version={report.version} />}
          <ReportErrata report={report} onDone={(next) => done(next, w('已列入勘误', 'On record'))} />
          <Sheet title={w('经过', 'History')}>
            {report.history.map((h, i) => (
              <div key={i} style={{ display: 'flex', gap: 12 }}>
                <span className="quiet">{instant(h.at)}</span>
                <span style={{ flex: 1 }}>{reportActName(h.kind)}</span>
                <span>{h.actor ?? w('系统', 'System')}</span>
              </div>
            ))}
          </Sheet>
        </div>
      </div>
      <ReportSources report={report} />
    </>
  )
}
