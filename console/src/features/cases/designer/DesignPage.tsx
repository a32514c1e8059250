import type { Design } from '@gongyou/contract/cases/designs.ts'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Alert, Button, Skeleton, Tabs } from 'antd'
import { useEffect, useState } from 'react'
import { asking } from '../../../kit/api.ts'
import { Failure, wordsOf } from '../../../kit/Failure.tsx'
import type { Search } from '../../../kit/ListPage.tsx'
import { w } from '../../../kit/text.ts'
import { BasicsPart } from './BasicsPart.tsx'
import './designer.css'
import { FaultList } from './FaultList.tsx'
import { type Place, type Spot, faultsNow, places } from './faults.ts'
import { shown } from './fields.tsx'
import type { Chosen } from './FlowChart.tsx'
import { FlowPart } from './FlowPart.tsx'
import { FormPart } from './FormPart.tsx'
import { Published } from './Published.tsx'
import { PublishPart } from './PublishPart.tsx'
import { TimesPart } from './TimesPart.tsx'
import { Trial } from './Trial.tsx'
import { type Drafting, useDraft } from './use-draft.ts'

const kinds: Readonly<Record<string, 'state' | 'step' | 'role' | 'outcome'>> = {
  states: 'state',
  actions: 'step',
  roles: 'role',
  outcomes: 'outcome',
}
const chosenAt = ({ at, part, name }: Spot): Chosen => (at === 'flow' && part && name && kinds[part] ? { kind: kinds[part], name } : undefined)

const placeNames = (): Record<Place, string> => ({
  basics: w('1 基本', '1 Basics'),
  form: w('2 表单', '2 Form'),
  flow: w('3 流程', '3 Flow'),
  times: w('4 时限与统计', '4 Limits and figures'),
  trial: w('5 试办', '5 Trial'),
  publish: w('6 发布', '6 Publish'),
})

const SaveState = ({ drafting: { saving, failure, save, settle } }: { drafting: Drafting }) => {
  if (saving === 'conflict')
    return (
      <Alert
        type="warning"
        showIcon
        title={w('同事刚改过这份草稿。您的修改还在本页，没有丢。', 'A colleague has just changed this design. Your changes are still on this page.')}
        action={
          <span className="row">
            <Button size="small" onClick={() => void settle('mine')}>
              {w('用我的', 'Keep mine')}
            </Button>
            <Button size="small" onClick={() => void settle('theirs')}>
              {w('用同事的', 'Take theirs')}
            </Button>
          </span>
        }
      />
    )
  if (saving === 'failed')
    return (
      <Alert
        type="warning"
        showIcon
        title={w('还没有保存：', 'Not saved: ') + wordsOf(failure)}
        action={
          <Button size="small" onClick={() => void save()}>
            {w('再试一次', 'Try again')}
          </Button>
        }
      />
    )
  return null
}

const Editor = ({ first }: { first: Design }) => {
  const drafting = useDraft(first)
  const { at } = useSearch({ strict: false }) as Search
  const go = useNavigate()
  const [spot, setSpot] = useState<Spot & { times: number }>({ at: 'basics', times: 0 })
  const [published, setPublished] = useState<{ code: string; revision: number } | null>(null)
  const { draft, design, saving, undo, redo } = drafting
  const s = draft.service
  const faults = faultsNow(s, saving === 'saved' ? design.faults : [])
  const faultyIn = (...parts: string[]) => new Set(faults.flatMap((f) => (parts.includes(f.path.split('.')[0]!) ? [f.path.split('.')[1] ?? ''] : [])))
  const place = places.find((p) => p === at) ?? 'basics'
  const open = (to: Place) => go({ to: '.', search: { at: to } as never, replace: true })
  useEffect(() => {
    const onKey = (e: KeyboardEvent) => {
      const inText = e.target instanceof HTMLElement && e.target.matches('input, textarea')
      if (!(e.ctrlKey || e.metaKey) || inText || e.key.toLowerCase() !== 'z') return
      e.preventDefault()
      ;(e.shiftKey ? redo : undo)?.()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [undo, redo])
  if (published)
    return (
      <div className="designer">
        <Published title={shown(s.title)} worker={s.begunBy.includes('worker')} {...published} />
      </div>
    )
  const key = `${spot.times}`
  return (
    <div className="designer">
      <div className="page-head">
        <h1>{shown(s.title) || w('未命名事项', 'Untitled service')}</h1>
        <span className="quiet" role="status">
          {w(`第 ${design.revision} 版草稿`, `Draft of revision ${design.revision}`)} ·{' '}
          {
            {
              saved: w('已保存', 'saved'),
              saving: w('正在保存', 'saving'),
              waiting: w('正在保存', 'saving'),
              failed: w('未保存', 'not saved'),
              conflict: w('未保存', 'not saved'),
            }[saving]
          }
        </span>
        <span className="spring" />
        <span className="row">
          <Button disabled={!undo} onClick={undo}>
            {w('撤销', 'Undo')}
          </Button>
          <Button disabled={!redo} onClick={redo}>
            {w('重做', 'Redo')}
          </Button>
          <Link to="/designs">{w('回到列表', 'All services')}</Link>
        </span>
      </div>
      <SaveState drafting={drafting} />
      <FaultList
        service={s}
        faults={faults}
        onGo={(to) => {
          setSpot((x) => ({ ...to, times: x.times + 1 }))
          void open(to.at)
        }}
      />
      <Tabs
        activeKey={place}
        onChange={(k) => void open(places.find((p) => p === k) ?? 'basics')}
        items={places.map((p) => ({ key: p, label: placeNames()[p] }))}
      />
      {place === 'basics' && <BasicsPart drafting={drafting} />}
      {place === 'form' && <FormPart key={key} drafting={drafting} faulty={faultyIn('form')} first={spot.part === 'form' ? spot.name : undefined} />}
      {place === 'flow' && (
        <FlowPart key={key} drafting={drafting} faulty={faultyIn('states', 'actions', 'roles', 'outcomes')} first={chosenAt(spot)} />
      )}
      {place === 'times' && <TimesPart drafting={drafting} />}
      {place === 'trial' && <Trial drafting={drafting} faults={faults.length} />}
      {place === 'publish' && <PublishPart drafting={drafting} faults={faults.length} onPublished={setPublished} />}
      {place !== 'publish' && (
        <div className="onward">
          <Button onClick={() => void open(places[places.indexOf(place) + 1]!)}>
            {w('下一步：', 'Next: ')}
            {placeNames()[places[places.indexOf(place) + 1]!].slice(2)}
          </Button>
        </div>
      )}
    </div>
  )
}

/** One design being worked on; it stays what it was loaded as, for the page itself keeps it current. */
export const DesignPage = () => {
  const { id } = useParams({ strict: false }) as { id: string }
  const design = useQuery({
    ...asking('getDesign', { params: { id } }),
    staleTime: 0,
    gcTime: 0,
    refetchOnMount: 'always',
    refetchOnReconnect: false,
  })
  if (design.isError) return <Failure error={design.error} onRetry={() => design.refetch()} />
  if (!design.data) return <Skeleton active paragraph={{ rows: 12 }} />
  return <Editor key={id} first={design.data} />
}
