import { courseOrder } from '@gongyou/contract/lawmenu/course-order.ts'
import { courses, menus } from '@gongyou/contract/lawmenu/courses.ts'
import { type ComingKeyDate, comingKeyDates } from '@gongyou/contract/lawmenu/key-dates.ts'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button, Input, Skeleton } from 'antd'
import { Fragment, useState } from 'react'
import { asking } from '../../kit/api.ts'
import { Failure } from '../../kit/Failure.tsx'
import { today } from '../../kit/form/today.ts'
import { say } from '../../kit/language.ts'
import { useMay } from '../../kit/me.ts'
import { Sheet } from '../../kit/Sheet.tsx'
import { w } from '../../kit/text.ts'
import { writeGiven } from '../cases/given-answers.ts'
import './course-menu.css'

/** The kind of activity a menu yields when the federation holds it itself. */
const kindOf = (menu: string) => (menu === 'women' ? 'mobile-class' : menu === 'caravan' ? 'caravan' : 'lecture')

const Order = ({ given }: { given: Readonly<Record<string, unknown>> }) => {
  const may = useMay()
  const go = useNavigate()
  if (!may('cases.handle')) return null
  return (
    <Button size="small" onClick={() => go({ to: '/new-case' as string, search: { service: courseOrder.code, given: writeGiven(given) } as never })}>
      {w('点单', 'Order')}
    </Button>
  )
}

const menuName = (code: string) => say(menus.find((m) => m.code === code)?.label ?? menus[0].label)

const Coming = ({ day }: { day: ComingKeyDate }) => {
  const may = useMay()
  const go = useNavigate()
  return (
    <div className="coming-day">
      <time dateTime={day.on}>{w(`${Number(day.on.slice(5, 7))}月${Number(day.on.slice(8))}日`, day.on.slice(5))}</time>
      <span>
        <b>{say(day.name)}</b>
        <span className="quiet small">
          {w('建议：', 'Suggested: ')}
          {say(day.topic)}（{menuName(day.menu)}）
        </span>
      </span>
      {may('activities.edit') && (
        <Button
          size="small"
          onClick={() =>
            go({
              to: '/new-activity' as string,
              search: { kind: kindOf(day.menu), title: `${say(day.name)}：${say(day.topic)}`, on: day.on, programme: menuName(day.menu) } as never,
            })
          }
        >
          {w('办活动', 'Plan a session')}
        </Button>
      )}
      <Order given={{ menu: day.menu, wish: say(day.topic), times: [{ on: day.on, part: 'afternoon' }] }} />
    </div>
  )
}

/** 课程菜单: what can be ordered, and which days of the year ask for a course. */
export const CourseMenuPage = () => {
  const [typed, setTyped] = useState('')
  const list = useQuery(asking('findOpenEntries', { params: { code: courses.code }, query: { limit: 200 } }))
  const coming = comingKeyDates(today())
  const found = (list.data?.found ?? []).filter((c) => [c.name, ...c.facts.map(say)].join(' ').includes(typed.trim()))
  const groups = menus.map((m) => ({ ...m, rows: found.filter((c) => c.facts[0]?.zh === m.label.zh) })).filter((m) => m.rows.length > 0)
  return (
    <>
      <div className="page-head">
        <h1>{w('课程菜单', 'Courses')}</h1>
        <span className="spring" />
        <Link to={'/registers/$code' as string} params={{ code: courses.code } as never}>
          {w('课程名册', 'Register of courses')}
        </Link>
        <Link to={'/new-case' as string} search={{ service: 'course-proposal' } as never}>
          {w('推荐课程上架', 'Put a course forward')}
        </Link>
      </div>
      {coming.length > 0 && (
        <Sheet title={w('近期重要节点', 'Coming days')}>
          <div className="coming-days">
            {coming.map((day) => (
              <Coming key={day.on + day.name.zh} day={day} />
            ))}
          </div>
        </Sheet>
      )}
      <div className="filters" style={{ marginTop: 16 }}>
        <Input
          style={{ width: 280 }}
          allowClear
          aria-label={w('按课程、对象、讲师查找', 'Find a course')}
          placeholder={w('课程、对象、讲师', 'Course, audience, lecturer')}
          value={typed}
          onChange={(e) => setTyped(e.target.value)}
        />
      </div>
      {list.isError && <Failure error={list.error} onRetry={() => list.refetch()} />}
      {list.isPending && <Skeleton active />}
      {list.isSuccess && groups.length === 0 && (
        <div className="sheet">
          <p className="empty">
            {typed
              ? w('没有这样的课程', 'No such course')
              : w(
                  '还没有上架的课程。推荐一门，试讲通过后就会列在这里。',
                  'No course is listed yet. Put one forward; it stands here after its trial lecture.',
                )}
          </p>
        </div>
      )}
      {groups.map((m) => (
        <Sheet key={m.code} title={say(m.label)} head={<span className="quiet">{m.rows.length}</span>}>
          <div className="course-rows">
            {m.rows.map((c) => (
              <div key={c.id} className="course-row">
                <Link to={'/registers/entry/$id' as string} params={{ id: c.id } as never}>
                  {c.name}
                </Link>
                <span className="quiet small">
                  {c.facts.slice(1).map((f, n) => (
                    <Fragment key={f.zh}>
                      {n > 0 && ' · '}
                      <span>{say(f)}</span>
                    </Fragment>
                  ))}
                </span>
                <Order given={{ menu: m.code, course: { id: c.id, name: c.name } }} />
              </div>
            ))}
          </div>
        </Sheet>
      ))}
    </>
  )
}
