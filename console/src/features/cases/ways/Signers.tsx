import { Radio } from 'antd'
import { useState } from 'react'
import { ask } from '../../../kit/api.ts'
import { w } from '../../../kit/text.ts'
import { ActModal, type Dialog } from '../ActModal.tsx'
import { type Colleague, Colleagues } from '../Colleagues.tsx'
import { Said } from '../Said.tsx'
import { wayName } from '../words.ts'

type SignersWay = 'consult' | 'addBefore' | 'addAfter'
const places = { consult: 'beside', addBefore: 'before', addAfter: 'after' } as const
const saysFor = {
  consult: () => w('同事签署意见后，您再办理。', 'You go on once they have given their opinions.'),
  addBefore: () => w('先由他们签，签完才轮到这一步。', 'They sign first; this step comes after them.'),
  addAfter: () =>
    w(
      '您办理后送他们签，全部同意才生效；有人不同意则退回给您。',
      'After your step they sign; it takes effect when all agree, and comes back to you if one does not.',
    ),
} as const

/** 会签 and 加签: whom, what they are asked, and whether all of them must answer. */
export const Signers = ({ way, view, onClose, onDone }: Dialog & { way: SignersWay }) => {
  const [people, setPeople] = useState<readonly Colleague[]>([])
  const [mode, setMode] = useState<'all' | 'any'>('all')
  const [asks, setAsks] = useState('')
  const missing =
    (people.length === 0 && w('请选择同事', 'Please choose colleagues')) ||
    (asks.trim().length < 2 && w('请写明请他们看什么', 'Please say what they are asked'))
  return (
    <ActModal
      view={view}
      onClose={onClose}
      onDone={onDone}
      title={`${wayName(way)} · ${view.title}`}
      ok={w('送签', 'Send')}
      says={saysFor[way]()}
      missing={missing}
      send={() =>
        ask('addSigners', {
          params: { id: view.id },
          body: { version: view.version, persons: people.map((p) => p.id), mode, place: places[way], asks },
        })
      }
    >
      <Colleagues label={w('请谁签', 'Who signs')} value={people} onChange={setPeople} most={20} focus />
      {people.length > 1 && (
        <fieldset className="field">
          <legend>{w('怎样算完成', 'When it is complete')}</legend>
          <Radio.Group
            value={mode}
            onChange={(e) => setMode(e.target.value)}
            options={[
              { value: 'all', label: w('所有人都签', 'All have answered') },
              { value: 'any', label: w('任一人签即可', 'Any one has answered') },
            ]}
          />
        </fieldset>
      )}
      <Said label={w('请他们看什么', 'What they are asked')} value={asks} onChange={setAsks} />
    </ActModal>
  )
}
