import type { Action, Keep } from '@gongyou/contract/cases/service.ts'
import type { Work } from '../../kit/db/database.ts'
import { Refused, refuse, textOf } from '../../kit/refuse.ts'
import { type Kept, keepEntry, newestRegister } from '../registers/index.ts'
import type { Engine } from './engine.ts'
import { type Matter, allAnswers } from './matter.ts'

/** Whom the entry belongs to: the record a field names, else who applied, else the organisation the case lies with. */
const ownerOf = async (work: Work, { row }: Matter, keep: Keep, named: unknown) => {
  const { register } = await newestRegister(work, keep.register)
  const id = (named as { id?: string } | undefined)?.id
  const unit = row.applicant_org_id ?? row.org_id
  if (register.owner === 'organisation') return { orgId: id ?? unit }
  if (register.owner === 'person') return { orgId: row.org_id, personId: id ?? row.applicant_id ?? undefined }
  if (register.owner === 'employer') return { orgId: row.org_id, employerId: id }
  return { orgId: row.org_id }
}

/** A register refuses under names of its own; whoever takes the step must read which answer it is about. */
const inWordsOfTheForm = (error: unknown, matter: Matter, keep: Keep): unknown => {
  if (!(error instanceof Refused) || !error.fields) return error
  return refuse(error.code, {
    fields: error.fields.map((f) => {
      const name = keep.fields[f.path.split('.')[1] ?? '']
      if (!name) return f
      const [{ label }, wrong] = [matter.service.form[name]!, textOf(f)]
      return { path: `answers.${name}`, message: { zh: `${label.zh}：${wrong.zh}`, en: `${label.en || label.zh}: ${wrong.en}` } }
    }),
  })
}

/** Writes what the step decides into a register: the entry names the case, the history of the case names the entry. */
export const keepInRegister = async (work: Work, engine: Engine, matter: Matter, action: Action, keep: Keep): Promise<Kept> => {
  const answers = allAnswers(engine, matter)
  const owner = await ownerOf(work, matter, keep, keep.owner ? answers[keep.owner] : undefined)
  const given = Object.fromEntries(Object.entries(keep.fields).flatMap(([to, from]) => (answers[from] === undefined ? [] : [[to, answers[from]]])))
  try {
    return await keepEntry(work, engine.keys, keep.as, {
      register: keep.register,
      ...owner,
      answers: given,
      because: `${action.name.zh}：${matter.service.title.zh} ${matter.row.number}`,
      source: { kind: 'case', id: matter.row.id },
    })
  } catch (error) {
    throw inWordsOfTheForm(error, matter, keep)
  }
}
