import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { Link, useLocation, useSearch } from 'wouter'
import { ask } from '../../kit/api.ts'
import { Button } from '../../kit/Button.tsx'
import { codeOf, wordsOf } from '../../kit/failure.ts'
import { Field } from '../../kit/Field.tsx'
import { forgetAll } from '../../kit/kept.ts'
import { Notice } from '../../kit/Notice.tsx'
import { workOffline } from '../../kit/offline.ts'
import { Page } from '../../kit/Page.tsx'
import { w } from '../../kit/text.ts'
import '../join/join.css'
import { PhoneCode, noProof } from '../phone/PhoneCode.tsx'

/** Only ways inside these pages: a link that was sent around must not lead elsewhere after signing in. */
const placeAfter = (search: string) => {
  const to = new URLSearchParams(search).get('to') ?? '/'
  return /^\/(?![/\\])/.test(to) ? to : '/'
}

/** A phone code, and where one phone serves several persons, the last four of the ID. */
export const SignInPage = () => {
  const [proof, setProof] = useState(noProof)
  const [last4, setLast4] = useState('')
  const to = placeAfter(useSearch())
  const [, go] = useLocation()
  const client = useQueryClient()
  const signIn = useMutation({
    mutationFn: () => ask('signInByPhone', { body: { challenge: proof.challenge, code: proof.code, ...(last4 ? { idLast4: last4 } : {}) } }),
    onSuccess: ({ step }) => {
      if (step !== 'done') return
      forgetAll()
      client.clear()
      workOffline()
      go(to, { replace: true })
    },
  })
  const step = signIn.data?.step
  const codeWrong = codeOf(signIn.error) === 'accounts.wrong-code' || codeOf(signIn.error) === 'accounts.code-spent'
  const submit = (e: FormEvent) => {
    e.preventDefault()
    if (!signIn.isPending && proof.challenge && proof.code.length === 6) signIn.mutate()
  }
  return (
    <Page
      title={w('登录', 'Sign in')}
      back="/"
      foot={
        <Button look="primary" type="submit" form="sign-in" busy={signIn.isPending}>
          {w('登录', 'Sign in')}
        </Button>
      }
    >
      <p className="small">{w('用登记在工会的手机号登录，不用密码。', 'Use the phone number the union knows; no password.')}</p>
      <form id="sign-in" onSubmit={submit} noValidate className="form">
        <PhoneCode
          proof={proof}
          change={(p) => {
            setProof(p)
            signIn.reset()
          }}
          wrong={{ code: codeWrong ? wordsOf(signIn.error) : undefined }}
        />
        {step === 'which-person' || last4 ? (
          <>
            <Notice title={w('这个手机号登记了不止一个人', 'Several persons share this number')}>
              {w('请填您身份证的后四位。', 'Please give the last four of your ID.')}
            </Notice>
            <Field
              label={w('身份证后四位', 'Last four of the ID')}
              name="last4"
              maxLength={4}
              autoComplete="off"
              autoCapitalize="characters"
              value={last4}
              onChange={(e) => setLast4(e.target.value.toUpperCase().replace(/[^0-9X]/g, ''))}
              hint={w('末位可能是字母 X', 'The last may be the letter X')}
            />
          </>
        ) : null}
      </form>
      {signIn.isError && !codeWrong ? <Notice tone="wrong">{wordsOf(signIn.error)}</Notice> : null}
      {step === 'unknown-person' ? (
        <Notice
          tone="due"
          title={last4 ? w('后四位和登记的不一致', 'The last four do not match') : w('这个手机号还没有登记', 'This number is not registered')}
        >
          <p>
            {w(
              '换过手机号的，带身份证到服务站改；还没入会的，扫入会码就行。',
              'If you changed numbers, bring your ID to the station; if you have not joined yet, scan a joining code.',
            )}
          </p>
          <Link className="link" href="/join">
            {w('去入会', 'Join')}
          </Link>
        </Notice>
      ) : null}
    </Page>
  )
}
