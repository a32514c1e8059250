import type { MyMatching } from '@gongyou/contract/matchmaking/routes.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { ask } from '../../kit/api.ts'
import { Button } from '../../kit/Button.tsx'
import { codeOf, wordsFor, wordsOf } from '../../kit/failure.ts'
import { Field } from '../../kit/Field.tsx'
import { Notice } from '../../kit/Notice.tsx'
import { Page } from '../../kit/Page.tsx'
import { w } from '../../kit/text.ts'
import { Promised } from './Promised.tsx'

/** What others see of me: a name I choose, and as much as I like. */
export const CardForm = ({ m, close }: { m: MyMatching; close: () => void }) => {
  const client = useQueryClient()
  const words = useId()
  const [card, set] = useState(m.card ?? { nickname: '', occupation: '', words: '', contact: '' })
  const [agreed, agree] = useState(m.card !== null)
  const save = useMutation({
    mutationFn: () => ask('writeMatchCard', { params: { id: m.id }, body: { ...card, consent: '1' } }),
    onSuccess: (now) => {
      client.setQueryData(['getMyMatching', { params: { id: m.id } }], now)
      close()
    },
  })
  const change = (next: Partial<typeof card>) => set({ ...card, ...next })
  const ready = card.nickname.trim() !== '' && card.contact.trim().length >= 2 && agreed
  const taken = codeOf(save.error) === 'matchmaking.nickname-taken'
  return (
    <Page
      title={w('填联谊卡', 'Write your card')}
      back={`/activities/${m.id}`}
      foot={
        <>
          {m.card ? (
            <Button look="quiet" onClick={close}>
              {w('不改了', 'Keep it')}
            </Button>
          ) : null}
          <Button look="primary" busy={save.isPending} disabled={!ready} onClick={() => save.mutate()}>
            {w('保存联谊卡', 'Save the card')}
          </Button>
        </>
      }
    >
      <p className="small">{m.title}</p>
      <Field
        label={w('昵称', 'Nickname')}
        hint={w('不用真名。现场胸牌写同样的昵称，别人才认得出您。', 'Not your name; wear it on your badge so that others know you.')}
        wrong={taken ? wordsOf(save.error) : wordsFor(save.error, 'nickname')}
        maxLength={20}
        autoComplete="off"
        value={card.nickname}
        onChange={(e) => change({ nickname: e.target.value })}
      />
      <Field
        label={w('职业（可不填）', 'Occupation (optional)')}
        maxLength={30}
        autoComplete="off"
        value={card.occupation}
        onChange={(e) => change({ occupation: e.target.value })}
      />
      <div className="field">
        <label htmlFor={words}>{w('想说的话（可不填）', 'Words (optional)')}</label>
        <textarea id={words} rows={3} maxLength={200} value={card.words} onChange={(e) => change({ words: e.target.value })} />
      </div>
      <Field
        label={w('联系方式', 'Contact')}
        hint={w('手机号或微信号。加密保存，只给和您互选的人看。', 'Phone or WeChat. Kept encrypted; only a match sees it.')}
        maxLength={60}
        autoComplete="off"
        value={card.contact}
        onChange={(e) => change({ contact: e.target.value })}
      />
      {m.ageBand ? <p className="small">{w(`别人还会看到年龄段：${m.ageBand} 岁。`, `Others also see your age band: ${m.ageBand}.`)}</p> : null}
      <Promised m={m} open />
      <label className="match-agree">
        <input type="checkbox" checked={agreed} onChange={(e) => agree(e.target.checked)} />
        <span>
          {w(
            '我同意把这张卡给到场的人看，把联系方式给互选的人看。',
            'I agree that those who are there see this card, and that a match sees my contact.',
          )}
        </span>
      </label>
      {save.isError && !taken ? <Notice tone="wrong">{wordsOf(save.error)}</Notice> : null}
    </Page>
  )
}
