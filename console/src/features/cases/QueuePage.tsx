import type { QueueLine } from '@gongyou/contract/cases/shapes.ts'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Grid } from 'antd'
import { useState } from 'react'
import { say } from '../../kit/language.ts'
import { type Filter, ListPage, type Search } from '../../kit/ListPage.tsx'
import { w } from '../../kit/text.ts'
import { Batch } from './Batch.tsx'
import { queueColumns } from './CaseCells.tsx'
import { CasePanel } from './CasePanel.tsx'
import { useWalk } from './list-keys.ts'
import { QueueChips } from './QueueChips.tsx'
import './queue.css'
import { QuickRecord } from './QuickRecord.tsx'
import { SavedViews } from './SavedViews.tsx'
import { useShortcuts } from './shortcuts.ts'
import { Shortcuts } from './Shortcuts.tsx'
import { useServices } from './use-offered.ts'

/** A case may wait for me twice, for its step and for an opinion: a row is a task. */
const keyOf = (line: QueueLine) => `${line.id}.${line.task.id}`

const filtersFor = (states: readonly { value: string; label: string }[]): Filter[] => [
  { name: 'q', kind: 'text', label: w('编号或标题', 'Number or title') },
  {
    name: 'desk',
    kind: 'choice',
    label: w('谁的', 'Whose'),
    options: [
      { value: 'mine', label: w('已交给我', 'Handed to me') },
      { value: 'shared', label: w('岗位共办', 'Shared with my post') },
    ],
  },
  ...(states.length > 0 ? [{ name: 'state', kind: 'choice' as const, label: w('状态', 'State'), options: states }] : []),
]

/** 待办: what lies on my desks, the nearest date first; one is opened beside the list and handled there. */
export const QueuePage = () => {
  const { open, ...search } = useSearch({ strict: false }) as Search
  const go = useNavigate()
  const wide = Grid.useBreakpoint().lg ?? true
  const [ticked, setTicked] = useState<readonly QueueLine[]>([])
  const services = useServices()
  const to = (next: Search) => go({ to: '.', search: next as never, replace: Boolean(open) })
  const show = (key: string | undefined) => to({ ...search, open: key })
  const walk = useWalk(open, show)
  const tick = () => {
    const key = walk.here()
    const box = key && document.querySelector<HTMLElement>(`tr[data-row-key="${CSS.escape(key)}"] input[type="checkbox"]`)
    if (!box) return false
    box.click()
    return true
  }
  useShortcuts({ j: walk.next, k: walk.previous, ArrowDown: walk.next, ArrowUp: walk.previous, x: tick })
  const compact = Boolean(open) || !wide
  const states = (services.find((s) => s.code === search.service)?.states ?? []).map((s) => ({ value: s.code, label: say(s.name) }))
  return (
    <div className="split queue" data-open={Boolean(open)} data-compact={compact}>
      <div>
        <ListPage
          title={w('待办', 'Queue')}
          list="listQueue"
          search={search}
          onSearch={to}
          chosen={open}
          head={
            <>
              <QuickRecord className="narrow-only" />
              <Shortcuts />
            </>
          }
          chips={
            <>
              <QueueChips search={search} onSearch={to} />
              {ticked.length > 0 && <Batch lines={ticked} onClear={() => setTicked([])} />}
            </>
          }
          filters={filtersFor(states)}
          views={<SavedViews list="queue" search={search} onApply={to} />}
          rowKey={keyOf}
          onOpen={(line) => show(keyOf(line))}
          selection={{
            selectedRowKeys: ticked.map(keyOf),
            onChange: (_, rows) => setTicked(rows),
            getCheckboxProps: (line) => ({ 'aria-label': w(`选择 ${line.title}`, `Tick ${line.title}`) }) as never,
          }}
          columns={queueColumns(compact)}
          empty={w('没有等您办理的事', 'Nothing waits for you')}
        />
      </div>
      {open && <CasePanel key={open} id={open.split('.')[0]!} onClose={() => show(undefined)} onNext={walk.next} />}
    </div>
  )
}
