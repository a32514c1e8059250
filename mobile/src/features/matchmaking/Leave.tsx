import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ask } from '../../kit/api.ts'
import { Button } from '../../kit/Button.tsx'
import { wordsOf } from '../../kit/failure.ts'
import { Notice } from '../../kit/Notice.tsx'
import { w } from '../../kit/text.ts'

/** The way out: everything of mine is deleted now. */
export const Leave = ({ id }: { id: string }) => {
  const client = useQueryClient()
  const [sure, ask1] = useState(false)
  const leave = useMutation({
    mutationFn: () => ask('leaveMatching', { params: { id } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['getMyMatching'] }),
  })
  return (
    <>
      {leave.isError ? <Notice tone="wrong">{wordsOf(leave.error)}</Notice> : null}
      {sure ? (
        <>
          <p>{w('您的联谊卡、选择和互选结果马上删除，不能恢复。', 'Your card, choices and matches are deleted now and cannot be restored.')}</p>
          <div className="pair">
            <Button look="primary" busy={leave.isPending} onClick={() => leave.mutate()}>
              {w('退出并删除', 'Leave and delete')}
            </Button>
            <Button onClick={() => ask1(false)}>{w('不退出', 'Stay')}</Button>
          </div>
        </>
      ) : (
        <Button look="quiet" className="wide" onClick={() => ask1(true)}>
          {w('退出互选，删除我的内容', 'Leave, and delete what is mine')}
        </Button>
      )}
    </>
  )
}
