import type { Field } from '@gongyou/contract/forms/index.ts'
import { type QuestionLine, type ReturnForm, type ReturnLine, isQuestion } from '@gongyou/contract/returns/form.ts'

type Bag = Readonly<Record<string, unknown>>
const isBag = (v: unknown): v is Bag => typeof v === 'object' && v !== null && !Array.isArray(v)
const isLine = (v: unknown) => isBag(v) && typeof v.code === 'string' && (isBag(v.asks) ? isBag(v.asks.label) : typeof v.figure === 'string')

/** A draft as the editor holds it; the server's shape and its faults judge the rest. */
export const readDraft = (d: Bag): ReturnForm | undefined =>
  isBag(d.title) && Array.isArray(d.from) && Array.isArray(d.lines) && d.lines.every(isLine) ? (d as unknown as ReturnForm) : undefined

/** A part that is there or absent: the declaration knows no `undefined`, no `false`, no empty word. */
export const put = <T extends object>(of: T, part: { [K in keyof T]?: T[K] | undefined | null | '' | false }): T => {
  const rest = Object.entries({ ...of, ...part }).filter(([, v]) => v !== undefined && v !== null && v !== '' && v !== false)
  return Object.fromEntries(rest) as T
}

const freeAmong = (taken: readonly string[], wanted: (n: number) => string) => {
  for (let n = 1; ; n++) if (!taken.includes(wanted(n))) return wanted(n)
}
const two = (n: number) => String(n).padStart(2, '0')
const numberFor = (form: ReturnForm) =>
  freeAmong(
    form.lines.map((l) => l.number),
    (n) => two(form.lines.length + n),
  )
const codeFor = (form: ReturnForm, stem: string) =>
  freeAmong(
    form.lines.map((l) => l.code),
    (n) => (n === 1 && stem !== 'q' ? stem : stem === 'q' ? `q${n}` : `${stem}-${n}`),
  )

export const withFigure = (form: ReturnForm, figure: string): ReturnForm => ({
  ...form,
  lines: [...form.lines, { code: codeFor(form, figure), number: numberFor(form), figure }],
})
export const withQuestion = (form: ReturnForm): ReturnForm => ({
  ...form,
  lines: [...form.lines, { code: codeFor(form, 'q'), number: numberFor(form), asks: { kind: 'number', min: 0, label: { zh: '', en: '' } } }],
})

/** A line that is gone leaves no trace in those that were checked against it. */
export const withoutLine = (form: ReturnForm, code: string): ReturnForm => ({
  ...form,
  lines: form.lines
    .filter((l) => l.code !== code)
    .map((l) =>
      isQuestion(l)
        ? put(l, { notMoreThan: l.notMoreThan === code ? undefined : l.notMoreThan, notLessThan: l.notLessThan === code ? undefined : l.notLessThan })
        : l,
    ),
})
export const moved = (form: ReturnForm, at: number, by: -1 | 1): ReturnForm => {
  const to = at + by
  if (to < 0 || to >= form.lines.length) return form
  const lines = [...form.lines]
  ;[lines[at], lines[to]] = [lines[to]!, lines[at]!]
  return { ...form, lines }
}
export const replaced = (form: ReturnForm, line: ReturnLine): ReturnForm => ({
  ...form,
  lines: form.lines.map((l) => (l.code === line.code ? line : l)),
})

/** The question with another kind of answer; what it is called stays. */
export const asksAs = (line: QuestionLine, kind: 'number' | 'choice' | 'text'): QuestionLine => {
  const { label, hint, optional } = line.asks
  const common = { label, ...(hint ? { hint } : {}), ...(optional ? { optional } : {}) }
  const asks: Field =
    kind === 'number'
      ? { kind, min: 0, ...common }
      : kind === 'text'
        ? { kind, lines: 2, max: 200, ...common }
        : {
            kind,
            options: [
              { code: 'y', label: { zh: '是', en: 'Yes' } },
              { code: 'n', label: { zh: '否', en: 'No' } },
            ],
            ...common,
          }
  return kind === 'number'
    ? { ...line, asks }
    : put<QuestionLine>({ ...line, asks }, { notMoreThan: undefined, notLessThan: undefined, apart: undefined })
}
