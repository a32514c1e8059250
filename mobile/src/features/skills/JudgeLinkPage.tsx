import type { ReplyOf } from '@gongyou/contract/kit/route.ts'
import type { Routes } from '@gongyou/contract/routes.ts'
import type { Marks } from '@gongyou/contract/skills/scoring.ts'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useParams } from 'wouter'
import { ask } from '../../kit/api.ts'
import { Button } from '../../kit/Button.tsx'
import { day, moment } from '../../kit/day.ts'
import { codeOf, wordsOf } from '../../kit/failure.ts'
import { keyOf, knownKey } from '../../kit/link-key.ts'
import { Notice } from '../../kit/Notice.tsx'
import { Page } from '../../kit/Page.tsx'
import { RowButton } from '../../kit/Row.tsx'
import { w } from '../../kit/text.ts'
import { Numbers } from './Numbers.tsx'

/** The page of a judge without an account. Nothing is opened by looking at it: previews of chat programs spend nothing. */
export const JudgeLinkPage = () => {
  const { token } = useParams<{ token: string }>()
  // What was seen stays while it is asked for again: a mutation under way has no answer.
  const [seen, see] = useState<ReplyOf<Routes['openJudgeLink']>>()
  const open = useMutation({ mutationFn: () => ask('openJudgeLink', { body: { token, key: keyOf(token) } }), onSuccess: see })
  const [round, setRound] = useState<string>()
  // Opened on this device before: there is nothing to ask about.
  useEffect(() => (knownKey(token) ? open.mutate() : undefined), [token])
  const code = codeOf(open.error)
  const bench = seen?.rounds.find((r) => r.round === round)
  if (bench)
    return (
      <Numbers
        bench={bench}
        place={`${token.slice(0, 12)}.${bench.round}`}
        back={`/judge-link/${token}`}
        send={(blind, marks: Marks) => ask('handInByLink', { body: { token, key: keyOf(token), round: bench.round, blind, marks: marks as never } })}
        again={() => open.mutateAsync().catch(() => undefined)}
      />
    )
  if (seen)
    return (
      <Page title={w('评分', 'Judging')}>
        <p>
          <strong>{seen.contest}</strong>
          <br />
          {w(`${seen.judge} 评委，您好。`, `Welcome, ${seen.judge}.`)}
        </p>
        {seen.rounds.length === 0 ? (
          <p>{w('还没有请您评分的轮次。抽签抽到您之后，再打开这个链接就能看到。', 'No round yet. Once you are drawn, open this link again.')}</p>
        ) : (
          <div className="rows">
            {seen.rounds.map((r) => (
              <RowButton
                key={r.round}
                press={() => setRound(r.round)}
                title={`${r.trade} · ${r.name}`}
                sub={[r.heldOn ? day(r.heldOn) : '', r.place].filter(Boolean).join(' · ')}
                end={r.opened ? w('已开封', 'opened') : `${r.sheets.filter((s) => s.handedIn).length} / ${r.sheets.filter((s) => !s.absent).length}`}
              />
            ))}
          </div>
        )}
        <p className="small">{w(`链接到 ${moment(seen.expiresAt)} 有效。`, `The link holds until ${moment(seen.expiresAt)}.`)}</p>
      </Page>
    )
  if (code === 'skills.judge-link-gone' || code === 'skills.judge-link-elsewhere')
    return (
      <Page title={w('链接打不开', 'This link does not open')}>
        <p>{wordsOf(open.error)}</p>
      </Page>
    )
  return (
    <Page
      title={w('请您评分', 'You are asked to judge')}
      foot={
        <Button look="primary" onClick={() => open.mutate()} busy={open.isPending}>
          {open.isPending ? w('正在打开…', 'Opening…') : w('打开评分表', 'Open')}
        </Button>
      }
    >
      <p>{w('这是工会请您担任评委的评分链接，不用注册，也不用登录。', 'The union asks you to judge a contest. No account is needed.')}</p>
      <ul className="judge-notes">
        <li>{w('打开后只能在这台手机上用，请在评分用的手机上打开。', 'Once opened it works on this phone only.')}</li>
        <li>{w('您只看到编号，看不到姓名和单位。', 'You see numbers, never names.')}</li>
        <li>{w('交表后封存，谁也看不到，统一开封。', 'A sheet is sealed when handed in and opened with all others.')}</li>
        <li>{w('没有网络也能打分，联网后自动提交。', 'Without a network your marks wait on the phone.')}</li>
        <li>{w('请不要转发这个链接。', 'Please do not pass it on.')}</li>
      </ul>
      {open.isError ? <Notice tone="wrong">{wordsOf(open.error)}</Notice> : null}
    </Page>
  )
}
