import { useMutation } from '@tanstack/react-query'
import { useEffect } from 'react'
import { Link, useSearch } from 'wouter'
import { ask } from '../../kit/api.ts'
import { Button } from '../../kit/Button.tsx'
import { moment } from '../../kit/day.ts'
import { wordsOf } from '../../kit/failure.ts'
import { Icon } from '../../kit/Icon.tsx'
import { Notice } from '../../kit/Notice.tsx'
import { Page } from '../../kit/Page.tsx'
import { Facts } from '../../kit/Row.tsx'
import { SignedIn } from '../../kit/SignedIn.tsx'
import { Skeleton } from '../../kit/Skeleton.tsx'
import { w } from '../../kit/text.ts'
import './activities.css'

const Arrive = ({ code }: { code: string }) => {
  const arrive = useMutation({ mutationFn: () => ask('checkInByCode', { body: { code } }) })
  useEffect(() => arrive.mutate(), [code])
  const { data } = arrive
  return (
    <Page title={w('签到', 'Check in')} back="/my-activities">
      {arrive.isPending ? <Skeleton lines={4} /> : null}
      {arrive.isError ? (
        <>
          <Notice tone="wrong">{wordsOf(arrive.error)}</Notice>
          <Button onClick={() => arrive.mutate()}>{w('再试一次', 'Try again')}</Button>
          <Link href="/scan" className="button primary">
            {w('重新扫码', 'Scan again')}
          </Link>
        </>
      ) : null}
      {data ? (
        <>
          <p className="verdict good" role="status">
            <Icon name="done" size={32} />
            {w('签到成功', 'You are in')}
          </p>
          <Facts
            rows={[
              [w('活动', 'Activity'), <strong key="t">{data.title}</strong>],
              [w('地点', 'Place'), data.place],
              [w('时间', 'Time'), moment(data.at)],
            ]}
          />
        </>
      ) : null}
    </Page>
  )
}

/** Where the code on the screen at the door leads. */
export const CheckInPage = () => {
  const code = new URLSearchParams(useSearch()).get('code') ?? ''
  return (
    <SignedIn
      title={w('签到', 'Check in')}
      back="/"
      why={w(
        '登录后签到。屏幕上的码每半分钟换一次，登录后请重新扫。',
        'Sign in to check in; the code changes every half minute, so scan again afterwards.',
      )}
    >
      <Arrive key={code} code={code} />
    </SignedIn>
  )
}
