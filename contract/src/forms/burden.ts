import type { Field, Form } from './field.ts'

/** One thing that several forms ask for although it need be told only once. */
export type AskedTwice = { asks: string; label: string; forms: readonly { form: string; field: string }[] }
export type Burden = { forms: number; fields: number; askedTwice: number; known: number; repeats: readonly AskedTwice[] }

// Without a code of its own a field is what it says: the same label and kind ask for the same thing.
const asksFor = (field: Field) => field.asks ?? `${field.kind}:${field.label.zh.replace(/[\s：:（(].*$/, '')}`

/** Consents and signatures must be given each time; they are no repetition. */
const counts = (field: Field) => field.kind !== 'consent' && field.kind !== 'signature' && field.kind !== 'files'

/**
 * The burden meter: over all forms, how many fields ask for what the registry knows (`from`), what another form already
 * asked (`asks` remembers it), and what is truly asked twice: the same thing in several forms with nothing to fill it from.
 */
export const burdenOf = (forms: Readonly<Record<string, Form>>): Burden => {
  const all = Object.entries(forms).flatMap(([form, fields]) =>
    Object.entries(fields).flatMap(([name, field]) => (counts(field) ? [{ form, name, field }] : [])),
  )
  const groups = new Map<string, typeof all>()
  for (const x of all) groups.set(asksFor(x.field), [...(groups.get(asksFor(x.field)) ?? []), x])
  const repeats = [...groups].flatMap(([asks, asked]) => {
    const open = asked.filter((x) => !x.field.from && !x.field.asks)
    if (new Set(open.map((x) => x.form)).size < 2) return []
    return [{ asks, label: open[0]!.field.label.zh, forms: open.map((x) => ({ form: x.form, field: x.name })) }]
  })
  return {
    forms: Object.keys(forms).length,
    fields: all.length,
    known: all.filter((x) => x.field.from || x.field.asks).length,
    askedTwice: repeats.reduce((n, r) => n + r.forms.length - 1, 0),
    repeats: repeats.sort((a, b) => b.forms.length - a.forms.length),
  }
}
