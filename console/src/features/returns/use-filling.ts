import { isAnswered } from '@gongyou/contract/forms/index.ts'
import { Refusal } from '@gongyou/contract/kit/client.ts'
import { checkQuestions, reportsSomething } from '@gongyou/contract/returns/questions.ts'
import type { ReturnSheet } from '@gongyou/contract/returns/routes.ts'
import { useState } from 'react'
import { say } from '../../kit/language.ts'
import { today } from '../../kit/form/today.ts'
import type { SheetLine } from './words.ts'

type Told = { told: number | null; because: string }

/** What came back to be corrected: a number told otherwise keeps its reason, and so does an answer that was typed for this period. */
const toldBefore = (s: ReturnSheet) =>
  Object.fromEntries(
    s.lines.filter((l) => l.because !== '' && l.told !== l.counted).map((l) => [l.code, { told: l.told, because: l.because }]),
  ) as Record<string, Told>
const answeredBefore = (s: ReturnSheet) => Object.fromEntries(s.questions.flatMap((q) => (q.answer === null ? [] : [[q.code, q.answer as unknown]])))

/** The field of a fault takes the focus once it is drawn. */
const goTo = (code: string) =>
  requestAnimationFrame(() => {
    const field = document.querySelector<HTMLElement>(`[data-field="${CSS.escape(code)}"]`)
    field?.scrollIntoView({ block: 'center' })
    field?.querySelector<HTMLElement>('input, textarea')?.focus({ preventScroll: true })
  })

/** A sheet being filled in: what differs from the records, what is answered, and what is wrong with it. */
export const useFilling = (sheet: ReturnSheet) => {
  const [told, setTold] = useState<Record<string, Told>>(() => toldBefore(sheet))
  const [answers, setAnswers] = useState<Record<string, unknown>>(() => answeredBefore(sheet))
  const [faults, setFaults] = useState<readonly { path: string; says: string }[]>([])
  const toldOf = (line: SheetLine): Told => told[line.code] ?? { told: line.counted, because: '' }
  const lines = sheet.lines.map((l) => {
    const now = toldOf(l)
    return { code: l.code, counted: l.counted, told: now.told, because: now.told === l.counted ? '' : now.because.trim() }
  })
  const happens = sheet.lines.filter((l) => l.kind === 'flow')
  const show = (found: readonly { path: string; says: string }[]) => {
    setFaults(found)
    if (found[0]) goTo(found[0].path)
    return found.length === 0
  }
  const given = () => Object.fromEntries(Object.entries(answers).filter(([, v]) => isAnswered(v)))
  return {
    answers,
    toldOf,
    tell: (code: string, next: Told) => setTold({ ...told, [code]: next }),
    answer: (code: string, value: unknown) => {
      setAnswers({ ...answers, [code]: value })
      setFaults(faults.filter((f) => f.path !== code))
    },
    faultAt: (code: string) => faults.find((f) => f.path === code)?.says,
    faults,
    unexplained: lines.filter((l) => l.told !== l.counted && l.because.length < 2).length,
    /** Lines in which the records say that something happened. */
    recorded: happens.filter((l) => (l.counted ?? 0) > 0),
    /** Questions that were answered and would not be reported with nothing to report. */
    dropped: sheet.questions.filter((q) => reportsSomething([q], given())),
    /** Nothing is told and nothing is answered: one press says so. */
    nothing: lines.every((l) => !happens.some((h) => h.code === l.code) || (l.told ?? 0) === 0) && !reportsSomething(sheet.questions, given()),
    /** Checks as the server will; with `nil` only what stands is asked. */
    check: (nil: boolean) => {
      const saidOf = (code: string) => lines.find((l) => l.code === code)?.told
      const found = checkQuestions(sheet.questions, given(), nil ? () => undefined : saidOf, { today: today(), nil })
      return show(found.faults.map((f) => ({ path: f.path, says: say(f.says) })))
    },
    body: () => ({ version: sheet.version, lines, answers: given() }),
    /** Nothing to report: what the records say otherwise is told nought, with the one reason. */
    nilBody: (because: string) => ({
      version: sheet.version,
      lines: lines.map((l) => {
        if (!happens.some((h) => h.code === l.code)) return l
        const told = l.counted === null ? null : 0
        return { ...l, told, because: told === l.counted ? '' : because }
      }),
      answers: given(),
      nil: true,
    }),
    /** Puts the server's faults beside the questions. */
    refused: (error: unknown) => {
      const errors = error instanceof Refusal ? (error.problem.errors ?? []) : []
      show(errors.filter((e) => e.path.startsWith('answers.')).map((e) => ({ path: e.path.slice('answers.'.length), says: e.message })))
    },
  }
}
export type SheetFilling = ReturnType<typeof useFilling>
