import { type Marks, type Scheme, faultsOfMarks, readScore, rounded, sheetScore, shownScore } from '@gongyou/contract/skills/scoring.ts'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../../kit/Button.tsx'
import { codeOf, wordsOf } from '../../kit/failure.ts'
import { Field } from '../../kit/Field.tsx'
import { Notice } from '../../kit/Notice.tsx'
import { Page } from '../../kit/Page.tsx'
import { w } from '../../kit/text.ts'
import type { Send } from './Numbers.tsx'
import { type Draft, draftOf, dropDraft, keepDraft } from './judge-drafts.ts'

/** `place`: under which drafts of this bench lie on the phone; `send`: how a finished sheet leaves it. */
type Given = { place: string; send: Send; back: string; blind: number; title: string; scheme: Scheme; onClose: () => void }

const marksOf = (scheme: Scheme, draft: Draft): Marks => ({
  items: Object.fromEntries(scheme.items.flatMap((i) => (draft.items[i.code]?.trim() ? [[i.code, readScore(draft.items[i.code]!) ?? -1]] : []))),
  penalties: Object.fromEntries(Object.entries(draft.penalties).filter(([, times]) => times > 0)),
})

/** How often it happened: large enough for a thumb, no keyboard. */
const Times = ({ name, says, times, set, once }: { name: string; says: string; times: number; set: (n: number) => void; once: boolean }) => (
  <div className="judge-times" role="group" aria-label={name}>
    <span>
      {name}
      <small>{says}</small>
    </span>
    <button type="button" aria-label={w(`${name}减一次`, `${name}: one less`)} onClick={() => set(Math.max(0, times - 1))} disabled={times === 0}>
      −
    </button>
    <output>{times}</output>
    <button type="button" aria-label={w(`${name}加一次`, `${name}: one more`)} onClick={() => set(times + 1)} disabled={once && times > 0}>
      ＋
    </button>
  </div>
)

/** One sheet: big fields, the sum at the foot, kept on the phone at every touch. */
export const SheetForm = ({ place, send: handIn, back, blind, title, scheme, onClose }: Given) => {
  const [draft, setDraft] = useState<Draft>(() => draftOf(place, blind))
  const [sure, setSure] = useState(false)
  const marks = marksOf(scheme, draft)
  const faults = faultsOfMarks(scheme, marks)
  const change = (next: Partial<Draft>) => {
    const { waiting: _, ...kept } = { ...draft, ...next }
    keepDraft(place, blind, kept)
    setDraft(kept)
    setSure(false)
  }
  const send = useMutation({
    mutationFn: async () => {
      keepDraft(place, blind, { ...draft, waiting: marks })
      await handIn(blind, marks)
      dropDraft(place, blind)
    },
    onSuccess: onClose,
    // Without an answer from the server the sheet waits on the phone; a refusal stays on the page.
    onError: (error) => (codeOf(error) ? keepDraft(place, blind, draft) : onClose()),
  })
  const wrongOf = (code: string) => {
    const fault = faults.find((f) => f.path === code)
    if (!fault || fault.is === 'missing') return undefined
    return fault.is === 'above-full'
      ? w(`不能超过 ${fault.full! / 100}`, `at most ${fault.full! / 100}`)
      : w('请填写最多两位小数的分数', 'a score of at most two decimals')
  }
  const missing = faults.filter((f) => f.is === 'missing').length
  const sum = shownScore(rounded(sheetScore(scheme, marks), { decimals: 2, rounding: 'half_up' }))
  return (
    <Page
      title={w(`${blind} 号`, `No. ${blind}`)}
      back={back}
      foot={
        <>
          <Button look="quiet" onClick={onClose}>
            {w('先不交', 'Later')}
          </Button>
          <Button look="primary" busy={send.isPending} disabled={faults.length > 0} onClick={() => (sure ? send.mutate() : setSure(true))}>
            {sure ? w('确认交表并封存', 'Yes, hand in and seal') : w(`交表 · ${sum} 分`, `Hand in · ${sum}`)}
          </Button>
        </>
      }
    >
      <p className="small">{title}</p>
      {scheme.items.map((i) => (
        <Field
          key={i.code}
          label={i.name}
          hint={w(`满分 ${i.full / 100}`, `of ${i.full / 100}`)}
          wrong={wrongOf(i.code)}
          inputMode="decimal"
          autoComplete="off"
          className="judge-mark"
          value={draft.items[i.code] ?? ''}
          onChange={(e) => change({ items: { ...draft.items, [i.code]: e.target.value } })}
        />
      ))}
      {scheme.penalties.map((p) => (
        <Times
          key={p.code}
          name={p.name}
          says={
            p.kind === 'out'
              ? w('取消成绩（多数评委认定）', 'out, if most judges say so')
              : p.kind === 'each'
                ? w(`每次扣 ${p.points / 100} 分`, `−${p.points / 100} each`)
                : w(`扣 ${p.points / 100} 分`, `−${p.points / 100} once`)
          }
          once={p.kind !== 'each'}
          times={draft.penalties[p.code] ?? 0}
          set={(times) => change({ penalties: { ...draft.penalties, [p.code]: times } })}
        />
      ))}
      {missing > 0 ? <p className="small">{w(`还有 ${missing} 项没有打分。`, `${missing} items still open.`)}</p> : null}
      {sure ? (
        <Notice tone="due">{w(`合计 ${sum} 分。交表后封存，不能再改。`, `${sum} points in all. It is sealed and cannot be changed.`)}</Notice>
      ) : null}
      {send.isError && codeOf(send.error) ? <Notice tone="wrong">{wordsOf(send.error)}</Notice> : null}
    </Page>
  )
}
