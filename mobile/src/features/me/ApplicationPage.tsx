import type { MyData } from '@gongyou/contract/membership/mine.ts'
import { entryWords } from '@gongyou/contract/membership/words.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { Link } from 'wouter'
import { ask } from '../../kit/api.ts'
import { Button } from '../../kit/Button.tsx'
import { day, moment, shortDay } from '../../kit/day.ts'
import { wordsOf } from '../../kit/failure.ts'
import { say } from '../../kit/language.ts'
import { Notice } from '../../kit/Notice.tsx'
import { Page } from '../../kit/Page.tsx'
import { Facts } from '../../kit/Row.tsx'
import { w } from '../../kit/text.ts'
import { shortName } from '../join/Tiles.tsx'
import { Loaded } from './Loaded.tsx'

type Application = MyData['applications'][number]

const standing = (a: Application) =>
  (
    ({
      submitted: [
        'info',
        w('已收到，正在核对', 'Received, being checked'),
        w(`${shortDay(a.dueOn)}前答复您，现在不用做什么。`, `Answer by ${shortDay(a.dueOn)}; nothing to do now.`),
      ],
      returned: ['due', w('还差一步', 'One more step'), a.reason ?? ''],
      approved: ['done', w('已通过，您是会员了', 'Accepted: you are a member'), w('会员卡在“会员卡”里。', 'Your card is under “Card”.')],
      refused: [
        'wrong',
        w('没有通过', 'Not accepted'),
        w(`${a.reason ?? ''} 有疑问可以拨打 12351，或到服务站当面问。`, `${a.reason ?? ''} Questions: call 12351 or visit the station.`),
      ],
      withdrawn: ['info', w('已撤回', 'Withdrawn'), w('以后可以重新申请。', 'You may apply again.')],
    }) as const
  )[a.status]

const Answer = ({ application }: { application: Application }) => {
  const [says, setSays] = useState('')
  const id = useId()
  const client = useQueryClient()
  const send = useMutation({
    mutationFn: () => ask('resubmitApplication', { params: { id: application.id }, body: { says } }),
    onSuccess: () => void client.invalidateQueries(),
  })
  return (
    <>
      <Link href="/me/work" className="button">
        {w('改工作信息', 'Change work details')}
      </Link>
      <Link href="/me/ask" className="button">
        {w('姓名、证件有误', 'Name or ID is wrong')}
      </Link>
      <div className="field">
        <label htmlFor={id}>{w('对工作人员说一句（可不填）', 'A word to the staff (optional)')}</label>
        <textarea id={id} maxLength={300} value={says} onChange={(e) => setSays(e.target.value)} />
      </div>
      {send.isError ? <Notice tone="wrong">{wordsOf(send.error)}</Notice> : null}
      <Button look="primary" busy={send.isPending} onClick={() => send.mutate()}>
        {w('改好了，重新提交', 'Done, send again')}
      </Button>
    </>
  )
}

/** How my application stands and what I can do. */
export const ApplicationPage = () => (
  <Loaded title={w('入会申请', 'Application to join')} back="/me">
    {({ applications: [a] }) => (
      <Page title={w('入会申请', 'Application to join')} back="/me">
        {a ? (
          <>
            <Notice tone={standing(a)[0]} title={standing(a)[1]}>
              {standing(a)[2]}
            </Notice>
            <Facts
              rows={[
                [w('编号', 'Number'), a.number],
                [w('办理单位', 'Handled by'), a.org.name],
                [w('提交时间', 'Sent'), moment(a.submittedAt)],
                ...(a.status === 'submitted' ? [[w('最晚答复', 'Answer by'), day(a.dueOn)] as const] : []),
                [w('职业', 'Occupation'), a.occupation ? say(entryWords.occupation(a.occupation) ?? { zh: a.occupation, en: a.occupation }) : null],
                [w('单位', 'Works for'), [...a.platforms, ...(a.employer ? [a.employer] : [])].map(shortName).join('、') || null],
              ]}
            />
            {a.status === 'returned' ? <Answer application={a} /> : null}
            {a.status === 'approved' ? (
              <Link href="/card" className="button primary">
                {w('看会员卡', 'See the card')}
              </Link>
            ) : null}
          </>
        ) : (
          <>
            <p>{w('您没有入会申请。', 'You have no application.')}</p>
            <Link href="/join" className="button primary">
              {w('去入会', 'Join')}
            </Link>
          </>
        )}
      </Page>
    )}
  </Loaded>
)
