import { type State, actionsFrom } from '@gongyou/contract/cases/service.ts'
import { Button } from 'antd'
import { w } from '../../../kit/text.ts'
import { type Patch, patched, put } from './draft.ts'
import { addOnward, dropState, leadTo } from './edits.ts'
import { Prop, Say, SayMaybe, Tick, shown } from './fields.tsx'
import { SidePanel, type SideProps } from './SidePanel.tsx'

/** One state: its name, what the applicant reads, whether it ends the case. */
export const StatePanel = ({ service: s, name, edit, onChoose }: SideProps & { name: string }) => {
  const state = s.states[name]!
  const set = (patch: Patch<State>, typing = '') =>
    edit((x) => put(x, 'states', name, patched(x.states[name]!, patch)), typing && `${name}-${typing}`)
  const setFinal = (final: boolean) =>
    edit((x) => {
      const service = put(x, 'states', name, patched(x.states[name]!, { final: final ? true : undefined }))
      // Steps that lead here get an outcome, or lose it.
      return Object.entries(service.actions).reduce((y, [step, a]) => (a.to === name ? leadTo(y, step, name) : y), service)
    })
  return (
    <SidePanel
      title={w('状态', 'State')}
      onClose={() => onChoose(undefined)}
      drop={{ name: w('删除这个状态和通向它的步骤', 'Delete this state and the steps to it'), onDrop: () => edit((x) => dropState(x, name)) }}
    >
      <Say focus name={w('名称', 'Name')} text={state.name} max={20} onChange={(v) => set({ name: v }, 'name')} />
      <SayMaybe
        name={w('申请人读到的话', 'What the applicant reads')}
        hint={w('说清现在到哪儿了、接下来怎样', 'Where it stands and what comes next')}
        text={state.says}
        lines={2}
        max={200}
        onChange={(v) => set({ says: v }, 'says')}
      />
      <Tick name={w('办结状态（到这里就结束）', 'The case ends here')} checked={state.final === true} onChange={setFinal} />
      {!state.final && (
        <Tick
          name={w('办件从这里开始', 'Cases begin here')}
          checked={s.begins === name}
          onChange={(v) => v && edit((x) => ({ ...x, begins: name }))}
        />
      )}
      {!state.final && (
        <Prop name={w('从这里可以走的步骤', 'Steps from here')}>
          {actionsFrom(s, name).map(([step, a]) => (
            <Button key={step} size="small" className="left" onClick={() => onChoose({ kind: 'step', name: step })}>
              {`${shown(a.name)} → ${shown(s.states[a.to]?.name)}`}
            </Button>
          ))}
          <Button
            size="small"
            type="dashed"
            onClick={() => {
              const made = addOnward(s, name)
              edit(() => made.service)
              onChoose({ kind: 'step', name: made.name })
            }}
          >
            {w('从这里加一步', 'Add a step from here')}
          </Button>
        </Prop>
      )}
    </SidePanel>
  )
}
