import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Grid } from 'antd'
import { useState } from 'react'
import { ListPage, type Search } from '../../kit/ListPage.tsx'
import { useMay } from '../../kit/me.ts'
import { w } from '../../kit/text.ts'
import { NewContest } from './NewContest.tsx'
import './skills.css'
import { levelName, levelOptions, stateName } from './words.ts'

/** 技能竞赛: every contest within reach and every one that was announced. */
export const ContestsPage = () => {
  const search = useSearch({ strict: false }) as Search
  const go = useNavigate()
  const may = useMay()
  const wide = Grid.useBreakpoint().md ?? true
  const [adding, setAdding] = useState(false)
  const open = (id: string) => go({ to: '/contests/$id' as string, params: { id } as never })
  const year = new Date().getFullYear()
  return (
    <>
      <ListPage
        title={w('技能竞赛', 'Skill contests')}
        list="listContests"
        search={search}
        onSearch={(next) => go({ to: '.', search: next as never })}
        head={
          <>
            <Link to={'/registers/talents' as string}>{w('技能人才库', 'Skilled people')}</Link>
            {may('skills.run') && (
              <Button type="primary" onClick={() => setAdding(true)}>
                {w('起草竞赛方案', 'Plan a contest')}
              </Button>
            )}
          </>
        }
        filters={[
          { name: 'q', kind: 'text', label: w('竞赛名称', 'Name') },
          { name: 'level', kind: 'choice', label: w('级别', 'Level'), options: levelOptions() },
          {
            name: 'year',
            kind: 'choice',
            label: w('年度', 'Year'),
            options: Array.from({ length: 8 }, (_, i) => ({ value: String(year + 1 - i), label: String(year + 1 - i) })),
          },
        ]}
        rowKey={(c) => c.id}
        onOpen={(c) => open(c.id)}
        empty={w('还没有竞赛。从起草方案开始：系列、工种、轮次、评分办法。', 'No contest yet. Begin with a plan: series, trades, rounds, scoring.')}
        columns={
          wide
            ? [
                { title: w('竞赛', 'Contest'), dataIndex: 'name', width: 340, ellipsis: true },
                { title: w('状态', 'State'), width: 140, render: (_, c) => <span className={`contest-${c.state}`}>{stateName(c.state)}</span> },
                { title: w('级别', 'Level'), width: 120, render: (_, c) => levelName(c.level) },
                { title: w('主办', 'Held by'), width: 180, ellipsis: true, render: (_, c) => c.org.name },
                {
                  title: w('比赛日期', 'Days'),
                  width: 210,
                  render: (_, c) => (c.heldFrom === c.heldTo ? c.heldFrom : `${c.heldFrom} – ${c.heldTo}`),
                },
                { title: w('工种', 'Trades'), width: 70, align: 'right', dataIndex: 'trades' },
                { title: w('参赛', 'Entrants'), width: 90, align: 'right', dataIndex: 'entrants' },
              ]
            : [
                {
                  title: w('竞赛', 'Contest'),
                  render: (_, c) => (
                    <div className="contest-line">
                      <div>{c.name}</div>
                      <div className="small quiet">
                        {stateName(c.state)} · {c.heldFrom}
                      </div>
                    </div>
                  ),
                },
              ]
        }
      />
      {adding && <NewContest onClose={() => setAdding(false)} onDone={({ id }) => open(id)} />}
    </>
  )
}
