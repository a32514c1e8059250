import type { CaseSlice } from '@gongyou/contract/cases/links.ts'
import { useMutation } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useParams } from 'wouter'
import { ask } from '../../kit/api.ts'
import { Button } from '../../kit/Button.tsx'
import { codeOf, wordsOf } from '../../kit/failure.ts'
import { Notice } from '../../kit/Notice.tsx'
import { Page } from '../../kit/Page.tsx'
import { w } from '../../kit/text.ts'
import './cases.css'
import { keyOf, knownKey } from '../../kit/link-key.ts'
import { Slice } from './Slice.tsx'

const Refused = ({ error }: { error: unknown }) => {
  const code = codeOf(error)
  const gone = code === 'cases.link-gone'
  return (
    <Page title={gone ? w('链接已失效', 'This link has ended') : w('这里打不开', 'It does not open here')}>
      <p>{wordsOf(error)}</p>
      <p>
        {gone
          ? w(
              '可能是过了期、已经回复，或被发送人收回。请联系把链接发给您的工作人员，重新要一个。',
              'It may have run out, been answered, or been taken back. Ask whoever sent it for a new one.',
            )
          : w(
              '为了保护当事人，一个链接只能在第一次打开它的那台设备上看。请回到那台设备；或请发送人重新发一个。',
              'To protect the person concerned, a link stays with the device that opened it first. Go back to that device, or ask for a new link.',
            )}
      </p>
    </Page>
  )
}

/** The page of an outside party. Nothing is opened by looking at it: previews of chat programs spend nothing. */
export const LinkPage = () => {
  const { token } = useParams<{ token: string }>()
  const open = useMutation({ mutationFn: (): Promise<CaseSlice> => ask('openCaseLink', { body: { token, key: keyOf(token) } }) })
  // Opened on this device before: there is nothing to ask about.
  useEffect(() => (knownKey(token) ? open.mutate() : undefined), [token])
  const code = codeOf(open.error)
  if (open.data) return <Slice slice={open.data} token={token} again={() => open.mutate()} />
  if (code === 'cases.link-gone' || code === 'cases.link-elsewhere') return <Refused error={open.error} />
  return (
    <Page
      title={w('工会请贵单位协助', 'The union asks for your help')}
      foot={
        <Button look="primary" onClick={() => open.mutate()} busy={open.isPending}>
          {open.isPending ? w('正在打开…', 'Opening…') : w('打开', 'Open')}
        </Button>
      }
    >
      <p>{w('这是工会发给贵单位的协办链接，不用注册，也不用登录。', 'This link was sent to you by the union. No account is needed.')}</p>
      <ul className="plain">
        <li>
          {w('打开后只能在这台设备上看，请在要办理的手机或电脑上打开。', 'Once opened it works on this device only; open it where you will answer.')}
        </li>
        <li>{w('里面是办理所需的部分内容，请不要转发或截图外传。', 'It shows a part of a case; please do not pass it on.')}</li>
        <li>{w('打开、查看和回复都会记录。', 'Opening and answering are recorded.')}</li>
      </ul>
      {open.isError ? <Notice tone="wrong">{wordsOf(open.error)}</Notice> : null}
    </Page>
  )
}
