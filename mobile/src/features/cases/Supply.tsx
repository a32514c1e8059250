import type { CaseView } from '@gongyou/contract/cases/shapes.ts'
import { type Answers, type Fault, checkAnswers } from '@gongyou/contract/forms/index.ts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useId, useRef, useState } from 'react'
import { Button } from '../../kit/Button.tsx'
import { today } from '../../kit/day.ts'
import { FormFields, goToFault } from '../../kit/form/FormFields.tsx'
import { namesOf, pick, screensOf } from '../../kit/form/screens.ts'
import { ToolsContext } from '../../kit/form/tools.ts'
import { say } from '../../kit/language.ts'
import { useOnline } from '../../kit/network.ts'
import { Notice } from '../../kit/Notice.tsx'
import { Skeleton } from '../../kit/Skeleton.tsx'
import { w } from '../../kit/text.ts'
import { type Draft, dropDraft, keepDraft, ofCase, recallDraft } from './draft.ts'
import { drop, put } from './outbox.ts'
import { sendOne, startSending } from './sending.ts'
import { useFormTools } from './tools.ts'

/** What is missing, to be supplied right here; without a network it is kept and sent later. */
export const Supply = ({ view, person }: { view: CaseView; person: string }) => {
  // Opening the camera can cost an old phone the page: what was added before comes back.
  const draft = useQuery({ queryKey: ['draft', person, ofCase(view.id)], queryFn: () => recallDraft(person, ofCase(view.id)), gcTime: 0 })
  return draft.data ? <Supplying view={view} person={person} draft={draft.data} /> : <Skeleton lines={4} />
}

const Supplying = ({ view, person, draft }: { view: CaseView; person: string; draft: Draft }) => {
  const id = useId()
  const online = useOnline()
  const client = useQueryClient()
  const names = view.asked?.fields ?? []
  // Files are added to; what was written stands there to be mended.
  const [own, setOwn] = useState<Answers>(() => ({ ...pick(view.answers, names), ...pick(draft.answers, names) }))
  const [said, setSaid] = useState(draft.said)
  const [tried, setTried] = useState(false)
  const [sending, setSending] = useState(false)
  const [refused, setRefused] = useState<readonly Fault[]>([])
  const [problem, setProblem] = useState<string>()
  const tools = useFormTools(view.service.code, view.revision)
  const frame = { ...view.answers, ...own }
  const fields = screensOf(view.form, frame, names).flatMap((s) => s.fields)
  const asked = namesOf(fields)
  const { answers, faults } = checkAnswers(view.form, pick(own, asked), { today: today(), names: asked, known: frame })
  const all = [...faults, ...refused]
  // An upload may end after something else was typed: each writes over what stands now, not over what stood when it began.
  const latest = useRef({ answers: own, said })
  const write = (change: { answers?: Answers; said?: string }) => {
    latest.current = { ...latest.current, ...change }
    const { answers, said: words } = latest.current
    setOwn(answers)
    setSaid(words)
    void keepDraft(person, ofCase(view.id), view.form, answers, words)
  }
  const submit = async () => {
    setTried(true)
    if (faults.length > 0) return goToFault(faults)
    setSending(true)
    setProblem(undefined)
    const { code } = view.service
    const form = Object.fromEntries(names.flatMap((n) => (view.form[n] ? [[n, view.form[n]]] : [])))
    const title = w(`补充材料：${say(view.service.title)}`, `Supplied: ${say(view.service.title)}`)
    const entry = await sendOne(
      await put({ kind: 'supply', caseId: view.id, code, revision: view.revision, said: said.trim(), person, title, form, answers }),
    )
    setSending(false)
    startSending()
    if (entry.state === 'refused' || entry.state === 'lacking') {
      await drop(entry.id, false)
      setRefused(entry.faults.map((f) => ({ path: f.path, says: { zh: f.message, en: f.message } })))
      setProblem(entry.says ?? undefined)
    } else await dropDraft(person, ofCase(view.id))
    void client.invalidateQueries({ predicate: (q) => q.queryKey[0] !== 'draft' })
  }
  return (
    <section className="section" aria-label={w('补充材料', 'Supply what is missing')}>
      <ToolsContext.Provider value={tools}>
        <FormFields
          fields={fields}
          answers={own}
          faults={all}
          tried={tried}
          change={(name, value) => {
            write({ answers: { ...latest.current.answers, [name]: value ?? null } })
            setRefused((f) => f.filter((x) => x.path.split('.')[0] !== name))
          }}
        />
      </ToolsContext.Provider>
      <div className="field after">
        <label htmlFor={id}>{w('对工作人员说一句（可不填）', 'A word to the staff (optional)')}</label>
        <textarea id={id} rows={2} maxLength={500} value={said} onChange={(e) => write({ said: e.target.value })} />
      </div>
      {problem ? <Notice tone="wrong">{problem}</Notice> : null}
      <Button look="primary" className="wide" onClick={() => void submit()} busy={sending}>
        {sending ? w('正在提交…', 'Sending…') : online ? w('提交补充的材料', 'Hand in') : w('保存，联网后提交', 'Save; sent when connected')}
      </Button>
    </section>
  )
}
