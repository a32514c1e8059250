import type { Target } from '@gongyou/contract/statistics/targets.ts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { App, Button, DatePicker, Form, Input, InputNumber, Popconfirm, Select, Skeleton, Table } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useState } from 'react'
import { ask, asking } from '../../kit/api.ts'
import { Failure, wordsOf } from '../../kit/Failure.tsx'
import { FormModal } from '../../kit/FormModal.tsx'
import { language } from '../../kit/language.ts'
import { useMay } from '../../kit/me.ts'
import { w } from '../../kit/text.ts'
import { periodOf, shown } from './words.ts'
import './figures.css'

type Fields = { figure: string; period: [Dayjs, Dayjs]; aim: number; source: string }

const standingName = (s: Target['standing']) =>
  ({
    reached: w('已完成', 'Reached'),
    'on-course': w('按进度', 'On course'),
    behind: w('落后', 'Behind'),
    missed: w('未完成', 'Missed'),
    'not-begun': w('未开始', 'Not begun'),
  })[s]
const standingColour = {
  reached: 'var(--done)',
  'on-course': 'var(--ink)',
  behind: 'var(--soon)',
  missed: 'var(--red)',
  'not-begun': 'var(--ink-2)',
} as const

const presets = () => {
  const y = dayjs().year()
  const five = Math.floor((y - 1) / 5) * 5 + 1
  return [
    { label: w(`${y}年`, `${y}`), value: [dayjs(`${y}-01-01`), dayjs(`${y}-12-31`)] as [Dayjs, Dayjs] },
    { label: w(`${five}—${five + 4}年`, `${five}–${five + 4}`), value: [dayjs(`${five}-01-01`), dayjs(`${five + 4}-12-31`)] as [Dayjs, Dayjs] },
  ]
}

const SetTarget = ({ onClose }: { onClose: () => void }) => {
  const queries = useQueryClient()
  const list = useQuery(asking('listFigures', {}))
  return (
    <FormModal<Fields>
      title={w('设定目标', 'Set a target')}
      ok={w('设定', 'Set')}
      save={(f) =>
        ask('setTarget', {
          body: { figure: f.figure, from: f.period[0].format('YYYY-MM-DD'), to: f.period[1].format('YYYY-MM-DD'), aim: f.aim, source: f.source },
        })
      }
      onClose={onClose}
      onDone={() => {
        void queries.invalidateQueries({ queryKey: ['listTargets'] })
        onClose()
      }}
    >
      <Form.Item name="figure" label={w('数字', 'Figure')} rules={[{ required: true, message: w('请选择', 'Choose') }]}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={(list.data?.figures ?? []).map((f) => ({ value: f.code, label: `${f.name[language()]}（${f.unitName[language()]}）` }))}
        />
      </Form.Item>
      <Form.Item name="period" label={w('时段', 'Period')} rules={[{ required: true, message: w('请选择', 'Choose') }]}>
        <DatePicker.RangePicker presets={presets()} style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item name="aim" label={w('要达到', 'To reach')} rules={[{ required: true, message: w('请填写', 'Please fill in') }]}>
        <InputNumber min={0.01} style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item
        name="source"
        label={w('依据（规划、要点）', 'Where it is written')}
        rules={[{ required: true, message: w('请写明', 'Please say') }]}
      >
        <Input maxLength={200} />
      </Form.Item>
    </FormModal>
  )
}

/** What was promised for the year and for the five years, how far it is, and where it ends at this pace. */
export const TargetsPage = () => {
  const may = useMay()
  const { message } = App.useApp()
  const [adding, setAdding] = useState(false)
  const list = useQuery(asking('listTargets', {}))
  const drop = useMutation({
    mutationFn: (id: string) => ask('dropTarget', { params: { id } }),
    onSuccess: () => list.refetch(),
    onError: (e) => message.error(wordsOf(e)),
  })
  return (
    <>
      <div className="page-head">
        <h1>{w('目标与进度', 'Targets')}</h1>
        <span className="spring" />
        {may('statistics.edit') && (
          <Button type="primary" onClick={() => setAdding(true)}>
            {w('设定目标', 'Set a target')}
          </Button>
        )}
      </div>
      {list.isError && <Failure error={list.error} onRetry={() => list.refetch()} />}
      <div className="sheet list">
        {list.isPending ? (
          <Skeleton active style={{ padding: 16 }} />
        ) : (
          <Table<Target>
            size="small"
            pagination={false}
            rowKey="id"
            scroll={{ x: 'max-content' }}
            dataSource={list.data?.targets ?? []}
            locale={{
              emptyText: (
                <div className="empty">
                  {w(
                    '还没有目标。年度要点和五年规划里的数字可以设成目标。',
                    'No target yet. Numbers of the yearly and five-year plans can be set here.',
                  )}
                </div>
              ),
            }}
            columns={[
              {
                title: w('数字', 'Figure'),
                render: (_, r) => (
                  <Link to={'/figures/$code' as string} params={{ code: r.figure } as never} search={{ from: r.from } as never}>
                    {r.name[language()]}
                  </Link>
                ),
              },
              { title: w('时段', 'Period'), render: (_, r) => periodOf(r.from, r.to) },
              { title: w('目标', 'Aim'), align: 'right', render: (_, r) => `${r.aim.toLocaleString()} ${r.unitName[language()]}` },
              { title: w('已达到', 'Reached'), align: 'right', render: (_, r) => shown(r.value) },
              {
                title: w('进度', 'Progress'),
                width: 220,
                render: (_, r) => (
                  <div className="target-bar" title={w(`时间已过 ${r.elapsed}%`, `${r.elapsed}% of the time has gone`)}>
                    <span style={{ width: `${Math.min(100, r.progress ?? 0)}%` }} />
                    <i style={{ left: `${r.elapsed}%` }} />
                    <b>{r.progress === null ? '—' : `${r.progress}%`}</b>
                  </div>
                ),
              },
              { title: w('照此预计', 'At this pace'), align: 'right', render: (_, r) => shown(r.forecast) },
              {
                title: w('状态', 'Standing'),
                render: (_, r) => <span style={{ color: standingColour[r.standing] }}>{standingName(r.standing)}</span>,
              },
              { title: w('依据', 'Source'), dataIndex: 'source' },
              ...(may('statistics.edit')
                ? [
                    {
                      title: '',
                      render: (_: unknown, r: Target) => (
                        <Popconfirm title={w('撤下这个目标？', 'Take this target back?')} onConfirm={() => drop.mutate(r.id)}>
                          <Button type="text" size="small">
                            {w('撤下', 'Take back')}
                          </Button>
                        </Popconfirm>
                      ),
                    },
                  ]
                : []),
            ]}
          />
        )}
      </div>
      <p className="quiet small">
        {w(
          '竖线是时间已过的份额。预计按最近十二个月的速度推到期末；按人去重的数字和比率只供参考。',
          'The mark is how much of the time has gone. The forecast goes on at the pace of the last twelve months.',
        )}
      </p>
      {adding && <SetTarget onClose={() => setAdding(false)} />}
    </>
  )
}
