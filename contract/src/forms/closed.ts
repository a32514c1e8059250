import type { Column, Field, Form } from './field.ts'

const closedForms = new Set(['id-number', 'bank-card'])

const closed = (f: Field | Column): boolean =>
  f.secrecy === 'P3' ||
  (f.kind === 'text' && f.form !== undefined && closedForms.has(f.form)) ||
  (f.kind === 'table' && Object.values(f.columns).some(closed))

/** Fields whose answers are kept encrypted: declared P3, numbers of documents and cards, tables that hold such a column. */
export const closedFields = (form: Form): readonly string[] => Object.keys(form).filter((name) => closed(form[name]!))
