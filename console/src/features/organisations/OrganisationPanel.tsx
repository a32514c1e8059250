import type { Organisation } from '@gongyou/contract/organisations/routes.ts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { App, Button, Dropdown, Skeleton } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { asking } from '../../kit/api.ts'
import { Failure } from '../../kit/Failure.tsx'
import { useMay } from '../../kit/me.ts'
import { takeFocus, usePanel } from '../../kit/panel.ts'
import { w } from '../../kit/text.ts'
import { actName, kindName, postName, townName } from '../../kit/words.ts'
import { AddTerm } from './AddTerm.tsx'
import { EditOrganisation } from './EditOrganisation.tsx'
import { Rearrange, type Rearrangement } from './Rearrange.tsx'

const TermLine = ({ o }: { o: Organisation }) => {
  const last = o.terms[0]
  if (!last) return <>{w('未登记', 'Not recorded')}</>
  const late = last.to < dayjs().format('YYYY-MM-DD')
  return (
    <span style={late ? { color: 'var(--red)' } : {}}>
      {w(`第 ${last.number} 届，${last.from} 至 ${last.to}`, `Term ${last.number}, ${last.from} to ${last.to}`)}
      {late && w('（超期未换届）', ' (overdue)')}
    </span>
  )
}

const Facts = ({ o }: { o: Organisation }) => (
  <dl className="pairs">
    <dt>{w('类型', 'Kind')}</dt>
    <dd>{kindName(o.kind)}</dd>
    <dt>{w('上级', 'Under')}</dt>
    <dd>{o.parent?.name ?? '—'}</dd>
    {o.industryParent && (
      <>
        <dt>{w('行业线', 'Industry line')}</dt>
        <dd>{o.industryParent.name}</dd>
      </>
    )}
    <dt>{w('镇街', 'Town')}</dt>
    <dd>{townName(o.town)}</dd>
    <dt>{w('信用代码', 'Credit code')}</dt>
    <dd>{o.uscc ?? '—'}</dd>
    {o.employer && (
      <>
        <dt>{w('用人单位', 'Employer')}</dt>
        <dd>{o.employer.name}</dd>
      </>
    )}
    <dt>{w('成立日期', 'Founded')}</dt>
    <dd>{o.foundedOn ?? '—'}</dd>
    <dt>{w('届次', 'Term')}</dt>
    <dd>
      <TermLine o={o} />
    </dd>
    <dt>{w('职工数（申报）', 'Workers (declared)')}</dt>
    <dd>{o.workersDeclared === null ? '—' : w(`${o.workersDeclared} 人，截至 ${o.declaredOn}`, `${o.workersDeclared} as of ${o.declaredOn}`)}</dd>
    {o.dissolvedOn && (
      <>
        <dt>{w('撤销', 'Dissolved')}</dt>
        <dd style={{ color: 'var(--red)' }}>
          {o.dissolvedOn}
          {o.succeededBy && w(`，并入 ${o.succeededBy.name}`, `, into ${o.succeededBy.name}`)}
        </dd>
      </>
    )}
  </dl>
)

/** One organisation: what it is, who holds which post, how it stood before, and what can be done with it. */
export const OrganisationPanel = ({ id, onClose }: { id: string; onClose: () => void }) => {
  const may = useMay()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const [act, setAct] = useState<Rearrangement | 'edit' | 'term' | null>(null)
  usePanel(onClose)
  const one = useQuery(asking('getOrganisation', { params: { id } }))
  if (one.isError)
    return (
      <div className="sheet panel">
        <Failure error={one.error} />
      </div>
    )
  if (!one.data)
    return (
      <div className="sheet panel">
        <Skeleton active style={{ padding: 16 }} />
      </div>
    )
  const o = one.data
  const done = () => {
    setAct(null)
    message.success(w('已保存', 'Saved'))
    for (const key of ['getOrganisation', 'listTree', 'countByOrganisation']) void queries.invalidateQueries({ queryKey: [key] })
  }
  return (
    <aside className="sheet panel" aria-label={o.name} tabIndex={-1} ref={takeFocus}>
      <header>
        <h2 style={{ margin: 0 }}>{o.name}</h2>
        <span style={{ flex: 1 }} />
        <Button size="small" type="text" onClick={onClose}>
          {w('关闭', 'Close')}
        </Button>
      </header>
      <div className="body">
        <Facts o={o} />
        <p style={{ margin: '12px 0 0' }}>
          <Link to="/members" search={{ org: o.id } as never}>
            {w('查看会员', 'Members')}
          </Link>
        </p>
        <h2 style={{ marginTop: 20 }}>{w('任职', 'Posts')}</h2>
        {o.posts.length === 0 && (
          <p className="quiet" style={{ margin: 0 }}>
            {w('还没有登记任职', 'No post recorded')}
          </p>
        )}
        {o.posts.map((p) => (
          <div key={p.id}>
            {postName(p.post)} · {p.person.name}{' '}
            <span className="quiet small">
              {p.from} — {p.to ?? w('至今', 'now')}
            </span>
          </div>
        ))}
        {o.parents.length > 1 && (
          <>
            <h2 style={{ marginTop: 20 }}>{w('隶属经过', 'Parents so far')}</h2>
            {o.parents.map((p) => (
              <div key={p.from} className="small">
                {p.parent.name}{' '}
                <span className="quiet">
                  {p.from} — {p.to ?? w('至今', 'now')}
                </span>
              </div>
            ))}
          </>
        )}
        <h2 style={{ marginTop: 20 }}>{w('经过', 'What happened')}</h2>
        {o.history.length === 0 && (
          <p className="quiet" style={{ margin: 0 }}>
            {w('还没有记录', 'Nothing yet')}
          </p>
        )}
        {o.history.map((h, i) => (
          <div key={`${h.day}${h.kind}${i}`} className="small">
            <span className="quiet">{h.day}</span> {actName(h.kind)} <span className="quiet">{h.actor ?? ''}</span>
          </div>
        ))}
      </div>
      {may('organisations.edit') && !o.dissolvedOn && (
        <div className="org-acts">
          <Button onClick={() => setAct('edit')}>{w('更正信息', 'Correct')}</Button>
          <Button onClick={() => setAct('term')}>{w('登记届次', 'Record a term')}</Button>
          <Dropdown
            trigger={['click']}
            menu={{
              items: [
                { key: 'move', label: w('调整隶属', 'Move'), onClick: () => setAct('move') },
                { key: 'merge', label: w('并入另一工会', 'Merge into another'), onClick: () => setAct('merge') },
                { key: 'split', label: w('分设新工会', 'Split off'), onClick: () => setAct('split') },
                { key: 'dissolve', label: w('撤销', 'Dissolve'), danger: true, onClick: () => setAct('dissolve') },
              ],
            }}
          >
            <Button type="text">{w('组织变动', 'Rearrange')}</Button>
          </Dropdown>
        </div>
      )}
      {act === 'edit' && <EditOrganisation organisation={o} onClose={() => setAct(null)} onDone={done} />}
      {act === 'term' && <AddTerm organisation={o} onClose={() => setAct(null)} onDone={done} />}
      {act && act !== 'edit' && act !== 'term' && <Rearrange what={act} organisation={o} onClose={() => setAct(null)} onDone={done} />}
    </aside>
  )
}
