import type { MySignUp } from '@gongyou/contract/activities/shapes.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'
import { ask } from '../../kit/api.ts'
import { Button } from '../../kit/Button.tsx'
import { moment } from '../../kit/day.ts'
import { wordsOf } from '../../kit/failure.ts'
import { Notice } from '../../kit/Notice.tsx'
import { w } from '../../kit/text.ts'
import { standing } from './words.ts'

/** My seat, or my place on the list: what to bring, and the way out. */
export const SignUpCard = ({ mine }: { mine: MySignUp }) => {
  const client = useQueryClient()
  const [sure, ask1] = useState(false)
  const cancel = useMutation({
    mutationFn: () => ask('cancelMySignUp', { params: { id: mine.id }, body: {} }),
    onSettled: () => {
      ask1(false)
      void client.invalidateQueries({ queryKey: ['getOpenActivity'] })
      void client.invalidateQueries({ queryKey: ['listMySignUps'] })
    },
  })
  const attended = mine.sessions.filter((s) => s.attendedAt)
  return (
    <div className="mine">
      <Notice tone={mine.state === 'confirmed' ? 'done' : mine.state === 'cancelled' ? 'info' : 'due'} title={standing(mine)}>
        {mine.seats > 1 ? w(`共 ${mine.seats} 人：本人、${mine.party.join('、')}`, `${mine.seats} persons: you, ${mine.party.join(', ')}`) : null}
        {attended.length > 0 ? (
          <p>
            {w(
              `已签到 ${attended.map((s) => moment(s.attendedAt!)).join('、')}`,
              `Checked in ${attended.map((s) => moment(s.attendedAt!)).join(', ')}`,
            )}
          </p>
        ) : null}
      </Notice>
      {mine.state === 'confirmed' && attended.length === 0 ? (
        <p className="small">
          {w('到现场扫屏幕上的码签到，或出示', 'On the spot scan the code on the screen, or show your ')}
          <Link href="/card" className="link">
            {w('会员卡', 'member card')}
          </Link>
        </p>
      ) : null}
      {cancel.isError ? <Notice tone="wrong">{wordsOf(cancel.error)}</Notice> : null}
      {mine.mayCancel && attended.length === 0 ? (
        sure ? (
          <div className="pair">
            <Button look="primary" busy={cancel.isPending} onClick={() => cancel.mutate()}>
              {w('确定取消', 'Yes, cancel')}
            </Button>
            <Button onClick={() => ask1(false)}>{w('不取消', 'Keep it')}</Button>
          </div>
        ) : (
          <Button onClick={() => ask1(true)}>{w('取消报名', 'Cancel')}</Button>
        )
      ) : null}
      {mine.state === 'confirmed' && !mine.mayCancel && attended.length === 0 ? (
        <p className="small">{w('已过取消时限，不能来请打电话告诉组织者。', 'Too late to cancel here; please call the organiser.')}</p>
      ) : null}
    </div>
  )
}
