import type { CaseView } from '@gongyou/contract/cases/shapes.ts'
import { Radio } from 'antd'
import { useState } from 'react'
import { ask } from '../../../kit/api.ts'
import { w } from '../../../kit/text.ts'
import { ActModal, type Dialog } from '../ActModal.tsx'
import { Said } from '../Said.tsx'
import { wayName } from '../words.ts'

type OpinionWay = 'giveOpinion' | 'decideExtension'

const extensionSays = ({ extension, clocks }: CaseView) => {
  if (!extension) return undefined
  const clock = clocks.find((c) => c.id === extension.clock)
  return w(
    `申请将“${clock?.name.zh ?? '时限'}”延长 ${extension.amount} 天。原因：${extension.because}`,
    `Asks for ${extension.amount} more days for “${clock?.name.en ?? 'the limit'}”. Reason: ${extension.because}`,
  )
}

/** Yes or no with a word of why: as a signer, or on a request for more time. */
export const Opinion = ({ way, view, onClose, onDone }: Dialog & { way: OpinionWay }) => {
  const [agrees, setAgrees] = useState<boolean>()
  const [said, setSaid] = useState('')
  const mine = view.tasks.find((t) => t.mine && ['consult', 'before', 'after', 'extension'].includes(t.kind))
  const body = { version: view.version, said }
  const params = { id: view.id }
  return (
    <ActModal
      view={view}
      onClose={onClose}
      onDone={onDone}
      title={`${wayName(way)} · ${view.title}`}
      ok={w('提交', 'Send')}
      says={way === 'decideExtension' ? extensionSays(view) : mine?.asks && w(`请您看：${mine.asks}`, `You are asked: ${mine.asks}`)}
      missing={
        (agrees === undefined && w('请选择同意或不同意', 'Please agree or disagree')) ||
        (said.trim().length < 2 && w('请写明意见', 'Please write a few words'))
      }
      send={() =>
        way === 'giveOpinion'
          ? ask('giveOpinion', { params, body: { ...body, agrees: agrees === true } })
          : ask('decideExtension', { params, body: { ...body, grant: agrees === true } })
      }
    >
      <fieldset className="field">
        <legend>{w('意见', 'Opinion')}</legend>
        <Radio.Group
          value={agrees ?? null}
          onChange={(e) => setAgrees(e.target.value)}
          options={[
            { value: true, label: w('同意', 'Agree') },
            { value: false, label: w('不同意', 'Disagree') },
          ]}
        />
      </fieldset>
      <Said label={w('说明', 'Words')} value={said} onChange={setSaid} phrases />
    </ActModal>
  )
}
