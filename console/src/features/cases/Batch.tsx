import type { NextStep, QueueLine } from '@gongyou/contract/cases/shapes.ts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Modal, Radio, Skeleton } from 'antd'
import { useState } from 'react'
import { ask, asking } from '../../kit/api.ts'
import { Failure, wordsOf } from '../../kit/Failure.tsx'
import { FormFields } from '../../kit/form/FormFields.tsx'
import { useAnswers } from '../../kit/form/use-answers.ts'
import { say } from '../../kit/language.ts'
import { w } from '../../kit/text.ts'
import { Said } from './Said.tsx'

type Sent = Awaited<ReturnType<typeof ask<'takeStepForMany'>>>
type Chosen = { lines: readonly QueueLine[]; onClose: () => void; onDone: () => void }

const Results = ({ sent, lines, onClose }: { sent: Sent } & Chosen) => {
  const failed = sent.results.filter((r) => !r.ok)
  return (
    <Modal
      open
      width={720}
      title={w(`办理了 ${sent.done} 件，${failed.length} 件没有办成`, `${sent.done} done, ${failed.length} not`)}
      footer={null}
      onCancel={onClose}
    >
      {failed.length === 0 && <p>{w('全部已办理。', 'All of them are done.')}</p>}
      {failed.length > 0 && (
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{w('没有办成的', 'Not done')}</th>
              <th scope="col">{w('原因', 'Why')}</th>
            </tr>
          </thead>
          <tbody>
            {failed.map((r) => {
              const line = lines.find((l) => l.id === r.id)
              return (
                <tr key={r.id}>
                  <td>
                    {line?.title} <span className="quiet small">{line?.number}</span>
                  </td>
                  <td>{r.says}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      )}
    </Modal>
  )
}

const Fill = ({ steps, form, lines, onClose, onDone }: Chosen & { steps: readonly NextStep[]; form: NextStep['asks'] }) => {
  const [code, setCode] = useState(steps[0]!.code)
  const [said, setSaid] = useState('')
  const step = steps.find((s) => s.code === code) ?? steps[0]!
  const filling = useAnswers({ form, names: Object.keys(step.asks) })
  const [fault, setFault] = useState('')
  const send = useMutation({
    mutationFn: (answers: Readonly<Record<string, unknown>>) =>
      ask('takeStepForMany', { params: { action: code }, body: { cases: lines.map(({ id, version }) => ({ id, version })), answers, said } }),
    onSuccess: onDone,
  })
  const go = () => {
    const answers = filling.check()
    setFault(step.wordsNeeded && said.trim() === '' ? w('请写明意见', 'Please write a few words') : '')
    if (answers && !(step.wordsNeeded && said.trim() === '')) send.mutate(answers)
  }
  if (send.data) return <Results sent={send.data} lines={lines} onClose={onClose} onDone={onDone} />
  return (
    <Modal
      open
      width={640}
      title={w(`批量办理 ${lines.length} 件`, `One step for ${lines.length} cases`)}
      okText={`${say(step.name)} ${lines.length} ${w('件', 'cases')}`}
      okButtonProps={{ danger: step.plain }}
      onOk={go}
      confirmLoading={send.isPending}
      onCancel={onClose}
    >
      <div className="act-modal">
        <p className="quiet">
          {w('每件各自办理，办不成的会说明原因，不影响其他。', 'Each is done by itself; one that cannot be says why and hinders no other.')}
        </p>
        <fieldset className="field">
          <legend>{w('办理哪一步', 'Which step')}</legend>
          <Radio.Group
            className="tick-list"
            value={code}
            onChange={(e) => setCode(e.target.value)}
            options={steps.map((s) => ({ value: s.code, label: say(s.name) }))}
          />
        </fieldset>
        {Object.keys(step.asks).length > 0 && <FormFields filling={filling} />}
        {step.words && (
          <Said
            label={step.words === 'answer' ? w('答复', 'Answer') : w('办理意见', 'Opinion')}
            hint={
              step.words === 'answer' ? w('每位申请人都会看到这段话', 'Every applicant reads this') : w('只在单位内部可见', 'For the office only')
            }
            value={said}
            onChange={setSaid}
            phrases
          />
        )}
        {(fault || send.isError) && (
          <p role="alert" className="fault">
            {fault || wordsOf(send.error)}
          </p>
        )}
      </div>
    </Modal>
  )
}

/** The steps that can be taken are those of the first; each case still has the last word about itself. */
const BatchModal = (chosen: Chosen) => {
  const first = useQuery(asking('getCase', { params: { id: chosen.lines[0]!.id } }))
  if (first.data && first.data.next.length > 0) return <Fill {...chosen} steps={first.data.next} form={first.data.form} />
  return (
    <Modal open title={w('批量办理', 'One step for many')} footer={null} onCancel={chosen.onClose}>
      {first.isPending && <Skeleton active />}
      {first.isError && <Failure error={first.error} />}
      {first.data && <p>{w('选中的第一件现在没有您可以办理的步骤，请换一件。', 'There is no step of yours in the first case; choose another.')}</p>}
    </Modal>
  )
}

/** What is ticked, and the way to do something with all of it. */
export const Batch = ({ lines, onClear }: { lines: readonly QueueLine[]; onClear: () => void }) => {
  const queries = useQueryClient()
  const [open, setOpen] = useState(false)
  const kinds = new Set(lines.map((l) => l.service.code)).size
  const again = (lists: readonly string[]) => {
    for (const list of lists) void queries.invalidateQueries({ queryKey: [list] })
  }
  return (
    <div className="batch" role="region" aria-label={w('批量办理', 'One step for many')}>
      <span>{w(`已选 ${lines.length} 件`, `${lines.length} ticked`)}</span>
      {kinds > 1 ? (
        <span style={{ color: 'var(--soon)' }}>{w('批量办理要选同一事项的办件', 'Choose cases of one service')}</span>
      ) : (
        <Button type="primary" onClick={() => setOpen(true)}>
          {w('批量办理', 'Take a step')}
        </Button>
      )}
      <Button type="text" onClick={onClear}>
        {w('取消选择', 'Clear')}
      </Button>
      {open && (
        <BatchModal
          lines={lines}
          onDone={() => again(['listQueue', 'countQueue', 'listCases'])}
          onClose={() => {
            setOpen(false)
            // Not before: the window asks the first case which steps there are.
            again(['getCase'])
            onClear()
          }}
        />
      )}
    </div>
  )
}
