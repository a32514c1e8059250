import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Grid } from 'antd'
import { useState } from 'react'
import { asking } from '../../kit/api.ts'
import { say } from '../../kit/language.ts'
import { ListPage, type Search } from '../../kit/ListPage.tsx'
import { useMay } from '../../kit/me.ts'
import { w } from '../../kit/text.ts'
import { OpenRound } from './OpenRound.tsx'
import { standing } from './words.ts'
import './returns.css'

const Share = ({ of, among }: { of: number; among: number }) => (
  <div className="return-progress">
    <span style={{ width: `${among === 0 ? 0 : (100 * of) / among}%` }} />
    <b>
      {of} / {among}
    </b>
  </div>
)

const Rounds = ({ wide, mayOpen }: { wide: boolean; mayOpen: boolean }) => {
  const go = useNavigate()
  const [opening, setOpening] = useState(false)
  const open = (id: string) => go({ to: '/return-rounds/$id' as string, params: { id } as never })
  return (
    <>
      <ListPage<'listReturnRounds'>
        title={<span style={{ fontSize: 16 }}>{w('各期报送情况', 'Periods')}</span>}
        list="listReturnRounds"
        search={{}}
        onSearch={() => {}}
        rowKey={(r) => r.id}
        onOpen={(r) => open(r.id)}
        head={mayOpen && <Button onClick={() => setOpening(true)}>{w('布置一期', 'Open a period')}</Button>}
        empty={w(
          '还没有布置过报表。布置一期以后，以后各期到时自动布置。',
          'No period has been opened. Once a form has been opened, its next periods open by themselves.',
        )}
        columns={
          wide
            ? [
                { title: w('报表', 'Form'), width: 280, ellipsis: true, render: (_, r) => say(r.title) },
                { title: w('报告期', 'Period'), width: 140, render: (_, r) => say(r.period) },
                { title: w('截止', 'Due'), width: 110, dataIndex: 'dueOn' },
                { title: w('已报 / 应报', 'In / due'), width: 180, render: (_, r) => <Share of={r.handedIn} among={r.obliged} /> },
                { title: w('按时', 'In time'), width: 70, align: 'right', dataIndex: 'timely' },
                { title: w('零报', 'Nil'), width: 70, align: 'right', dataIndex: 'nil' },
                { title: w('已收', 'Received'), width: 80, align: 'right', dataIndex: 'received' },
                { title: w('已上报', 'Handed up'), width: 110, render: (_, r) => r.reported?.on ?? '' },
              ]
            : [
                {
                  title: w('报表', 'Form'),
                  render: (_, r) => (
                    <div style={{ display: 'grid', gap: 4 }}>
                      <div>
                        {say(r.period)} · {say(r.title)}
                      </div>
                      <Share of={r.handedIn} among={r.obliged} />
                    </div>
                  ),
                },
              ]
        }
      />
      {opening && <OpenRound onClose={() => setOpening(false)} onDone={open} />}
    </>
  )
}

/** 报表: what I must hand in, and how far the units beneath me have come. */
export const ReturnsPage = () => {
  const search = useSearch({ strict: false }) as Search
  const go = useNavigate()
  const may = useMay()
  const wide = Grid.useBreakpoint().md ?? true
  const all = useQuery({ ...asking('listReturnForms', {}), enabled: may('returns.oversee') })
  return (
    <>
      {may('returns.fill') && (
        <ListPage<'listMyReturns'>
          title={w('报表', 'Returns')}
          list="listMyReturns"
          search={search}
          onSearch={(next) => go({ to: '.', search: next as never })}
          rowKey={(r) => r.id}
          onOpen={(r) => go({ to: '/returns/$id' as string, params: { id: r.id } as never })}
          filters={[{ name: 'all', kind: 'choice', label: w('只看待报', 'To hand in only'), options: [{ value: 'true', label: w('全部', 'All') }] }]}
          empty={w('没有待填报的报表', 'Nothing to hand in')}
          columns={
            wide
              ? [
                  { title: w('报表', 'Form'), width: 280, ellipsis: true, render: (_, r) => say(r.title) },
                  { title: w('报告期', 'Period'), width: 140, render: (_, r) => say(r.period) },
                  { title: w('单位', 'Unit'), width: 260, ellipsis: true, render: (_, r) => r.org.name },
                  { title: w('截止', 'Due'), width: 110, render: (_, r) => r.dueOn ?? '—' },
                  { title: w('状态', 'State'), width: 160, render: (_, r) => standing(r) },
                ]
              : [
                  {
                    title: w('报表', 'Form'),
                    render: (_, r) => (
                      <div>
                        <div>
                          {say(r.period)} · {say(r.title)}
                        </div>
                        <div className="small quiet">
                          {standing(r)}
                          {r.dueOn && ` · ${w(`截止 ${r.dueOn}`, `due ${r.dueOn}`)}`}
                        </div>
                      </div>
                    ),
                  },
                ]
          }
        />
      )}
      {!may('returns.fill') && (
        <div className="page-head">
          <h1>{w('报表', 'Returns')}</h1>
        </div>
      )}
      {all.data && (
        <div className="return-rounds">
          <Rounds wide={wide} mayOpen={all.data.mayOpen} />
        </div>
      )}
    </>
  )
}
