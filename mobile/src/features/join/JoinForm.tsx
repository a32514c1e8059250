import type { ReplyOf } from '@gongyou/contract/kit/route.ts'
import type { applyToJoin, getJoinPoint } from '@gongyou/contract/membership/routes.ts'
import { Refusal } from '@gongyou/contract/kit/client.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import { ask } from '../../kit/api.ts'
import { codeOf } from '../../kit/failure.ts'
import { forgetAll } from '../../kit/kept.ts'
import { workOffline } from '../../kit/offline.ts'
import { Steps } from '../../kit/Steps.tsx'
import { w } from '../../kit/text.ts'
import { type Draft, dropDraft, keepDraft, keepReceipt, recallDraft } from './draft.ts'
import { IdentityStep } from './IdentityStep.tsx'
import { nameFault, readNumber } from './identity.ts'
import { PhoneStep } from './PhoneStep.tsx'
import { WorkStep } from './WorkStep.tsx'

export type Point = ReplyOf<typeof getJoinPoint>

const send = (point: Point, d: Draft): Promise<ReplyOf<typeof applyToJoin>> =>
  ask('applyToJoin', {
    body: {
      joinPoint: point.code,
      name: d.name,
      idType: d.idType,
      idNumber: d.idNumber,
      mobile: d.proof.mobile,
      challenge: d.proof.challenge,
      code: d.proof.code,
      ...(d.occupation ? { occupation: d.occupation } : {}),
      ...(d.employer.trim() ? { employer: d.employer.trim() } : {}),
      platforms: d.platforms,
      consent: 'joining-2026-1',
      sensitiveConsent: 'id-number-2026-1',
    },
  })

/** Which step holds the field that the server did not take. */
const stepOf = (error: unknown) => {
  const code = codeOf(error)
  if (code === 'people.name-mismatch' || code === 'membership.too-young') return 1
  if (code === 'request.invalid' && error instanceof Refusal && error.problem.errors?.some((e) => /name|idNumber|idType/.test(e.path))) return 1
  return 3
}

/** Three steps in the address, so that back goes back; the draft is kept at every key. */
export const JoinForm = ({ point, step: wanted }: { point: Point; step: 1 | 2 | 3 }) => {
  const [draft, setDraft] = useState(recallDraft)
  const [, go] = useLocation()
  const client = useQueryClient()
  const change = (part: Partial<Draft>) => setDraft((d) => ({ ...d, ...part }))
  useEffect(() => keepDraft(draft), [draft])
  const at = (step: 1 | 2 | 3 | 'done') =>
    go(step === 1 ? `/join/${point.code}` : `/join/${point.code}?step=${step}`, step === 'done' ? { replace: true } : {})

  // Another tab took the number with it when it was closed: it is asked again, the rest is not.
  const knows = !nameFault(draft.name) && !readNumber(draft.idType, draft.idNumber).fault
  const step = knows ? wanted : 1

  const apply = useMutation({
    mutationFn: () => send(point, draft),
    onSuccess: (receipt) => {
      keepReceipt(receipt)
      dropDraft()
      forgetAll()
      client.removeQueries({ queryKey: ['myMembership'] })
      void client.invalidateQueries()
      workOffline()
      at('done')
    },
    onError: (error) => (stepOf(error) === 1 ? at(1) : undefined),
  })
  const errorHere = apply.error && stepOf(apply.error) === (step === 1 ? 1 : 3) ? apply.error : null

  const given = { draft, change }
  const title = w('加入工会', 'Join the union')
  const back = step === 1 ? '/' : `/join/${point.code}${step === 3 ? '?step=2' : ''}`
  const head = (
    <>
      <Steps at={step} of={3} />
      {step === 1 ? (
        <p className="point">
          <b>{point.label}</b>
          {point.label === point.org.name ? null : <span className="small">{point.org.name}</span>}
        </p>
      ) : null}
    </>
  )
  if (step === 1)
    return (
      <IdentityStep
        {...given}
        page={{ title, back, head }}
        error={errorHere}
        next={() => {
          apply.reset()
          at(2)
        }}
      />
    )
  if (step === 2) return <WorkStep {...given} page={{ title, back, head }} platforms={point.platforms} next={() => at(3)} />
  return <PhoneStep {...given} page={{ title, back, head }} error={errorHere} sending={apply.isPending} submit={() => apply.mutate()} />
}
