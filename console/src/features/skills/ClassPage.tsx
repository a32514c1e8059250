import type { ReplyOf } from '@gongyou/contract/kit/route.ts'
import type { Routes } from '@gongyou/contract/routes.ts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Button, Skeleton } from 'antd'
import { useState } from 'react'
import { asking } from '../../kit/api.ts'
import { Failure } from '../../kit/Failure.tsx'
import { useMay } from '../../kit/me.ts'
import { Sheet } from '../../kit/Sheet.tsx'
import { w } from '../../kit/text.ts'
import { classState, classTone, hoursWord, modeWord, yuan } from './class-words.ts'
import { EnrolTrainees } from './EnrolTrainees.tsx'
import { FinishClass } from './FinishClass.tsx'
import { TestScores } from './TestScores.tsx'
import { Trainees } from './Trainees.tsx'
import './skills.css'
import { score } from './words.ts'

export type ClassView = ReplyOf<Routes['getClass']>
type Act = 'enrol' | 'tests' | 'finish'

const Facts = ({ c }: { c: ClassView }) => (
  <dl className="pairs contest-fact">
    <dt>{w('课程', 'Course')}</dt>
    <dd>
      <Link to={'/registers/entry/$id' as string} params={{ id: c.course.id } as never}>
        {c.course.name}
      </Link>
      {w(`，第 ${c.edition} 期`, `, edition ${c.edition}`)}
    </dd>
    <dt>{w('学院', 'Academy')}</dt>
    <dd>
      <Link to={'/registers/entry/$id' as string} params={{ id: c.academy.id } as never}>
        {c.academy.name}
      </Link>
    </dd>
    <dt>{w('主办', 'Held by')}</dt>
    <dd>{c.org.name}</dd>
    <dt>{w('讲师', 'Lecturer')}</dt>
    <dd>{c.lecturer?.name ?? '—'}</dd>
    <dt>{w('日期', 'Days')}</dt>
    <dd>{c.from === c.to ? c.from : w(`${c.from} 至 ${c.to}`, `${c.from} to ${c.to}`)}</dd>
    <dt>{w('方式、地点', 'Mode, place')}</dt>
    <dd>{[modeWord(c.mode), c.place].filter(Boolean).join(' · ')}</dd>
    <dt>{w('课时', 'Hours')}</dt>
    <dd>{hoursWord(c.hours)}</dd>
    <dt>{w('结业条件', 'To complete')}</dt>
    <dd>
      {w(`出勤不低于 ${c.mustAttend}%`, `${c.mustAttend}% attendance`)}
      {c.passMark === null ? '' : w(`，考核 ${score(c.passMark, 0)} 分以上`, `, test of ${score(c.passMark, 0)} or more`)}
    </dd>
    <dt>{w('支出', 'Cost')}</dt>
    <dd>{c.state === 'finished' || c.costCents > 0 ? yuan(c.costCents) : w('结班时登记', 'entered at the end')}</dd>
    <dt>{w('人均', 'Per head')}</dt>
    <dd>{c.costCents > 0 ? yuan(c.costPerHeadCents) : '—'}</dd>
    {c.mayRun && c.state === 'finished' && (
      <>
        <dt>{w('满意度', 'Rating')}</dt>
        <dd>
          {c.ratings.average === null
            ? w('还没有学员评价', 'Nobody has rated it yet')
            : w(
                `${(c.ratings.average / 100).toFixed(1)} 分（${c.ratings.of} 人到课，${c.ratings.answered} 人评价）`,
                `${(c.ratings.average / 100).toFixed(1)} of 5 (${c.ratings.answered} of ${c.ratings.of} answered)`,
              )}
          {c.ratings.said.map((r, i) => (
            <div key={i} className="quiet">
              {r.stars} · {r.said}
            </div>
          ))}
        </dd>
      </>
    )}
  </dl>
)

/** One class: who is enrolled, who was there on which half day, how they did, what it cost. */
export const ClassPage = () => {
  const { id } = useParams({ strict: false }) as { id: string }
  const may = useMay()
  const queries = useQueryClient()
  const one = useQuery(asking('getClass', { params: { id } }))
  const [act, setAct] = useState<Act | null>(null)
  if (one.isError) return <Failure error={one.error} onRetry={() => one.refetch()} />
  if (one.isPending) return <Skeleton active paragraph={{ rows: 10 }} />
  const c = one.data
  const open = c.state !== 'finished'
  const done = () => {
    setAct(null)
    void queries.invalidateQueries()
  }
  return (
    <>
      <div className="page-head">
        <Link to={'/classes' as string} className="quiet">
          {w('工匠学院', 'Academy')}
        </Link>
        <span className="quiet">/</span>
        <h1>{c.name}</h1>
        <span className={classTone[c.state]}>{classState(c.state)}</span>
        <span className="spring" />
        <div className="contest-acts">
          {open && may('skills.enter') && <Button onClick={() => setAct('enrol')}>{w('报名学员', 'Enrol')}</Button>}
          {open && c.mayRun && c.passMark !== null && c.people.length > 0 && (
            <Button onClick={() => setAct('tests')}>{w('登记考核', 'Tests')}</Button>
          )}
          {c.state === 'over' && c.mayRun && (
            <Button type="primary" onClick={() => setAct('finish')}>
              {w('结班', 'Finish')}
            </Button>
          )}
        </div>
      </div>
      <div className="columns">
        <Trainees c={c} again={done} />
        <Sheet title={w('基本情况', 'About')}>
          <Facts c={c} />
        </Sheet>
      </div>
      {act === 'enrol' && <EnrolTrainees c={c} onClose={() => setAct(null)} onDone={done} />}
      {act === 'tests' && <TestScores c={c} onClose={() => setAct(null)} onDone={done} />}
      {act === 'finish' && <FinishClass c={c} onClose={() => setAct(null)} onDone={done} />}
    </>
  )
}
