import { Rate as Stars } from 'antd'
import { useState } from 'react'
import { ask } from '../../../kit/api.ts'
import { w } from '../../../kit/text.ts'
import { ActModal, type Dialog } from '../ActModal.tsx'
import { Said } from '../Said.tsx'
import { wayName } from '../words.ts'

/** An officer who applied for himself rates like everybody. */
export const Rate = ({ view, onClose, onDone }: Dialog) => {
  const [stars, setStars] = useState(0)
  const [said, setSaid] = useState('')
  return (
    <ActModal
      view={view}
      onClose={onClose}
      onDone={onDone}
      title={`${wayName('rate')} · ${view.title}`}
      ok={w('提交评价', 'Send')}
      missing={stars === 0 && w('请选择星级', 'Please choose')}
      send={() => ask('rateCase', { params: { id: view.id }, body: { stars, said } })}
    >
      <fieldset className="field">
        <legend>{w('满意吗', 'How was it')}</legend>
        <Stars value={stars} onChange={setStars} />
      </fieldset>
      <Said label={w('想说的话（选填）', 'Words (optional)')} value={said} onChange={setSaid} most={500} />
    </ActModal>
  )
}
