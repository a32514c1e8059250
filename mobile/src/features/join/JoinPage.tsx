import { useQuery } from '@tanstack/react-query'
import { Link, useParams, useSearch } from 'wouter'
import { asking } from '../../kit/api.ts'
import { Button } from '../../kit/Button.tsx'
import { codeOf, isUnreached, wordsOf } from '../../kit/failure.ts'
import { Page } from '../../kit/Page.tsx'
import { Skeleton } from '../../kit/Skeleton.tsx'
import { w } from '../../kit/text.ts'
import { recallReceipt } from './draft.ts'
import './join.css'
import { JoinForm } from './JoinForm.tsx'
import { ReceiptPage } from './ReceiptPage.tsx'

const whatToDo = (error: unknown, code: string): readonly [string, string] => {
  if (codeOf(error) === 'membership.join-code-expired')
    return [
      w('这个入会码过期了', 'This joining code has expired'),
      w(
        '您没做错什么。请向贴码的单位或现场工作人员要新码；也可以去任何一个工会服务站，扫那里的码。',
        'You did nothing wrong. Ask the staff for a new code, or scan the one at any union station.',
      ),
    ]
  if (isUnreached(error))
    return [
      w('没有网络', 'No network'),
      w('入会需要联网一小会儿。请走到信号好的地方，再点“再试一次”。', 'Joining needs a short connection. Try again where the signal is better.'),
    ]
  return [
    w('没有这个入会码', 'No such joining code'),
    w(
      `“${code}”没有登记。请对照二维码下面的 8 位字母数字再输一次，或重新扫码。`,
      `“${code}” is not registered. Type the eight characters under the QR code again, or scan again.`,
    ),
  ]
}

/** The way into the union from a scanned code. Public; nothing is asked before it is clear whose code this is. */
export const JoinPage = () => {
  const code = decodeURIComponent(useParams<{ code: string }>().code).toUpperCase()
  const step = new URLSearchParams(useSearch()).get('step')
  const point = useQuery({ ...asking('getJoinPoint', { params: { code } }), staleTime: 300_000 })
  const receipt = step === 'done' ? recallReceipt() : undefined
  if (receipt) return <ReceiptPage receipt={receipt} phone={point.data?.phone ?? null} />
  if (point.data) return <JoinForm point={point.data} step={step === '3' ? 3 : step === '2' ? 2 : 1} />
  if (point.isPending)
    return (
      <Page title={w('加入工会', 'Join the union')} back="/">
        <Skeleton lines={6} />
      </Page>
    )
  const [title, text] = whatToDo(point.error, code)
  const unreached = isUnreached(point.error)
  const first = unreached ? (
    <Button look="primary" onClick={() => point.refetch()} busy={point.isFetching}>
      {w('再试一次', 'Try again')}
    </Button>
  ) : (
    <Link href="/scan" className="button primary">
      {w('重新扫码', 'Scan again')}
    </Link>
  )
  return (
    <Page title={title} back="/" foot={first}>
      <p>{text}</p>
      {codeOf(point.error) || unreached ? null : <p className="small">{wordsOf(point.error)}</p>}
      <Link href="/join" className="button">
        {w('手工输入入会码', 'Type a code')}
      </Link>
      <a href="tel:12351" className="button">
        {w('拨打 12351 问一问', 'Call 12351 and ask')}
      </a>
    </Page>
  )
}
