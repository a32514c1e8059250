import { wordings } from '@gongyou/contract/membership/consents.ts'
import { readPhone } from '@gongyou/contract/kit/phone.ts'
import { type FormEvent, useState } from 'react'
import { Link } from 'wouter'
import { Button } from '../../kit/Button.tsx'
import { codeOf, wordsFor, wordsOf } from '../../kit/failure.ts'
import { say } from '../../kit/language.ts'
import { useMe } from '../../kit/me.ts'
import { Notice } from '../../kit/Notice.tsx'
import { w } from '../../kit/text.ts'
import { PhoneCode } from '../phone/PhoneCode.tsx'
import { type PageGiven, type StepGiven, StepPage } from './StepPage.tsx'

const Agreement = ({
  version,
  union,
  checked,
  set,
}: {
  version: keyof typeof wordings
  union: string
  checked: boolean
  set: (on: boolean) => void
}) => (
  <div className="agreement">
    <label>
      <input type="checkbox" name={version} checked={checked} onChange={(e) => set(e.target.checked)} />
      <span>{say(wordings[version].title)}</span>
    </label>
    <details>
      <summary>{w('看说明', 'Details')}</summary>
      <p className="small">{say(wordings[version].text).replace('{union}', union)}</p>
    </details>
  </div>
)

type Given = StepGiven & { page: PageGiven; error: unknown; sending: boolean; submit: () => void }

/** The phone proves itself, two consents are given apart, and it is sent. */
export const PhoneStep = ({ draft, change, page, error, sending, submit }: Given) => {
  const { me } = useMe()
  const [tried, tryIt] = useState(false)
  const { proof } = draft
  const code = codeOf(error)
  const codeWrong = code === 'accounts.wrong-code' || code === 'accounts.code-spent' ? wordsOf(error) : undefined
  const missing = {
    mobile: readPhone(proof.mobile).ok ? undefined : w('请填写 11 位手机号', 'Fill in your phone number'),
    code: !proof.challenge
      ? w('请先获取验证码', 'Get a code first')
      : proof.code.length < 6
        ? w('请填写收到的 6 位验证码', 'Fill in the six digits')
        : undefined,
  }
  const agreed = draft.agreed && draft.agreedNumber
  const press = (e: FormEvent) => {
    e.preventDefault()
    if (sending) return
    tryIt(true)
    if (missing.mobile || missing.code) return document.querySelector<HTMLElement>(missing.mobile ? '[name=mobile]' : '[name=code]')?.focus()
    if (agreed) return submit()
    document.querySelector<HTMLElement>('.agreement input:not(:checked)')?.focus()
  }
  const known = code === 'membership.already-member' || code === 'membership.already-applied'
  return (
    <StepPage
      page={page}
      foot={
        <Button look="primary" type="submit" form="phone" busy={sending}>
          {sending ? w('正在提交…', 'Sending…') : w('提交入会申请', 'Send the application')}
        </Button>
      }
    >
      <form id="phone" onSubmit={press} noValidate className="form">
        <PhoneCode
          proof={proof}
          change={(p) => change({ proof: p })}
          wrong={{ mobile: tried ? missing.mobile : wordsFor(error, 'mobile'), code: (tried ? missing.code : undefined) ?? codeWrong }}
        />
        <fieldset className="field">
          <legend>{w('请分别同意', 'Please agree to each')}</legend>
          <Agreement version="joining-2026-1" union={me?.region.name ?? ''} checked={draft.agreed} set={(agreed) => change({ agreed })} />
          <Agreement
            version="id-number-2026-1"
            union={me?.region.name ?? ''}
            checked={draft.agreedNumber}
            set={(agreedNumber) => change({ agreedNumber })}
          />
        </fieldset>
        {tried && !agreed ? (
          <p className="wrong" role="alert">
            {w(
              '两项都勾选后才能提交。不同意处理证件号码，可带证件到服务站办理。',
              'Tick both to send. If you do not agree to the use of your ID number, bring your card to the station.',
            )}
          </p>
        ) : null}
      </form>
      {error && !codeWrong ? (
        <Notice tone="wrong">
          {wordsOf(error)}
          {known ? (
            <>
              {' '}
              <Link className="link" href="/sign-in?to=/me/application">
                {w('登录查看', 'Sign in to see')}
              </Link>
            </>
          ) : null}
        </Notice>
      ) : null}
    </StepPage>
  )
}
