import { startFields } from '@gongyou/contract/cases/service.ts'
import type { Answers } from '@gongyou/contract/forms/index.ts'
import type { TreeNode } from '@gongyou/contract/organisations/routes.ts'
import type { ReplyOf } from '@gongyou/contract/kit/route.ts'
import type { Routes } from '@gongyou/contract/routes.ts'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { ask, asking } from '../../../kit/api.ts'
import { Sheet } from '../../../kit/Sheet.tsx'
import { w } from '../../../kit/text.ts'
import type { Fault } from '../../../kit/form/use-answers.ts'
import { AnswersForm } from './AnswersForm.tsx'
import { Pick, shown } from './fields.tsx'
import { TrialStages } from './TrialStages.tsx'
import { type Drafting, Unsaved, unsavedWords } from './use-draft.ts'
import { whoTakes } from './who-takes.ts'

export type TrialReply = ReplyOf<Routes['tryDesign']>
type Step = { action: string; answers: Answers; said?: string }
/** What is being filled in now: the application (no action), or a step with its fields and words. */
type Next = { action: string | null; answers: Answers; said: string }

/** Organisations a case can belong to, within the part of the tree the service will be offered in. */
const placesOf = (nodes: readonly TreeNode[], within: string | null) => {
  const parents = new Map(nodes.map((n) => [n.id, n.parent]))
  const inside = (id: string | null | undefined): boolean => within === null || id === within || (Boolean(id) && inside(parents.get(id!)))
  return nodes.filter((n) => (n.kind === 'service_station' || n.kind.startsWith('base_') || n.kind === 'town_federation') && inside(n.id))
}

const applying: Next = { action: null, answers: {}, said: '' }
const answersFaults = (reply: TrialReply | undefined): Fault[] =>
  (reply?.refused?.fields ?? []).map((f) => ({ path: f.path.replace(/^answers\./, ''), says: f.message }))

/** Tries the design on a case of an organisation: apply, then step by step; the server keeps nothing of it. */
export const Trial = ({ drafting, faults }: { drafting: Drafting; faults: number }) => {
  const { draft, design, save } = drafting
  const s = draft.service
  const tree = useQuery({ ...asking('listTree', {}), staleTime: 60_000 })
  const places = placesOf(tree.data?.nodes ?? [], draft.orgId)
  const [orgId, setOrgId] = useState<string>()
  const org = places.find((n) => n.id === orgId)?.id ?? places.find((n) => n.kind === 'service_station')?.id ?? places[0]?.id
  const [start, setStart] = useState<Answers | null>(null)
  const [taken, setTaken] = useState<Step[]>([])
  const [filling, setFilling] = useState<Next | null>(applying)
  const [shownReply, setShownReply] = useState<TrialReply>()
  const trial = useMutation({
    mutationFn: async ({ answers, steps }: { answers: Answers; steps: Step[] }) => {
      if (!(await save())) throw new Unsaved()
      return ask('tryDesign', { params: { id: design.id }, body: { orgId: org!, answers, steps } })
    },
    onSuccess: (reply, { answers, steps }) => {
      if (reply.refused) {
        // Refused: what went before stands, what was typed stays.
        setShownReply((before) => ({ ...(before ?? { stages: [], counted: [] }), refused: reply.refused }))
        return
      }
      setShownReply(reply)
      setStart(answers)
      setTaken(steps)
      setFilling(null)
    },
  })
  const again = () => {
    setStart(null)
    setTaken([])
    setFilling(applying)
    setShownReply(undefined)
    trial.reset()
  }
  const send = (next: Next) => {
    if (next.action === null) return trial.mutate({ answers: next.answers, steps: [] })
    const step = { action: next.action, answers: next.answers, ...(next.said.trim() ? { said: next.said.trim() } : {}) }
    return trial.mutate({ answers: start ?? {}, steps: [...taken, step] })
  }
  const take = (code: string) => {
    const action = s.actions[code]!
    const next = { action: code, answers: {}, said: '' }
    setShownReply((r) => r && { ...r, refused: null })
    if (action.asks || action.words) setFilling(next)
    else send(next)
  }
  const action = filling?.action ? s.actions[filling.action] : undefined
  const known = Object.assign({}, start, ...taken.map((x) => x.answers)) as Answers
  const last = shownReply?.stages.at(-1)
  if (faults > 0)
    return (
      <Sheet title={w('试办', 'Trial')}>
        <p className="warn">{w(`还有 ${faults} 处没有填好（见页面上方），改好后就能试办。`, `${faults} things must be mended first; see above.`)}</p>
      </Sheet>
    )
  return (
    <div className="trial">
      <p className="trial-note">
        {w('试办不留痕：不会真的建件、通知任何人或计入数字。', 'Nothing of a trial is kept: no case, no message, no figure.')}
        {s.rules && w('申请条件要看是谁申请，试办时不核对。', ' Conditions depend on who applies and are not tried here.')}
      </p>
      <div className="trial-columns">
        <TrialStages service={s} reply={shownReply} />
        <Sheet
          title={
            action
              ? shown(action.name)
              : filling
                ? w('填写申请', 'Apply')
                : last?.final
                  ? w('已办结', 'The end')
                  : w('下一步由谁办', 'What comes next')
          }
          head={
            start && (
              <Button size="small" onClick={again}>
                {w('重新试办', 'Start again')}
              </Button>
            )
          }
        >
          {filling?.action === null && (
            <Pick
              name={w('假设在哪个组织申请', 'As if applied for at')}
              value={org}
              options={places.map((n) => ({ value: n.id, label: n.name }))}
              onChange={setOrgId}
            />
          )}
          {filling && (
            <>
              <AnswersForm
                form={s.form}
                names={action ? (action.asks ?? []) : startFields(s)}
                answers={filling.answers}
                known={known}
                faults={answersFaults(shownReply)}
                onChange={(answers) => setFilling({ ...filling, answers })}
              />
              {action?.words && (
                <Input.TextArea
                  aria-label={action.words === 'answer' ? w('给申请人的答复', 'An answer to the applicant') : w('内部意见', 'An opinion')}
                  placeholder={action.words === 'answer' ? w('给申请人的答复', 'An answer to the applicant') : w('内部意见', 'An opinion')}
                  rows={2}
                  value={filling.said}
                  onChange={(e) => setFilling({ ...filling, said: e.target.value })}
                />
              )}
              {shownReply?.refused && (
                <p role="alert" className="asked-fault">
                  {w('还走不通：', 'Not possible yet: ')}
                  {shownReply.refused.says}
                </p>
              )}
              <div className="row">
                <Button type="primary" disabled={!org} loading={trial.isPending} onClick={() => send(filling)}>
                  {action ? w('走这一步', 'Take this step') : w('提交申请', 'Apply')}
                </Button>
                {start && <Button onClick={() => setFilling(null)}>{w('返回', 'Back')}</Button>}
              </div>
            </>
          )}
          {!filling && last && !last.final && (
            <div className="next-steps">
              {last.next.map((n) => (
                <Button key={n.code} loading={trial.isPending} onClick={() => take(n.code)}>
                  {shown(n.name)}
                  <span className="quiet small">{w(`（${whoTakes(s, s.actions[n.code]!.by)}）`, ` (${whoTakes(s, s.actions[n.code]!.by)})`)}</span>
                </Button>
              ))}
              {shownReply?.refused && (
                <p role="alert" className="asked-fault">
                  {shownReply.refused.says}
                </p>
              )}
            </div>
          )}
          {!filling && last?.final && (
            <p>{w('这一件走完了。可以重新试办别的走法，或去发布。', 'This case is through. Try another way, or publish.')}</p>
          )}
          {trial.isError && (
            <p role="alert" className="asked-fault">
              {unsavedWords(trial.error)}
            </p>
          )}
        </Sheet>
      </div>
    </div>
  )
}
