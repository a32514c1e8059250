import { Radio } from 'antd'
import { useState } from 'react'
import { ask } from '../../../kit/api.ts'
import { say } from '../../../kit/language.ts'
import { w } from '../../../kit/text.ts'
import { ActModal, type Dialog } from '../ActModal.tsx'
import { Said } from '../Said.tsx'
import { wayName } from '../words.ts'

const unexplained = () => w('请写明原因', 'Please give the reason')

/** 退回: to the beginning, to the step before, or to any step it has been through. */
export const SendBack = ({ view, onClose, onDone }: Dialog) => {
  const [to, setTo] = useState('previous')
  const [why, setWhy] = useState('')
  const before = view.backTo[0]
  const first = view.states[0]
  const others = view.backTo.slice(1).filter((b) => b.state !== first?.code)
  const options = [
    { value: 'previous', label: before ? w(`上一步：${before.name.zh}`, `The step before: ${before.name.en}`) : w('上一步', 'The step before') },
    ...(first && before && before.state !== first.code
      ? [{ value: 'start', label: w(`起点：${first.name.zh}`, `The beginning: ${first.name.en}`) }]
      : []),
    ...others.map((b) => ({ value: `state:${b.state}`, label: say(b.name) })),
  ]
  const target = to.startsWith('state:') ? { state: to.slice('state:'.length) } : to === 'start' ? ('start' as const) : ('previous' as const)
  return (
    <ActModal
      view={view}
      onClose={onClose}
      onDone={onDone}
      title={`${wayName('sendBack')} · ${view.title}`}
      ok={wayName('sendBack')}
      says={w('退回后，那一步的时限从停下的地方继续。', 'The clock of that step goes on where it stood.')}
      missing={(!before && w('前面没有可退回的步骤', 'There is no earlier step')) || (why.trim().length < 2 && unexplained())}
      send={() => ask('sendCaseBack', { params: { id: view.id }, body: { version: view.version, to: target, why } })}
    >
      <fieldset className="field">
        <legend>{w('退回到', 'Back to')}</legend>
        <Radio.Group className="tick-list" value={to} onChange={(e) => setTo(e.target.value)} options={options} />
      </fieldset>
      <Said label={w('原因', 'Reason')} value={why} onChange={setWhy} focus />
    </ActModal>
  )
}

/** 重开: back to a step it has been through; time is given anew. */
export const Reopen = ({ view, onClose, onDone }: Dialog) => {
  const [state, setState] = useState(view.backTo[0]?.state)
  const [why, setWhy] = useState('')
  return (
    <ActModal
      view={view}
      onClose={onClose}
      onDone={onDone}
      title={`${wayName('reopen')} · ${view.title}`}
      ok={wayName('reopen')}
      says={w('重开后从选定的步骤重新办理，时限重新计算。', 'It begins again at the chosen step, with new time.')}
      missing={why.trim().length < 2 && unexplained()}
      send={() => ask('reopenCase', { params: { id: view.id }, body: { version: view.version, why, ...(state ? { state } : {}) } })}
    >
      {view.backTo.length > 1 && (
        <fieldset className="field">
          <legend>{w('从哪一步重新办理', 'From which step')}</legend>
          <Radio.Group
            className="tick-list"
            value={state}
            onChange={(e) => setState(e.target.value)}
            options={view.backTo.map((b) => ({ value: b.state, label: say(b.name) }))}
          />
        </fieldset>
      )}
      <Said label={w('原因', 'Reason')} value={why} onChange={setWhy} focus />
    </ActModal>
  )
}
