import { useQuery } from '@tanstack/react-query'
import { asking } from '../../kit/api.ts'
import { w } from '../../kit/text.ts'

/** All an organiser learns of the choosing: how many cards, how many pairs, when everything goes. */
export const MatchCounts = ({ id }: { id: string }) => {
  const { data } = useQuery(asking('getMatchCounts', { params: { id } }))
  if (!data) return null
  return (
    <>
      <dt>{w('联谊互选', 'Choosing')}</dt>
      <dd>
        {w(`已填卡 ${data.cards} 人`, `${data.cards} cards`)}
        {data.pairs === null ? '' : w(`，互选成功 ${data.pairs} 对`, `, ${data.pairs} pairs`)}
        <br />
        <small>
          {w(
            `谁选了谁只有互选双方知道，工会看不到；${data.goneOn} 起全部删除，只留人数。`,
            `Who chose whom only the two know; from ${data.goneOn} all of it is deleted but the counts.`,
          )}
        </small>
      </dd>
    </>
  )
}
