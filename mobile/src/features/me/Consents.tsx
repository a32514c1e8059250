import type { MyData } from '@gongyou/contract/membership/mine.ts'
import { type WordingVersion, wordings } from '@gongyou/contract/membership/consents.ts'
import { entryWords } from '@gongyou/contract/membership/words.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ask } from '../../kit/api.ts'
import { Button } from '../../kit/Button.tsx'
import { day } from '../../kit/day.ts'
import { wordsOf } from '../../kit/failure.ts'
import { say } from '../../kit/language.ts'
import { useMe } from '../../kit/me.ts'
import { Notice } from '../../kit/Notice.tsx'
import { Row, RowButton } from '../../kit/Row.tsx'
import { Sheet } from '../../kit/Sheet.tsx'
import { w } from '../../kit/text.ts'

type Consent = MyData['consents'][number]
const purposeOf = (c: Consent) => {
  const text = entryWords.purpose(c.purpose)
  return text ? say(text) : c.purpose
}

const ConsentSheet = ({ consent, close, open }: { consent: Consent; close: () => void; open: boolean }) => {
  const { me } = useMe()
  const client = useQueryClient()
  const wording = wordings[consent.wording as WordingVersion]
  const take = useMutation({
    mutationFn: () => ask('withdrawConsent', { params: { id: consent.id } }),
    onSuccess: () => void client.invalidateQueries(),
  })
  if (take.data)
    return (
      <Sheet title={w('已撤回', 'Withdrawn')} close={close}>
        <p>
          {take.data.applicationWithdrawn
            ? w('您的入会申请也已撤回。以后可以重新申请。', 'Your application is withdrawn too. You may apply again later.')
            : w('会籍没有变化。', 'Your membership has not changed.')}
        </p>
        <p>
          {take.data.org
            ? w(
                `${take.data.org.name}会联系您，说明哪些信息可以删除、哪些按档案规定保留。`,
                `${take.data.org.name} will contact you about what can be erased and what must be kept.`,
              )
            : null}
        </p>
        <Button look="primary" onClick={close}>
          {w('知道了', 'Understood')}
        </Button>
      </Sheet>
    )
  return (
    <Sheet title={purposeOf(consent)} close={close}>
      <p>{wording ? say(wording.title) : consent.wording}</p>
      <p className="small">{wording ? say(wording.text).replace('{union}', me?.region.name ?? '') : null}</p>
      <Notice tone="due" title={w('撤回以后', 'If you withdraw')}>
        {open
          ? w('正在审核的入会申请会一并撤回。', 'The application under way is withdrawn too.')
          : w(
              '以前办过的事仍然有效。服务站会联系您，说明删除和保留的范围。',
              'What was done before stays valid. The station will contact you about erasure.',
            )}
      </Notice>
      {take.isError ? <Notice tone="wrong">{wordsOf(take.error)}</Notice> : null}
      <Button onClick={() => take.mutate()} busy={take.isPending}>
        {w(`撤回“${purposeOf(consent)}”的同意`, `Withdraw “${purposeOf(consent)}”`)}
      </Button>
    </Sheet>
  )
}

/** What I agreed to, and the way to take it back. */
export const Consents = ({ data }: { data: MyData }) => {
  const [shown, show] = useState<Consent | null>(null)
  const waiting = data.applications.some((a) => a.status === 'submitted' || a.status === 'returned')
  return (
    <section className="section">
      <h2>{w('我的同意', 'My consents')}</h2>
      <div className="rows">
        {data.consents.map((c) =>
          c.withdrawnAt ? (
            <Row
              key={c.id}
              title={purposeOf(c)}
              sub={w(`${day(c.givenAt)}同意，${day(c.withdrawnAt)}撤回`, `Given ${day(c.givenAt)}, withdrawn ${day(c.withdrawnAt)}`)}
            />
          ) : (
            <RowButton
              key={c.id}
              title={purposeOf(c)}
              sub={w(`${day(c.givenAt)}同意`, `Given ${day(c.givenAt)}`)}
              end={w('查看、撤回', 'See, withdraw')}
              press={() => show(c)}
            />
          ),
        )}
        {data.consents.length === 0 ? <Row title={w('没有记录', 'None recorded')} /> : null}
      </div>
      {shown ? <ConsentSheet consent={shown} open={waiting} close={() => show(null)} /> : null}
    </section>
  )
}
