import { Button, Segmented } from 'antd'
import type { Outcome } from '@gongyou/contract/cases/service.ts'
import { Sheet } from '../../../kit/Sheet.tsx'
import { w } from '../../../kit/text.ts'
import { freshName, put, without } from './draft.ts'
import { named, outcomeUsed } from './edits.ts'
import { Prop, Say, shown } from './fields.tsx'
import { SidePanel, type SideProps } from './SidePanel.tsx'

const goodness = (good: boolean) => (good ? w('算办成', 'a success') : w('算未办成', 'not a success'))

/** How a case may end; figures tell them apart. */
export const OutcomeList = ({ service: s, edit, onChoose }: SideProps) => (
  <Sheet
    title={w('办理结果', 'Outcomes')}
    head={
      <Button
        size="small"
        onClick={() => {
          const name = freshName(s.outcomes, 'outcome')
          edit((x) => put(x, 'outcomes', name, { name: named('新结果', 'New outcome'), good: true }))
          onChoose({ kind: 'outcome', name })
        }}
      >
        {w('加结果', 'Add an outcome')}
      </Button>
    }
  >
    {Object.entries(s.outcomes).map(([name, o]) => (
      <button type="button" key={name} className="line-button" onClick={() => onChoose({ kind: 'outcome', name })}>
        <b>{shown(o.name)}</b>
        <span className="quiet small">{goodness(o.good)}</span>
      </button>
    ))}
    {Object.keys(s.outcomes).length === 0 && (
      <p className="quiet">{w('还没有结果。步骤走到办结时会自动带一个。', 'None yet; a step to an end brings one.')}</p>
    )}
  </Sheet>
)

export const OutcomePanel = ({ service: s, name, edit, onChoose }: SideProps & { name: string }) => {
  const outcome = s.outcomes[name]!
  const set = (patch: Partial<Outcome>, typing = '') =>
    edit((x) => put(x, 'outcomes', name, { ...x.outcomes[name]!, ...patch }), typing && `${name}-${typing}`)
  return (
    <SidePanel
      title={w('办理结果', 'Outcome')}
      onClose={() => onChoose(undefined)}
      drop={{
        name: w('删除这个结果', 'Delete this outcome'),
        why: outcomeUsed(s, name) ? w('还有步骤用到它，不能删除。', 'A step still uses it; it cannot be deleted.') : undefined,
        onDrop: () => edit((x) => ({ ...x, outcomes: without(x.outcomes, name) })),
      }}
    >
      <Say focus name={w('名称', 'Name')} text={outcome.name} max={20} onChange={(v) => set({ name: v }, 'name')} />
      <Prop name={w('统计时', 'In figures')}>
        <Segmented
          value={outcome.good ? 'good' : 'bad'}
          options={[
            { value: 'good', label: goodness(true) },
            { value: 'bad', label: goodness(false) },
          ]}
          onChange={(v) => set({ good: v === 'good' })}
        />
      </Prop>
    </SidePanel>
  )
}
