import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ask } from '../../kit/api.ts'
import { Button } from '../../kit/Button.tsx'
import { moment } from '../../kit/day.ts'
import { wordsOf } from '../../kit/failure.ts'
import { say } from '../../kit/language.ts'
import { Notice } from '../../kit/Notice.tsx'
import { Page } from '../../kit/Page.tsx'
import { Row } from '../../kit/Row.tsx'
import { Skeleton } from '../../kit/Skeleton.tsx'
import { w } from '../../kit/text.ts'
import { Tiles } from '../join/Tiles.tsx'

/** Each time somebody saw or changed what is mine: when, who, in which post, what for. */
export const SeenPage = () => {
  const [by, setBy] = useState<'others' | 'all'>('others')
  const seen = useInfiniteQuery({
    queryKey: ['whoSawMyData', by],
    initialPageParam: undefined as string | undefined,
    staleTime: 0,
    queryFn: ({ pageParam }) => ask('whoSawMyData', { query: { by, ...(pageParam ? { after: pageParam } : {}) } }),
    getNextPageParam: (page) => page.next ?? undefined,
  })
  const rows = seen.data?.pages.flatMap((p) => p.rows)
  return (
    <Page title={w('谁看过我的信息', 'Who looked at my data')} back="/me">
      <p className="small">
        {w(
          '谁、什么时候、做了什么，这里删不掉。觉得不对，可以拨打 12351。',
          'Who, when and what; it cannot be erased. If something looks wrong, call 12351.',
        )}
      </p>
      <Tiles
        kind="radio"
        legend={w('显示', 'Show')}
        name="by"
        choices={[
          { value: 'others', label: w('别人', 'Others') },
          { value: 'all', label: w('也看我自己的', 'Mine as well') },
        ]}
        chosen={[by]}
        choose={(v) => setBy(v as 'others' | 'all')}
      />
      {seen.error ? <Notice tone="wrong">{wordsOf(seen.error)}</Notice> : null}
      {rows && rows.length > 0 ? (
        <div className="rows">
          {rows.map((s) => (
            <Row
              key={s.id}
              title={say(s.what)}
              sub={
                <>
                  {s.self ? w('我本人', 'Myself') : s.who}
                  <br />
                  {moment(s.at)}
                  {s.purpose ? ` · ${s.purpose}` : null}
                </>
              }
            />
          ))}
        </div>
      ) : null}
      {rows || seen.error ? null : <Skeleton lines={6} />}
      {rows?.length === 0 ? <p>{w('还没有别人看过或改过您的信息。', 'Nobody else has seen or changed your data yet.')}</p> : null}
      {seen.hasNextPage ? (
        <Button onClick={() => seen.fetchNextPage()} busy={seen.isFetchingNextPage}>
          {w('更早的', 'Earlier')}
        </Button>
      ) : null}
    </Page>
  )
}
