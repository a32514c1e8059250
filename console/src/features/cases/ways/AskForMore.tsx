import { Checkbox } from 'antd'
import { useState } from 'react'
import { ask } from '../../../kit/api.ts'
import { say } from '../../../kit/language.ts'
import { w } from '../../../kit/text.ts'
import { ActModal, type Dialog } from '../ActModal.tsx'
import { Said } from '../Said.tsx'
import { wayName } from '../words.ts'

/** 补正: which fields, and in words what is wrong with them. Until the answer comes the clock stands still. */
export const AskForMore = ({ view, onClose, onDone }: Dialog) => {
  const [fields, setFields] = useState<string[]>([])
  const [says, setSays] = useState('')
  const askable = Object.entries(view.form).filter(([name]) => view.asksAtStart.includes(name))
  const write = (chosen: string[]) => {
    setFields(chosen)
    // A first sentence is written for whoever has not begun one.
    const names = askable.filter(([n]) => chosen.includes(n)).map(([, f]) => f.label.zh)
    if (says === '' || says.startsWith('请补充：')) setSays(names.length > 0 ? `请补充：${names.join('、')}。` : '')
  }
  return (
    <ActModal
      view={view}
      onClose={onClose}
      onDone={onDone}
      title={`${wayName('askForMore')} · ${view.title}`}
      ok={w('发给申请人', 'Send to the applicant')}
      says={w('补正期间停止计时。请一次说清缺什么、怎么补。', 'The clock stands still meanwhile. Say at once everything that is missing.')}
      missing={says.trim().length < 2 && w('请写明缺什么', 'Please say what is missing')}
      send={() => ask('askForMore', { params: { id: view.id }, body: { version: view.version, fields, says } })}
    >
      <fieldset className="field">
        <legend>{w('请申请人重新填写', 'To be filled in again')}</legend>
        <Checkbox.Group
          className="tick-list"
          value={fields}
          onChange={write}
          options={askable.map(([value, f]) => ({ value, label: say(f.label) }))}
        />
      </fieldset>
      <Said label={w('说明', 'What is missing')} hint={w('申请人会看到这段话', 'The applicant reads this')} value={says} onChange={setSays} />
    </ActModal>
  )
}
