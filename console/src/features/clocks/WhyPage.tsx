import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Button, Skeleton } from 'antd'
import { asking } from '../../kit/api.ts'
import { Failure } from '../../kit/Failure.tsx'
import { say } from '../../kit/language.ts'
import { Sheet } from '../../kit/Sheet.tsx'
import { w } from '../../kit/text.ts'
import { Why } from '../../kit/Why.tsx'

/** One clock on a page of its own, to be printed or sent on. */
export const WhyPage = () => {
  const { id } = useParams({ strict: false }) as { id: string }
  const asked = useQuery(asking('explainClock', { params: { id } }))
  if (asked.isError) return <Failure error={asked.error} onRetry={() => asked.refetch()} />
  if (!asked.data) return <Skeleton active paragraph={{ rows: 10 }} />
  const why = asked.data
  return (
    <>
      <div className="page-head">
        <h1>{w('为什么是这一天', 'Why this date?')}</h1>
        <span className="spring" />
        <Button className="no-print" onClick={() => print()}>
          {w('打印', 'Print')}
        </Button>
      </div>
      <div style={{ maxWidth: 760 }}>
        <Sheet title={say(why.due.name)} head={<span className="quiet">{why.label}</span>}>
          <Why why={why} />
        </Sheet>
      </div>
    </>
  )
}
