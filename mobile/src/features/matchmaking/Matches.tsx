import type { MyMatching } from '@gongyou/contract/matchmaking/routes.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ask } from '../../kit/api.ts'
import { Button } from '../../kit/Button.tsx'
import { day } from '../../kit/day.ts'
import { wordsOf } from '../../kit/failure.ts'
import { Notice } from '../../kit/Notice.tsx'
import { Facts } from '../../kit/Row.tsx'
import { w } from '../../kit/text.ts'

type Match = MyMatching['matches'][number]

const One = ({ m, match }: { m: MyMatching; match: Match }) => {
  const client = useQueryClient()
  const [sure, ask1] = useState(false)
  const end = useMutation({
    mutationFn: () => ask('endMatch', { params: { id: m.id, match: match.id } }),
    onSuccess: (now) => client.setQueryData(['getMyMatching', { params: { id: m.id } }], now),
  })
  return (
    <section className="section">
      <h2>{match.nickname}</h2>
      <Facts
        rows={[
          [w('联系方式', 'Contact'), <strong key="c">{match.contact}</strong>],
          [w('年龄段', 'Age'), match.ageBand || '—'],
          [w('职业', 'Occupation'), match.occupation || '—'],
          ...(match.words ? [[w('想说的话', 'Words'), match.words] as const] : []),
        ]}
      />
      {end.isError ? <Notice tone="wrong">{wordsOf(end.error)}</Notice> : null}
      {sure ? (
        <div className="pair">
          <Button look="primary" busy={end.isPending} onClick={() => end.mutate()}>
            {w('确定撤回', 'Yes, withdraw')}
          </Button>
          <Button onClick={() => ask1(false)}>{w('不撤回', 'No')}</Button>
        </div>
      ) : (
        <Button className="wide" onClick={() => ask1(true)}>
          {w('撤回，彼此不再看到', 'Withdraw: neither sees the other any more')}
        </Button>
      )}
    </section>
  )
}

/** Those who chose me back, and how to reach them. */
export const Matches = ({ m }: { m: MyMatching }) =>
  m.matches.length === 0 ? (
    <Notice>{w('这次没有互选成功。谁选过谁，都已删除。', 'No match this time. Who chose whom has been deleted.')}</Notice>
  ) : (
    <>
      <Notice tone="done" title={w(`您和 ${m.matches.length} 个人互相选择了`, `${m.matches.length} chose you as you chose them`)}>
        {w(`联系方式到 ${day(m.goneOn)} 删除，请及时记下。`, `Contacts are deleted on ${day(m.goneOn)}; write them down.`)}
      </Notice>
      {m.matches.map((x) => (
        <One key={x.id} m={m} match={x} />
      ))}
    </>
  )
