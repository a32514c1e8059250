import { stageWords } from '@gongyou/contract/activities/words.ts'
import type { Stage } from '@gongyou/contract/activities/stage.ts'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { asking } from '../../kit/api.ts'
import { say } from '../../kit/language.ts'
import { ListPage, type Search } from '../../kit/ListPage.tsx'
import { useMay } from '../../kit/me.ts'
import { w } from '../../kit/text.ts'
import { StageWord, seatsOf, span } from './words.tsx'

const CountOf = ({ search }: { search: Search }) => {
  const count = useQuery(asking('countActivities', { query: search as never }))
  return (
    <span className="quiet" style={{ fontSize: 14, fontWeight: 400, marginLeft: 12 }}>
      {count.data ? w(`${count.data.count.toLocaleString()} 个`, `${count.data.count.toLocaleString()}`) : ''}
    </span>
  )
}

/** Every activity within reach, the newest plan first. */
export const ActivitiesPage = () => {
  const search = useSearch({ strict: false }) as Search
  const go = useNavigate()
  const may = useMay()
  const kinds = useQuery({ ...asking('listActivityKinds', {}), staleTime: 600_000 })
  const templates = search.template === 'true'
  return (
    <ListPage
      title={
        <>
          {templates ? w('活动模板', 'Templates') : w('活动', 'Activities')}
          <CountOf search={search} />
        </>
      }
      head={
        <>
          <Link to={'/activities-calendar' as string}>
            <Button>{w('日历', 'Calendar')}</Button>
          </Link>
          <Button onClick={() => go({ to: '.', search: (templates ? {} : { template: 'true' }) as never })}>
            {templates ? w('看活动', 'Activities') : w('模板', 'Templates')}
          </Button>
          {may('activities.edit') && (
            <Link to={'/new-activity' as string}>
              <Button type="primary">{w('新建活动', 'Plan an activity')}</Button>
            </Link>
          )}
        </>
      }
      list="listActivities"
      search={search}
      onSearch={(s) => go({ to: '.', search: s as never })}
      filters={[
        { name: 'q', kind: 'text', label: w('活动名称', 'Title') },
        {
          name: 'stage',
          kind: 'choice',
          label: w('状态', 'Stage'),
          options: (Object.keys(stageWords) as Stage[]).map((value) => ({ value, label: say(stageWords[value]) })),
        },
        {
          name: 'kind',
          kind: 'choice',
          label: w('类型', 'Kind'),
          options: (kinds.data?.kinds ?? []).map((k) => ({ value: k.code, label: say(k.title) })),
        },
        { name: 'from', to: 'to', kind: 'period', label: w('场次日期自', 'Sessions from') },
      ]}
      rowKey={(a) => a.id}
      onOpen={(a) => go({ to: '/activities/$id' as string, params: { id: a.id } as never })}
      empty={w(
        '您的范围内还没有活动。点“新建活动”开始，也可以照以前的再办一次。',
        'No activity within your reach yet. Plan one, or plan an earlier one again.',
      )}
      columns={[
        { title: w('活动', 'Activity'), fixed: 'left', width: 240, ellipsis: true, render: (_, a) => a.title },
        { title: w('状态', 'Stage'), width: 96, render: (_, a) => <StageWord stage={a.stage} /> },
        { title: w('类型', 'Kind'), width: 130, ellipsis: true, render: (_, a) => say(a.kind.title) },
        {
          title: w('时间', 'Time'),
          width: 250,
          render: (_, a) => (
            <>
              {a.startsAt && a.endsAt && a.sessions === 1
                ? span(a.startsAt, a.endsAt)
                : a.startsAt
                  ? span(a.startsAt, a.startsAt).split('–')[0]
                  : '—'}
              {a.sessions > 1 && <span className="quiet"> {w(`共 ${a.sessions} 场`, `${a.sessions} sessions`)}</span>}
            </>
          ),
        },
        { title: w('地点', 'Place'), width: 180, ellipsis: true, render: (_, a) => a.place },
        { title: w('报名 / 名额', 'Taken / seats'), width: 150, align: 'right', render: (_, a) => seatsOf(a) },
        { title: w('组织者', 'Organiser'), width: 200, ellipsis: true, render: (_, a) => a.org.name },
      ]}
    />
  )
}
