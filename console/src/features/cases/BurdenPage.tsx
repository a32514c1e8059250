import { useQuery } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import { asking } from '../../kit/api.ts'
import { Failure } from '../../kit/Failure.tsx'
import { Sheet } from '../../kit/Sheet.tsx'
import { w } from '../../kit/text.ts'
import './case.css'

/** 填报负担: what the forms ask, what they need not ask, and what they ask twice. */
export const BurdenPage = () => {
  const burden = useQuery(asking('getBurden', {}))
  if (burden.isError) return <Failure error={burden.error} onRetry={() => burden.refetch()} />
  if (!burden.data) return <Skeleton active />
  const { forms, fields, known, askedTwice, repeats } = burden.data
  return (
    <>
      <div className="page-head">
        <h1>{w('填报负担', 'Burden of forms')}</h1>
      </div>
      <Sheet title={w('总数', 'In all')}>
        <dl className="pairs">
          <dt>{w('表单', 'Forms')}</dt>
          <dd>{forms}</dd>
          <dt>{w('要填写的内容', 'Fields')}</dt>
          <dd>{fields}</dd>
          <dt>{w('其中系统自动带出', 'Filled in by the system')}</dt>
          <dd>{known}</dd>
          <dt>{w('重复要求填写', 'Asked again')}</dt>
          <dd style={askedTwice > 0 ? { color: 'var(--soon)', fontWeight: 600 } : {}}>{askedTwice}</dd>
        </dl>
      </Sheet>
      <Sheet title={w('同一内容在多张表里要求填写', 'Asked in several forms')}>
        {repeats.length === 0 ? (
          <p className="quiet" style={{ margin: 0 }}>
            {w('没有重复。同一内容只问一次，之后自动带出。', 'None. Everything is asked once and known afterwards.')}
          </p>
        ) : (
          <div className="table-scroll" tabIndex={0} role="group" aria-label={w('重复内容', 'Repeated fields')}>
            <table className="plain-table">
              <thead>
                <tr>
                  <th scope="col">{w('内容', 'Field')}</th>
                  <th scope="col">{w('几张表', 'Forms')}</th>
                  <th scope="col">{w('哪些事项', 'Services')}</th>
                </tr>
              </thead>
              <tbody>
                {repeats.map((r) => (
                  <tr key={r.asks}>
                    <td>{r.label}</td>
                    <td>{r.forms.length}</td>
                    <td>{r.forms.map((f) => f.title).join('、')}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Sheet>
    </>
  )
}
