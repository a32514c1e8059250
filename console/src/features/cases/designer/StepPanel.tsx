import { type Action, fromOf } from '@gongyou/contract/cases/service.ts'
import { w } from '../../../kit/text.ts'
import { ConditionField } from './ConditionField.tsx'
import { type Patch, patched, put, without } from './draft.ts'
import { asksOf, leadTo } from './edits.ts'
import { KeepField } from './KeepField.tsx'
import { PaperPick } from './PaperPick.tsx'
import { Pick, PickMany, PickMaybe, Say, Tick, shown } from './fields.tsx'
import { SidePanel, type SideProps } from './SidePanel.tsx'

/** One step: from where to where, by whom, what is filled in with it and what it decides. */
export const StepPanel = ({ service: s, name, edit, onChoose }: SideProps & { name: string }) => {
  const action = s.actions[name]!
  const set = (patch: Patch<Action>, typing = '') =>
    edit((x) => put(x, 'actions', name, patched(x.actions[name]!, patch)), typing && `${name}-${typing}`)
  const states = Object.entries(s.states).map(([value, x]) => ({ value, label: shown(x.name) }))
  const open = states.filter((o) => !s.states[o.value]!.final)
  const roles = [
    ...Object.entries(s.roles).map(([value, r]) => ({ value, label: shown(r.name) })),
    { value: 'applicant', label: w('申请人本人', 'The applicant') },
  ]
  return (
    <SidePanel
      title={w('步骤', 'Step')}
      onClose={() => onChoose(undefined)}
      drop={{ name: w('删除这个步骤', 'Delete this step'), onDrop: () => edit((x) => ({ ...x, actions: without(x.actions, name) })) }}
    >
      <Say focus name={w('名称（按钮上的字）', 'Name, as on the button')} text={action.name} max={20} onChange={(v) => set({ name: v }, 'name')} />
      <PickMany
        name={w('从哪个状态', 'From')}
        values={fromOf(action)}
        options={open}
        onChange={(v) => v.length > 0 && set({ from: v.length === 1 ? v[0]! : v })}
      />
      <Pick name={w('到哪个状态', 'To')} value={action.to} options={states} onChange={(v) => edit((x) => leadTo(x, name, v))} />
      <Pick name={w('由谁办', 'By whom')} value={action.by} options={roles} onChange={(by) => set({ by })} />
      {s.states[action.to]?.final && (
        <PickMaybe
          name={w('办理结果', 'Outcome')}
          value={action.outcome}
          options={Object.entries(s.outcomes).map(([value, o]) => ({ value, label: shown(o.name) }))}
          onChange={(outcome) => set({ outcome })}
        />
      )}
      <PickMany
        name={w('这一步要填的内容', 'Filled in with this step')}
        placeholder={w('不用填', 'Nothing')}
        hint={w('从表单里选；选中的不再在申请时问', 'Fields of the form; chosen ones are no longer asked with the application')}
        values={action.asks ?? []}
        options={Object.entries(s.form).map(([value, f]) => ({ value, label: shown(f.label) }))}
        onChange={(v) => edit((x) => asksOf(x, name, v))}
      />
      <PickMaybe
        name={w('要写的话', 'Words with it')}
        placeholder={w('不用写', 'None')}
        value={action.words}
        options={[
          { value: 'answer', label: w('给申请人的答复', 'An answer to the applicant') },
          { value: 'opinion', label: w('内部意见', 'An opinion kept in the office') },
        ]}
        onChange={(words) => set({ words, ...(words ? {} : { wordsNeeded: undefined }) })}
      />
      {action.words && (
        <Tick
          name={w('必须写明', 'They must be written')}
          checked={action.wordsNeeded === true}
          onChange={(v) => set({ wordsNeeded: v ? true : undefined })}
        />
      )}
      <PaperPick paper={action.paper} onChange={(paper) => set({ paper })} />
      <KeepField service={s} keep={action.keeps} onChange={(keeps) => set({ keeps })} />
      {action.effect && (
        <p className="quiet small">
          {w(
            '这一步还会自动完成后续登记（由程序规定，不能在这里改）。',
            'This step also does what the program prescribes; it cannot be changed here.',
          )}
        </p>
      )}
      <ConditionField
        name={w('什么情况下才能走', 'Possible only where')}
        form={s.form}
        withPerson
        condition={action.when}
        onChange={(when) => set({ when })}
      />
      <Tick
        name={w('不予办理一类，放在最后', 'A refusal, shown last and plain')}
        checked={action.plain === true}
        onChange={(v) => set({ plain: v ? true : undefined })}
      />
    </SidePanel>
  )
}
