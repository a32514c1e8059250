import type { MyData } from '@gongyou/contract/membership/mine.ts'
import type { ReactNode } from 'react'
import { Button } from '../../kit/Button.tsx'
import { isUnreached, wordsOf } from '../../kit/failure.ts'
import { Notice } from '../../kit/Notice.tsx'
import { Page } from '../../kit/Page.tsx'
import { Skeleton } from '../../kit/Skeleton.tsx'
import { w } from '../../kit/text.ts'
import { useMyData } from './my-data.ts'

/** Shows a page about my data once it is here; without a network says why it is not. */
export const Loaded = ({ title, back, children }: { title: string; back: string; children: (data: MyData) => ReactNode }) => {
  const { data, error, refetch, isFetching } = useMyData()
  if (data) return children(data)
  return (
    <Page title={title} back={back}>
      {error ? (
        <>
          <Notice tone="due">
            {isUnreached(error)
              ? w(
                  '没有网络。为了保护您，个人信息不存在手机里，联网后才能看。',
                  'No network. To protect you, personal data are not kept on the phone.',
                )
              : wordsOf(error)}
          </Notice>
          <Button look="primary" onClick={() => refetch()} busy={isFetching}>
            {w('再试一次', 'Try again')}
          </Button>
        </>
      ) : (
        <Skeleton lines={8} />
      )}
    </Page>
  )
}
