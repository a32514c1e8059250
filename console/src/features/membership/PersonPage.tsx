import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { App, Button, Skeleton } from 'antd'
import { type ReactNode, useState } from 'react'
import { asking } from '../../kit/api.ts'
import { Failure } from '../../kit/Failure.tsx'
import { useMay } from '../../kit/me.ts'
import { Sheet } from '../../kit/Sheet.tsx'
import { w } from '../../kit/text.ts'
import { educationName, occupationName, sexName, townName } from '../../kit/words.ts'
import { CorrectPerson } from './CorrectPerson.tsx'
import { MembershipCard } from './MembershipCard.tsx'
import { MembershipChange } from './MembershipChange.tsx'
import { PersonTimeline } from './PersonTimeline.tsx'
import { SealedNumbers } from './SealedNumbers.tsx'
import { TransferAsk } from './TransferAsk.tsx'

/** One person on one page: facts at the left, standing and actions at the right; `more`: what departments further right know. */
export const PersonPage = ({ more }: { more?: ReactNode }) => {
  const { id } = useParams({ strict: false }) as { id: string }
  const may = useMay()
  const { message } = App.useApp()
  const [act, setAct] = useState<'transfer' | 'status' | 'correct' | null>(null)
  const one = useQuery(asking('getPerson', { params: { id } }))
  if (one.isError) return <Failure error={one.error} />
  if (!one.data) return <Skeleton active />
  const p = one.data
  const done = (text: string) => {
    setAct(null)
    message.success(text)
    void one.refetch()
  }
  return (
    <>
      <div className="page-head">
        <Link to="/members" className="quiet">
          {w('会员', 'Members')}
        </Link>
        <span className="quiet">/</span>
        <h1>{p.name}</h1>
        <span className="spring" />
        {may('people.edit') && <Button onClick={() => setAct('correct')}>{w('更正信息', 'Correct')}</Button>}
      </div>
      {p.mergedInto && (
        <p style={{ color: 'var(--soon)' }}>
          {w('这条记录已合并到', 'Merged into')}{' '}
          <Link to={'/people/$id' as string} params={{ id: p.mergedInto } as never}>
            {w('另一条记录', 'another record')}
          </Link>
        </p>
      )}
      <div className="columns side-first">
        <div>
          <Sheet title={w('基本信息', 'Person')}>
            <dl className="pairs">
              <dt>{w('性别', 'Sex')}</dt>
              <dd>{sexName(p.sex)}</dd>
              <dt>{w('出生日期', 'Born')}</dt>
              <dd>{p.birthOn ?? '—'}</dd>
              <SealedNumbers person={p} />
              <dt>{w('学历', 'Education')}</dt>
              <dd>{educationName(p.education)}</dd>
              <dt>{w('农民工', 'Migrant worker')}</dt>
              <dd>{p.isMigrant === null ? '—' : p.isMigrant ? w('是', 'Yes') : w('否', 'No')}</dd>
              <dt>{w('居住镇街', 'Lives in')}</dt>
              <dd>{townName(p.residenceTown)}</dd>
            </dl>
          </Sheet>
          <Sheet title={w('工作', 'Work')}>
            {p.employments.length === 0 && (
              <p className="quiet" style={{ margin: 0 }}>
                {w('没有登记单位或平台', 'No employer or platform recorded')}
              </p>
            )}
            {p.employments.map((e) => (
              <div key={e.id} style={{ display: 'flex', gap: 12 }}>
                <span style={{ flex: 1 }}>{e.employer}</span>
                <span>{occupationName(e.occupation)}</span>
                <span className="quiet">
                  {e.since} — {e.until ?? w('至今', 'now')}
                </span>
              </div>
            ))}
          </Sheet>
          {more}
          <PersonTimeline person={p} />
        </div>
        <div>
          <MembershipCard person={p} onAct={setAct} />
        </div>
      </div>
      {act === 'correct' && <CorrectPerson person={p} onClose={() => setAct(null)} onDone={() => done(w('已更正', 'Corrected'))} />}
      {act === 'transfer' && (
        <TransferAsk
          person={p}
          onClose={() => setAct(null)}
          onDone={() => done(w('已发起接转，等待另一方办理', 'Asked; waiting for the other end'))}
        />
      )}
      {act === 'status' && <MembershipChange person={p} onClose={() => setAct(null)} onDone={() => done(w('会籍已变更', 'Membership changed'))} />}
    </>
  )
}
