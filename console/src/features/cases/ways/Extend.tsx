import { InputNumber, Radio } from 'antd'
import { useState } from 'react'
import { ask } from '../../../kit/api.ts'
import { say } from '../../../kit/language.ts'
import { w } from '../../../kit/text.ts'
import { ActModal, type Dialog } from '../ActModal.tsx'
import { Said } from '../Said.tsx'
import { wayName } from '../words.ts'

/** 延期: which limit, how much, why. How much is possible is said before, and somebody above decides. */
export const Extend = ({ view, onClose, onDone }: Dialog) => {
  const running = view.clocks.filter((c) => !['met', 'missed', 'cancelled'].includes(c.state))
  const [clock, setClock] = useState(running.find((c) => c.mayExtend > 0)?.id ?? running[0]?.id)
  const [amount, setAmount] = useState<number | null>(null)
  const [why, setWhy] = useState('')
  const limit = running.find((c) => c.id === clock)?.mayExtend ?? 0
  const missing =
    (limit === 0 && w('这个时限不能再延长', 'This limit cannot be extended')) ||
    (!amount && w('请填写延长多少', 'Please say by how much')) ||
    (amount !== null && amount > limit && w(`最多还可延长 ${limit} 天`, `${limit} at most`)) ||
    (why.trim().length < 2 && w('请写明原因', 'Please give the reason'))
  return (
    <ActModal
      view={view}
      onClose={onClose}
      onDone={onDone}
      title={`${wayName('extend')} · ${view.title}`}
      ok={w('提交申请', 'Ask')}
      says={w('由上级批准，批准前仍按原时限计算。', 'Somebody above decides; until then the old limit holds.')}
      missing={missing}
      send={() => ask('askExtension', { params: { id: view.id }, body: { version: view.version, clock: clock ?? '', amount: amount ?? 0, why } })}
    >
      {running.length > 1 && (
        <fieldset className="field">
          <legend>{w('哪个时限', 'Which limit')}</legend>
          <Radio.Group
            className="tick-list"
            value={clock}
            onChange={(e) => setClock(e.target.value)}
            options={running.map((c) => ({ value: c.id, label: `${say(c.name)} ${c.dueOn}` }))}
          />
        </fieldset>
      )}
      <div className="field">
        <label htmlFor="extend-amount">{w('延长多少', 'By how much')}</label>
        <p id="extend-limit" className="quiet small hint">
          {limit > 0
            ? w(`按规定最多还可延长 ${limit} 天`, `The rule allows ${limit} more at most`)
            : w('按规定这个时限不能延长', 'The rule allows no extension')}
        </p>
        <InputNumber
          id="extend-amount"
          aria-describedby="extend-limit"
          min={1}
          max={Math.max(1, limit)}
          precision={0}
          disabled={limit === 0}
          value={amount}
          onChange={setAmount}
          suffix={w('天', 'days')}
          style={{ width: 160 }}
        />
      </div>
      <Said label={w('原因', 'Reason')} value={why} onChange={setWhy} />
    </ActModal>
  )
}
