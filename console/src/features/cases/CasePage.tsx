import { Link, useParams } from '@tanstack/react-router'
import { Button, Skeleton } from 'antd'
import { Failure } from '../../kit/Failure.tsx'
import { useMay } from '../../kit/me.ts'
import { w } from '../../kit/text.ts'
import { CaseBody } from './CaseBody.tsx'
import { CaseHead, Farewell } from './CaseHead.tsx'
import { Shortcuts } from './Shortcuts.tsx'
import { useCase } from './use-case.ts'

/** One case on a page of its own. */
export const CasePage = () => {
  const { id } = useParams({ strict: false }) as { id: string }
  const may = useMay()
  const { one, farewell, acted, changed } = useCase(id)
  if (farewell)
    return (
      <>
        <div className="page-head">
          <h1>{farewell.title}</h1>
        </div>
        <Farewell view={farewell} />
        <p style={{ textAlign: 'center' }}>
          <Link to="/queue">{w('回到待办', 'Back to the queue')}</Link>
        </p>
      </>
    )
  if (one.error) return <Failure error={one.error} onRetry={one.retry} />
  if (!one.view) return <Skeleton active paragraph={{ rows: 12 }} />
  return (
    <>
      <div className="page-head">
        <Link to={may('cases.handle') ? '/queue' : '/cases'} className="quiet">
          {may('cases.handle') ? w('待办', 'Queue') : w('办件', 'Cases')}
        </Link>
        <span className="quiet">/</span>
        <h1>{one.view.title}</h1>
        <span className="spring" />
        <Shortcuts />
        <Button onClick={() => window.print()}>{w('打印办理单', 'Print')}</Button>
      </div>
      <CaseHead view={one.view} />
      <CaseBody view={one.view} onActed={acted} onChanged={changed} />
    </>
  )
}
