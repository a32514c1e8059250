import type { MyMatching } from '@gongyou/contract/matchmaking/routes.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ask } from '../../kit/api.ts'
import { Button } from '../../kit/Button.tsx'
import { moment } from '../../kit/day.ts'
import { wordsOf } from '../../kit/failure.ts'
import { Notice } from '../../kit/Notice.tsx'
import { Page } from '../../kit/Page.tsx'
import { w } from '../../kit/text.ts'
import { Leave } from './Leave.tsx'
import { Promised } from './Promised.tsx'

type Other = Omit<MyMatching['others'][number], 'chosen'>

/** One card as a line. */
export const OtherLine = (o: Other) => ({
  title: o.nickname,
  sub: [o.ageBand ? w(`${o.ageBand} 岁`, o.ageBand) : '', o.occupation, o.words].filter(Boolean).join(' · '),
})

/** Those who were there, each with a mark to set; saved together, changed as often as one likes until the end. */
export const Choosing = ({ m, edit }: { m: MyMatching; edit: () => void }) => {
  const client = useQueryClient()
  const [chosen, set] = useState(() => new Set(m.others.filter((o) => o.chosen).map((o) => o.id)))
  const before = m.others.filter((o) => o.chosen).map((o) => o.id)
  const changed = before.length !== chosen.size || before.some((id) => !chosen.has(id))
  const save = useMutation({
    mutationFn: () => ask('chooseMatches', { params: { id: m.id }, body: { cards: [...chosen] } }),
    onSuccess: (now) => client.setQueryData(['getMyMatching', { params: { id: m.id } }], now),
  })
  const toggle = (id: string) => {
    const next = new Set(chosen)
    if (!next.delete(id)) next.add(id)
    save.reset()
    set(next)
  }
  return (
    <Page
      title={w('联谊互选', 'Choosing')}
      back={`/activities/${m.id}`}
      foot={
        <Button look="primary" busy={save.isPending} disabled={!changed || chosen.size > m.most} onClick={() => save.mutate()}>
          {changed ? w(`保存选择（${chosen.size} 人）`, `Save (${chosen.size})`) : w(`已保存，选了 ${chosen.size} 人`, `Saved: ${chosen.size}`)}
        </Button>
      }
    >
      <p>
        {w(
          `想再认识谁，就选谁，最多 ${m.most} 人；${moment(m.chooseUntil)} 前可以改。选了谁，只有对方也选了您，两个人才会知道。`,
          `Choose up to ${m.most} whom you would like to know better; change it until ${moment(m.chooseUntil)}. Only if they choose you too will the two of you know.`,
        )}
      </p>
      {m.others.length === 0 ? <p>{w('还没有别人填联谊卡。', 'Nobody else has written a card.')}</p> : null}
      <ul className="match-others">
        {m.others.map((o) => (
          <li key={o.id}>
            <label className="match-other">
              <input type="checkbox" checked={chosen.has(o.id)} disabled={!chosen.has(o.id) && chosen.size >= m.most} onChange={() => toggle(o.id)} />
              <span className="text">
                <b>{o.nickname}</b>
                <small>{OtherLine(o).sub}</small>
              </span>
            </label>
          </li>
        ))}
      </ul>
      {save.isError ? <Notice tone="wrong">{wordsOf(save.error)}</Notice> : null}
      <Button className="wide" onClick={edit}>
        {w('改我的联谊卡', 'Change my card')}
      </Button>
      <Promised m={m} />
      <Leave id={m.id} />
    </Page>
  )
}
