import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { ask } from '../../kit/api.ts'
import { Button } from '../../kit/Button.tsx'
import { moment } from '../../kit/day.ts'
import { wordsOf } from '../../kit/failure.ts'
import { newId } from '../../kit/form/new-id.ts'
import { Notice } from '../../kit/Notice.tsx'
import { Sheet } from '../../kit/Sheet.tsx'
import { w } from '../../kit/text.ts'

type Item = { id: string; name: string; rest: number; had: boolean | null }

/** What is shown to the keeper: the item, the minute, the running number. A picture of it is old a minute later. */
const Shown = ({ item, at, number }: { item: string; at: string; number: number }) => (
  <div className="handed" role="status">
    <b>{item}</b>
    <span className="clock">{moment(at).slice(-5)}</span>
    <p>{w(`本站第 ${number} 份，请给工作人员看`, `Number ${number} here; show it to the staff`)}</p>
  </div>
)

const Take = ({ code, item, close }: { code: string; item: Item; close: () => void }) => {
  const queries = useQueryClient()
  // One request for one wish: tapping twice, or again after a weak network, takes one.
  const [requestId] = useState(newId)
  const take = useMutation({
    mutationFn: () => ask('takeItem', { params: { code }, body: { itemId: item.id, requestId } }),
    onSuccess: () => void queries.invalidateQueries({ queryKey: ['getVenuePage'] }),
  })
  return (
    <Sheet title={w(`领取${item.name}`, `Take: ${item.name}`)} close={close}>
      {take.data ? (
        <Shown item={take.data.item} at={take.data.at} number={take.data.number} />
      ) : (
        <>
          <p>{w('到了站点、当着工作人员的面再点。每人每天一份。', 'Tap when you stand before the staff. One a person and day.')}</p>
          {take.isError ? <Notice tone="wrong">{wordsOf(take.error)}</Notice> : null}
          <Button look="primary" busy={take.isPending} onClick={() => take.mutate()}>
            {w('现在领取', 'Take it now')}
          </Button>
        </>
      )}
      {take.data ? <Button onClick={close}>{w('好了', 'Done')}</Button> : null}
    </Sheet>
  )
}

/** What is handed out here, and the way to take one. */
export const Items = ({ code, items, signedIn, open }: { code: string; items: readonly Item[]; signedIn: boolean; open: boolean }) => {
  const [place] = useLocation()
  const [taking, take] = useState<Item>()
  if (items.length === 0) return null
  return (
    <section className="section">
      <h2>{w('可以领取', 'To take')}</h2>
      <div className="rows">
        {items.map((i) => (
          <div className="row" key={i.id}>
            <span className="text">
              <span className="title">{i.name}</span>
              <span className="sub">
                {i.had
                  ? w('您今天已经领过，明天再来', 'You had yours today; come again tomorrow')
                  : w(`还有 ${i.rest} 份 · 每人每天一份`, `${i.rest} left · one a day`)}
              </span>
            </span>
            {signedIn && open && !i.had && i.rest > 0 ? (
              <Button look="primary" onClick={() => take(i)} aria-label={w(`领取${i.name}`, `Take ${i.name}`)}>
                {w('领取', 'Take')}
              </Button>
            ) : null}
          </div>
        ))}
      </div>
      {signedIn ? null : (
        <Link href={`/sign-in?to=${encodeURIComponent(place)}`} className="button">
          {w('登录后领取，或出示会员卡', 'Sign in to take one, or show your card')}
        </Link>
      )}
      {taking ? <Take code={code} item={taking} close={() => take(undefined)} /> : null}
    </section>
  )
}
