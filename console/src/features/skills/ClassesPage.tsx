import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Grid } from 'antd'
import { useState } from 'react'
import { ListPage, type Search } from '../../kit/ListPage.tsx'
import { useMay } from '../../kit/me.ts'
import { w } from '../../kit/text.ts'
import { classState, classTone, hoursWord, modeWord } from './class-words.ts'
import { NewClass } from './NewClass.tsx'
import './skills.css'

/** 工匠学院: classes of the academies; academies, courses and lecturers are registers. */
export const ClassesPage = () => {
  const search = useSearch({ strict: false }) as Search
  const go = useNavigate()
  const may = useMay()
  const wide = Grid.useBreakpoint().md ?? true
  const [adding, setAdding] = useState(false)
  const open = (id: string) => go({ to: '/classes/$id' as string, params: { id } as never })
  const year = new Date().getFullYear()
  return (
    <>
      <ListPage
        title={w('工匠学院培训班', 'Classes of the academy')}
        list="listClasses"
        search={search}
        onSearch={(next) => go({ to: '.', search: next as never })}
        head={
          <>
            <Link to={'/registers/academies' as string}>{w('学院', 'Academies')}</Link>
            <Link to={'/registers/academy-courses' as string}>{w('课程', 'Courses')}</Link>
            {may('skills.run') && (
              <Button type="primary" onClick={() => setAdding(true)}>
                {w('开班', 'Open a class')}
              </Button>
            )}
          </>
        }
        filters={[
          { name: 'q', kind: 'text', label: w('班名、课程', 'Class or course') },
          {
            name: 'year',
            kind: 'choice',
            label: w('年度', 'Year'),
            options: Array.from({ length: 8 }, (_, i) => ({ value: String(year + 1 - i), label: String(year + 1 - i) })),
          },
        ]}
        rowKey={(c) => c.id}
        onOpen={(c) => open(c.id)}
        empty={w(
          '还没有培训班。先在名册里登记学院和课程，再点“开班”。',
          'No class yet. Enter academies and courses in their registers, then open a class.',
        )}
        columns={
          wide
            ? [
                { title: w('培训班', 'Class'), dataIndex: 'name', width: 250, ellipsis: true },
                { title: w('状态', 'State'), width: 76, render: (_, c) => <span className={classTone[c.state]}>{classState(c.state)}</span> },
                { title: w('课程', 'Course'), width: 160, ellipsis: true, render: (_, c) => c.course.name },
                { title: w('学院', 'Academy'), width: 230, ellipsis: true, render: (_, c) => c.academy.name },
                { title: w('日期', 'Days'), width: 196, render: (_, c) => (c.from === c.to ? c.from : `${c.from} – ${c.to}`) },
                { title: w('方式', 'Mode'), width: 84, render: (_, c) => modeWord(c.mode) },
                { title: w('课时', 'Hours'), width: 60, align: 'right', render: (_, c) => c.hours / 10 },
                {
                  title: w('学员', 'Trainees'),
                  width: 84,
                  align: 'right',
                  render: (_, c) => (c.seats === null ? c.trainees : `${c.trainees} / ${c.seats}`),
                },
              ]
            : [
                {
                  title: w('培训班', 'Class'),
                  render: (_, c) => (
                    <div className="contest-line">
                      <div>{c.name}</div>
                      <div className="small quiet">
                        {classState(c.state)} · {c.from} · {hoursWord(c.hours)} · {w(`${c.trainees} 人`, `${c.trainees}`)}
                      </div>
                    </div>
                  ),
                },
              ]
        }
      />
      {adding && <NewClass onClose={() => setAdding(false)} onDone={({ id }) => open(id)} />}
    </>
  )
}
