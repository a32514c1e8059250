import { Button, Table } from 'antd'
import { Suspense, lazy, useState } from 'react'
import { fromOf } from '@gongyou/contract/cases/service.ts'
import { Sheet } from '../../../kit/Sheet.tsx'
import { w } from '../../../kit/text.ts'
import { addOnward, addState } from './edits.ts'
import { shown } from './fields.tsx'
import type { Chosen } from './FlowChart.tsx'
import { OutcomeList, OutcomePanel } from './Outcomes.tsx'
import { RoleList, RolePanel } from './Roles.tsx'
import { StatePanel } from './StatePanel.tsx'
import { StepPanel } from './StepPanel.tsx'
import { whoTakes } from './who-takes.ts'
import type { Drafting } from './use-draft.ts'

/** The drawing brings its layout with it, so it is loaded when it is first looked at. */
const FlowChart = lazy(() => import('./FlowChart.tsx').then((m) => ({ default: m.FlowChart })))

type Props = { drafting: Drafting; faulty: ReadonlySet<string>; first: Chosen }

/** States and steps: drawn, listed, and edited at the side. */
export const FlowPart = ({ drafting: { draft, edit }, faulty, first }: Props) => {
  const [wanted, setChosen] = useState<Chosen>(first)
  const s = draft.service
  const parts = { state: s.states, step: s.actions, role: s.roles, outcome: s.outcomes }
  const chosen = wanted && Object.hasOwn(parts[wanted.kind], wanted.name) ? wanted : undefined
  const add = (kind: 'state' | 'step', made: { service: typeof s; name: string }) => {
    edit(() => made.service)
    setChosen({ kind, name: made.name })
  }
  const open = Object.keys(s.states).filter((n) => !s.states[n]!.final)
  const onward = chosen?.kind === 'state' && !s.states[chosen.name]?.final ? chosen.name : (open.at(-1) ?? '')
  const side = { service: s, edit, onChoose: setChosen }
  return (
    <div className="split" data-open={chosen !== undefined}>
      <div className="flow-part">
        <Sheet
          title={w('流程', 'Flow')}
          head={
            <>
              <Button size="small" onClick={() => add('state', addState(s, false))}>
                {w('加状态', 'Add a state')}
              </Button>
              <Button size="small" onClick={() => add('state', addState(s, true))}>
                {w('加办结状态', 'Add an end')}
              </Button>
              <Button size="small" disabled={onward === ''} onClick={() => add('step', addOnward(s, onward))}>
                {w('加步骤', 'Add a step')}
              </Button>
            </>
          }
        >
          <p className="quiet small">
            {w('方框是办件所处的状态，箭头是工作人员或申请人走的一步。点一下就能修改。', 'Boxes are states, arrows are steps. Click one to edit it.')}
          </p>
          <Suspense fallback={<div className="flow" />}>
            <FlowChart service={s} chosen={chosen} faulty={faulty} onChoose={setChosen} />
          </Suspense>
        </Sheet>
        <Sheet title={w('步骤一览', 'Steps')}>
          <Table
            size="small"
            pagination={false}
            rowKey="name"
            scroll={{ x: 'max-content' }}
            dataSource={Object.entries(s.actions).map(([name, a]) => ({ name, a }))}
            locale={{ emptyText: w('还没有步骤。先加一个办结状态，再加步骤走过去。', 'No step yet. Add an end, then a step that leads there.') }}
            columns={[
              {
                title: w('步骤', 'Step'),
                render: (_, { name, a }) => (
                  <Button type="link" size="small" className="in-line" onClick={() => setChosen({ kind: 'step', name })}>
                    {shown(a.name) || w('（没有名称）', '(no name)')}
                  </Button>
                ),
              },
              { title: w('由谁办', 'By'), render: (_, { a }) => whoTakes(s, a.by) },
              {
                title: w('从', 'From'),
                render: (_, { a }) =>
                  fromOf(a)
                    .map((f) => shown(s.states[f]?.name))
                    .join('、'),
              },
              { title: w('到', 'To'), render: (_, { a }) => shown(s.states[a.to]?.name) },
              { title: w('结果', 'Outcome'), render: (_, { a }) => (a.outcome ? shown(s.outcomes[a.outcome]?.name) : '—') },
            ]}
          />
        </Sheet>
        <div className="props-two">
          <RoleList {...side} faulty={faulty} />
          <OutcomeList {...side} />
        </div>
      </div>
      {chosen?.kind === 'state' && <StatePanel key={chosen.name} {...side} name={chosen.name} />}
      {chosen?.kind === 'step' && <StepPanel key={chosen.name} {...side} name={chosen.name} />}
      {chosen?.kind === 'role' && <RolePanel key={chosen.name} {...side} name={chosen.name} />}
      {chosen?.kind === 'outcome' && <OutcomePanel key={chosen.name} {...side} name={chosen.name} />}
    </div>
  )
}
