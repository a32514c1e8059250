import type { CaseAct, CaseView } from '@gongyou/contract/cases/shapes.ts'
import { isAnswered } from '@gongyou/contract/forms/index.ts'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { ask } from '../../kit/api.ts'
import { moment } from '../../kit/day.ts'
import { wordsOf } from '../../kit/failure.ts'
import { answerWords } from '../../kit/form/answer-words.ts'
import { say } from '../../kit/language.ts'
import { Notice } from '../../kit/Notice.tsx'
import { Facts, RowButton } from '../../kit/Row.tsx'
import { Sheet } from '../../kit/Sheet.tsx'
import { w } from '../../kit/text.ts'
import { actWords } from './case-words.ts'
import { saveAs } from './save-as.ts'

/** What the union said to the person, the newest first. */
export const Said = ({ acts }: { acts: readonly CaseAct[] }) => (
  <section className="section">
    <h2>{w('工会的答复', 'What the union said')}</h2>
    <ul className="said">
      {acts.map((a) => (
        <li key={a.id}>
          <p className="spoken">{a.said}</p>
          <p className="small">
            {a.by} · {moment(a.at)}
          </p>
        </li>
      ))}
    </ul>
  </section>
)

/** What I filled in, folded: it is mine, and others may look over my shoulder. */
export const Filled = ({ view }: { view: CaseView }) => {
  const rows = Object.entries(view.form).filter(
    ([name, field]) => isAnswered(view.answers[name]) && field.kind !== 'files' && field.kind !== 'signature' && field.kind !== 'consent',
  )
  if (rows.length === 0) return null
  return (
    <details className="folded">
      <summary>{w(`填写的内容（${rows.length} 项）`, `What was filled in (${rows.length})`)}</summary>
      <Facts rows={rows.map(([name, field]) => [say(field.label), answerWords(field, view.answers[name])])} />
    </details>
  )
}

type Paper = CaseView['papers'][number]

const Picture = ({ name, content, close }: { name: string; content: Blob; close: () => void }) => {
  const [address] = useState(() => URL.createObjectURL(content))
  useEffect(() => () => URL.revokeObjectURL(address), [address])
  return (
    <Sheet title={name} close={close}>
      <img className="picture" src={address} alt={name} />
    </Sheet>
  )
}

/** The papers of the case; pictures open here, other files are saved. */
export const Papers = ({ view }: { view: CaseView }) => {
  const [picture, show] = useState<{ name: string; content: Blob }>()
  const open = useMutation({
    mutationFn: (p: Paper) => ask('getCaseFile', { params: { id: view.id, file: p.id } }),
    onSuccess: (content, p) =>
      p.mediaType.startsWith('image/') && p.mediaType !== 'image/heic' ? show({ name: p.name, content }) : saveAs(p.name, content),
  })
  if (view.papers.length === 0) return null
  return (
    <section className="section">
      <h2>{w('材料', 'Papers')}</h2>
      <div className="rows">
        {view.papers.map((p) => (
          <RowButton
            key={p.id}
            title={p.name}
            sub={[p.field && view.form[p.field] ? say(view.form[p.field]!.label) : '', moment(p.addedAt)].filter(Boolean).join(' · ')}
            end={w('打开', 'Open')}
            press={() => open.mutate(p)}
          />
        ))}
      </div>
      {open.isError ? <Notice tone="wrong">{wordsOf(open.error)}</Notice> : null}
      {picture ? <Picture {...picture} close={() => show(undefined)} /> : null}
    </section>
  )
}

/** Everything that happened, one line each, the newest first. */
export const History = ({ acts }: { acts: readonly CaseAct[] }) => (
  <details className="folded">
    <summary>{w(`办理经过（${acts.length} 条）`, `History (${acts.length})`)}</summary>
    <ol className="history">
      {[...acts].reverse().map((a) => (
        <li key={a.id}>
          <span>{actWords(a)}</span>
          <span className="small">
            {moment(a.at)} · {a.by}
          </span>
        </li>
      ))}
    </ol>
  </details>
)
