import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { Link } from 'wouter'
import { ask } from '../../kit/api.ts'
import { Button } from '../../kit/Button.tsx'
import { wordsOf } from '../../kit/failure.ts'
import { Notice } from '../../kit/Notice.tsx'
import { Page } from '../../kit/Page.tsx'
import { w } from '../../kit/text.ts'
import { PhoneCode, noProof } from '../phone/PhoneCode.tsx'

/** The new number proves itself; the old one is told by SMS. */
export const MobilePage = () => {
  const [proof, setProof] = useState(noProof)
  const client = useQueryClient()
  const change = useMutation({
    mutationFn: () => ask('changeMyMobile', { body: { challenge: proof.challenge, code: proof.code } }),
    onSuccess: () => void client.invalidateQueries({ queryKey: ['myData'] }),
  })
  const submit = (e: FormEvent) => {
    e.preventDefault()
    if (!change.isPending && proof.challenge && proof.code.length === 6) change.mutate()
  }
  if (change.data)
    return (
      <Page
        title={w('手机号已更换', 'Number changed')}
        back="/me/data"
        foot={
          <Link href="/me/data" className="button primary">
            {w('看我的信息', 'My data')}
          </Link>
        }
      >
        <p>
          {w(
            `以后用 ${change.data.mobile} 登录和收消息。原来的号码收到了一条提醒短信。`,
            `Sign in with ${change.data.mobile} from now on. The old number was told by SMS.`,
          )}
        </p>
      </Page>
    )
  return (
    <Page
      title={w('换手机号', 'Change the number')}
      back="/me/data"
      foot={
        <Button look="primary" type="submit" form="mobile" busy={change.isPending}>
          {w('更换', 'Change')}
        </Button>
      }
    >
      <form id="mobile" onSubmit={submit} noValidate className="form">
        <PhoneCode
          proof={proof}
          change={(p) => {
            setProof(p)
            change.reset()
          }}
          wrong={{ code: change.isError ? wordsOf(change.error) : undefined }}
        />
      </form>
      {change.isError ? <Notice tone="wrong">{wordsOf(change.error)}</Notice> : null}
    </Page>
  )
}
