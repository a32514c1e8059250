import type { Answers, Column, Field, Form } from '@gongyou/contract/forms/index.ts'
import type { KeyRing } from '../../kit/secrets/key-ring.ts'

const closedForms = new Set(['id-number', 'bank-card'])

const closed = (f: Field | Column): boolean =>
  f.secrecy === 'P3' ||
  (f.kind === 'text' && f.form !== undefined && closedForms.has(f.form)) ||
  (f.kind === 'table' && Object.values(f.columns).some(closed))

/** Fields whose answers are kept encrypted: declared P3, numbers of documents and cards, tables that hold such a column. */
export const closedFields = (form: Form): readonly string[] => Object.keys(form).filter((name) => closed(form[name]!))

/** Answers parted into what lies open and what is sealed. */
export const partAnswers = (form: Form, answers: Answers) => {
  const names = new Set(closedFields(form))
  const entries = Object.entries(answers)
  return {
    open: Object.fromEntries(entries.filter(([n]) => !names.has(n))),
    shut: Object.fromEntries(entries.filter(([n]) => names.has(n))),
  }
}

const place = (region: number, caseId: string) => `${region}/case/${caseId}`

/** The sealed part as it is stored, bound to the case; null where there is none. */
export const sealAnswers = (keys: KeyRing, region: number, caseId: string, shut: Answers) => {
  if (Object.keys(shut).length === 0) return { sealed: null, sealed_key: null }
  const { cipher, keyId } = keys.seal(JSON.stringify(shut), place(region, caseId))
  return { sealed: cipher, sealed_key: keyId }
}

export const unsealAnswers = (keys: KeyRing, row: { region: number; id: string; sealed: Buffer | null; sealed_key: number | null }): Answers => {
  if (!row.sealed || row.sealed_key === null) return {}
  return JSON.parse(keys.open({ keyId: row.sealed_key, cipher: row.sealed }, place(row.region, row.id))) as Answers
}
