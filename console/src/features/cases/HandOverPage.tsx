import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { ask } from '../../kit/api.ts'
import { wordsOf } from '../../kit/Failure.tsx'
import { Sheet } from '../../kit/Sheet.tsx'
import { w } from '../../kit/text.ts'
import './case.css'
import { type Colleague, Colleagues } from './Colleagues.tsx'
import './queue.css'
import { Said } from './Said.tsx'

type Done = { moved: number; from: string; to: string }

/** 工作移交: whoever leaves hands every open task to somebody else. */
export const HandOverPage = () => {
  const queries = useQueryClient()
  const [from, setFrom] = useState<readonly Colleague[]>([])
  const [to, setTo] = useState<readonly Colleague[]>([])
  const [why, setWhy] = useState('')
  const [fault, setFault] = useState('')
  const move = useMutation({
    mutationFn: async ([a, b]: readonly [Colleague, Colleague]): Promise<Done> => ({
      moved: (await ask('handOverWork', { body: { from: a.id, to: b.id, why } })).moved,
      from: a.name,
      to: b.name,
    }),
    onSuccess: () => {
      setFrom([])
      setTo([])
      setWhy('')
      void queries.invalidateQueries()
    },
  })
  const send = () => {
    const [a, b] = [from[0], to[0]]
    const missing =
      !a || !b ? w('请选择移交人和接手人', 'Please choose both') : why.trim().length < 2 ? w('请写明原因', 'Please give the reason') : ''
    setFault(missing)
    if (a && b && !missing) move.mutate([a, b])
  }
  return (
    <div className="narrow-page">
      <div className="page-head">
        <h1>{w('工作移交', 'Hand work over')}</h1>
      </div>
      <Sheet title={w('谁的工作交给谁', 'Whose work goes to whom')}>
        <div className="form-fields">
          <p className="quiet" style={{ margin: 0 }}>
            {w(
              '移交已经交给本人的未完任务；岗位共办的仍留在岗位上，由继任者接着办。只移交您管辖范围内的办件，每件都留痕。',
              'Open tasks that lie with the person move; what lies with a post stays there for the successor. Only cases within your reach move, and each records it.',
            )}
          </p>
          <div className="two-fields">
            <Colleagues label={w('移交人', 'From')} value={from} onChange={setFrom} />
            <Colleagues label={w('接手人', 'To')} value={to} onChange={setTo} />
          </div>
          <Said label={w('原因', 'Reason')} value={why} onChange={setWhy} />
          {(fault || move.isError) && (
            <p role="alert" className="fault">
              {fault || wordsOf(move.error)}
            </p>
          )}
          {move.data && !fault && (
            <p role="status" className="notice" style={{ margin: 0 }}>
              {move.data.moved === 0
                ? w(`${move.data.from}名下没有未完任务，无需移交。`, `Nothing lay with ${move.data.from}.`)
                : w(
                    `已把${move.data.from}的 ${move.data.moved} 件任务移交给${move.data.to}。`,
                    `${move.data.moved} tasks of ${move.data.from} are now with ${move.data.to}.`,
                  )}
            </p>
          )}
          <p style={{ margin: 0 }}>
            <Button type="primary" loading={move.isPending} onClick={send}>
              {w('移交', 'Hand over')}
            </Button>
          </p>
        </div>
      </Sheet>
    </div>
  )
}
