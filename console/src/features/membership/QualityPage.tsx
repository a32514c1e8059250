import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import { asking } from '../../kit/api.ts'
import { Failure } from '../../kit/Failure.tsx'
import type { Routes } from '@gongyou/contract/routes.ts'
import type { ReplyOf } from '@gongyou/contract/kit/route.ts'
import { w } from '../../kit/text.ts'

type Finding = ReplyOf<Routes['listQuality']>['rows'][number]
const words = (code: Finding['code']) =>
  ({
    'no-id-number': [w('没有证件号码', 'No ID number'), w('先服务后入会的对象，入会时补齐', 'Recorded as served; to be filled in on joining')],
    'no-mobile': [w('没有手机号', 'No phone'), w('通知发不到，请下次见面时补上', 'Messages cannot reach them; ask at the next meeting')],
    'shared-mobile': [
      w('手机号与他人相同', 'Phone shared with others'),
      w('一家人共用可以保留，否则请更正', 'Fine within a family; otherwise correct it'),
    ],
    'no-occupation': [
      w('流动会员没有职业', 'Floating member without occupation'),
      w('影响新就业形态统计', 'Missing in the figures of new occupations'),
    ],
    'no-education': [w('没有学历', 'No education recorded'), w('市级名册要求填写', 'The municipal roster asks for it')],
    'possible-duplicate': [w('疑似重复', 'Possible duplicate'), ''],
    'union-without-members': [
      w('没有会员的工会', 'Unions without members'),
      w('请导入名册，或核实是否应撤销', 'Import a roster, or see whether it should be dissolved'),
    ],
    'term-overdue': [w('超期未换届的工会', 'Unions past their term'), w('请联系换届，换届后登记届次', 'Arrange the election, then record the term')],
  })[code]
const isUnion = (code: Finding['code']) => code === 'union-without-members' || code === 'term-overdue'

/** What is missing or doubtful within reach, each with where to begin. */
export const QualityPage = () => {
  const found = useQuery(asking('listQuality', {}))
  return (
    <>
      <div className="page-head">
        <h1>{w('数据质量待办', 'Data to complete')}</h1>
      </div>
      {found.isError && <Failure error={found.error} onRetry={() => found.refetch()} />}
      {found.isPending && <Skeleton active />}
      {found.data && (
        <section className="sheet">
          {found.data.rows.length === 0 && <p className="empty">{w('范围内的记录都齐全', 'Every record within your reach is complete')}</p>}
          {found.data.rows.map((f) => {
            const [title, advice] = words(f.code)
            return (
              <div
                key={f.code}
                style={{ display: 'grid', gridTemplateColumns: '88px 1fr', gap: 16, padding: '12px 16px', borderBottom: '1px solid var(--line)' }}
              >
                <span className="right" style={{ fontSize: 20 }}>
                  {f.count.toLocaleString()}
                </span>
                <div>
                  <b>{title}</b> <span className="quiet">{advice}</span>
                  <div className="small">
                    {f.examples.map((e) =>
                      isUnion(f.code) ? (
                        <Link key={e.id} to="/organisations" search={{ id: e.id } as never} style={{ marginRight: 12 }}>
                          {e.name}
                        </Link>
                      ) : (
                        <Link key={e.id} to={'/people/$id' as string} params={{ id: e.id } as never} style={{ marginRight: 12 }}>
                          {e.name}
                        </Link>
                      ),
                    )}
                    {f.count > f.examples.length && <span className="quiet">{w('等', '…')}</span>}
                  </div>
                </div>
              </div>
            )
          })}
        </section>
      )}
    </>
  )
}
