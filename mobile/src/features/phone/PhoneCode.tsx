import { readPhone } from '@gongyou/contract/kit/phone.ts'
import { useMutation } from '@tanstack/react-query'
import { Suspense, lazy, useEffect, useState } from 'react'
import { ask } from '../../kit/api.ts'
import { Button } from '../../kit/Button.tsx'
import { wordsOf } from '../../kit/failure.ts'
import { Field } from '../../kit/Field.tsx'
import { say } from '../../kit/language.ts'
import { useMe } from '../../kit/me.ts'
import { w } from '../../kit/text.ts'

const OutboxSheet = lazy(async () => ({ default: (await import('./OutboxSheet.tsx')).OutboxSheet }))

/** A phone and the code that proves it. `sentAt` survives a reload, so that the wait does too. */
export type Proof = { mobile: string; challenge: string; code: string; sentAt: number; sentTo: string }
export const noProof: Proof = { mobile: '', challenge: '', code: '', sentAt: 0, sentTo: '' }

const wait = 60

const useSecondsLeft = (sentAt: number) => {
  const left = () => Math.max(0, Math.ceil(wait - (Date.now() - sentAt) / 1000))
  const [seconds, setSeconds] = useState(left)
  useEffect(() => {
    setSeconds(left())
    const timer = setInterval(() => setSeconds(left()), 1000)
    return () => clearInterval(timer)
  }, [sentAt])
  return seconds
}

type Given = { proof: Proof; change: (proof: Proof) => void; wrong?: { mobile?: string | undefined; code?: string | undefined } }

/** Phone number, “get the code”, code. The phone fills the code in by itself where it can. */
export const PhoneCode = ({ proof, change, wrong = {} }: Given) => {
  const { me } = useMe()
  const [touched, touch] = useState(false)
  const [outbox, open] = useState(false)
  const seconds = useSecondsLeft(proof.sentTo === proof.mobile ? proof.sentAt : 0)
  const read = readPhone(proof.mobile)
  const send = useMutation({
    mutationFn: () => ask('sendPhoneCode', { body: { mobile: proof.mobile } }),
    onSuccess: ({ challenge }) => change({ ...proof, challenge, code: '', sentAt: Date.now(), sentTo: proof.mobile }),
  })
  const mobileWrong = wrong.mobile ?? (touched && !read.ok ? say(read.suggestion) : undefined)
  const failed = send.isError ? wordsOf(send.error) : undefined
  const press = () => {
    touch(true)
    if (read.ok && seconds === 0) send.mutate()
  }
  return (
    <>
      <Field
        label={w('手机号', 'Phone number')}
        type="tel"
        inputMode="tel"
        autoComplete="tel-national"
        maxLength={20}
        value={proof.mobile}
        name="mobile"
        onChange={(e) => change({ ...proof, mobile: e.target.value })}
        onBlur={() => touch(proof.mobile !== '')}
        wrong={mobileWrong ?? failed}
      />
      <Field
        label={w('验证码', 'Code')}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={6}
        pattern="[0-9]*"
        name="code"
        value={proof.code}
        onChange={(e) => change({ ...proof, code: e.target.value.replace(/\D/g, '') })}
        wrong={wrong.code}
        hint={proof.challenge ? w('6 位数字，10 分钟内有效', 'Six digits, valid for ten minutes') : w('先点“获取验证码”', 'Press “Get a code” first')}
        beside={
          <Button onClick={press} busy={send.isPending || seconds > 0} className="send">
            {seconds > 0 ? w(`${seconds} 秒后可重发`, `Again in ${seconds} s`) : w('获取验证码', 'Get a code')}
          </Button>
        }
      />
      {me?.demo && proof.challenge ? (
        <button type="button" className="link" onClick={() => open(true)}>
          {w('演示环境不发短信：看收到的短信', 'Example: no SMS is sent; see it here')}
        </button>
      ) : null}
      {outbox ? (
        <Suspense>
          <OutboxSheet
            mobile={proof.mobile}
            close={() => open(false)}
            take={(code) => {
              change({ ...proof, code })
              open(false)
            }}
          />
        </Suspense>
      ) : null}
    </>
  )
}
