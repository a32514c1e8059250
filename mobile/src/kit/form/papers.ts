import type { Answers, FileAnswer, Form } from '@gongyou/contract/forms/index.ts'
import { newId } from './new-id.ts'
import { forget, keep, recall } from './phone-store.ts'

/** A file on this phone. `sent`: what the server calls it. The content of a secret one is held in memory and written nowhere. */
type Paper = { name: string; content: Blob | null; secret: boolean; sent: FileAnswer | null }
export type Send = (file: File, secret: boolean) => Promise<FileAnswer>

const secrets = new Map<string, Blob>()
const place = (id: string) => `paper/${id}`

/** Keeps a file under an id of this phone's own; with it the form can be filled in without a network. */
export const keepPaper = async (file: File, secret: boolean): Promise<FileAnswer> => {
  const id = newId()
  if (secret) secrets.set(id, file)
  await keep(place(id), { name: file.name, content: secret ? null : file, secret, sent: null } satisfies Paper)
  return { id, name: file.name }
}

export const findPaper = async (id: string) => {
  const paper = await recall<Paper>(place(id))
  return paper ? { ...paper, content: paper.content ?? secrets.get(id) ?? null } : undefined
}

export const dropPaper = (id: string) => {
  secrets.delete(id)
  return forget(place(id))
}

/** The page was closed before a secret file was sent: it must be added again. */
export class LostPaper extends Error {}

/** What the server calls this file; sends it first where it has not been sent. A file the server already has goes through. */
export const sendPaper = async (answer: FileAnswer, send: Send): Promise<FileAnswer> => {
  const paper = await findPaper(answer.id)
  if (!paper) return answer
  if (paper.sent) return paper.sent
  if (!paper.content) throw new LostPaper()
  const sent = await send(new File([paper.content], paper.name, { type: paper.content.type }), paper.secret)
  const { content, ...rest } = paper
  await keep(place(answer.id), { ...rest, content: paper.secret ? null : content, sent })
  return { id: sent.id, name: sent.name }
}

const isPaperField = (form: Form, name: string) => form[name]?.kind === 'files' || form[name]?.kind === 'signature'
/** The files among answers, wherever they stand. */
export const papersIn = (form: Form, answers: Answers): readonly FileAnswer[] =>
  Object.keys(answers).flatMap((name) => (isPaperField(form, name) ? ([answers[name]].flat() as FileAnswer[]) : []))

/** The answers with every file sent and named as the server names it. */
export const withPapersSent = async (form: Form, answers: Answers, send: Send): Promise<Answers> => {
  const done: Record<string, unknown> = { ...answers }
  for (const name of Object.keys(answers)) {
    if (!isPaperField(form, name)) continue
    const value = answers[name] as FileAnswer | readonly FileAnswer[]
    if (!Array.isArray(value)) done[name] = await sendPaper(value as FileAnswer, send)
    else {
      const sent: FileAnswer[] = []
      for (const one of value as readonly FileAnswer[]) sent.push(await sendPaper(one, send))
      done[name] = sent
    }
  }
  return done
}

/** The answers that another device could use: files that only this phone has are left out. */
export const withoutUnsent = async (form: Form, answers: Answers): Promise<Answers> => {
  const done: Record<string, unknown> = { ...answers }
  for (const name of Object.keys(answers)) {
    if (!isPaperField(form, name)) continue
    const known: FileAnswer[] = []
    for (const one of [answers[name]].flat() as FileAnswer[]) {
      const paper = await findPaper(one.id)
      if (!paper) known.push(one)
      else if (paper.sent) known.push({ id: paper.sent.id, name: paper.sent.name })
    }
    if (known.length === 0) delete done[name]
    else done[name] = form[name]!.kind === 'files' ? known : known[0]
  }
  return done
}
