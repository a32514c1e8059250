import type { CaseView, Way } from '@gongyou/contract/cases/shapes.ts'
import type { FileAnswer } from '@gongyou/contract/forms/index.ts'
import { type ReactNode, useState } from 'react'
import { ask } from '../../../kit/api.ts'
import { FilesInput } from '../../../kit/form/FilesInput.tsx'
import { referencesOf } from '../../../kit/form/given.ts'
import { w } from '../../../kit/text.ts'
import { ActModal, type Dialog } from '../ActModal.tsx'
import { Said } from '../Said.tsx'
import { wayName } from '../words.ts'

type Words = {
  label: string
  says?: string
  needed: boolean
  danger?: boolean
  files?: true
  send: (view: CaseView, said: string, files: FileAnswer[]) => Promise<CaseView>
}
const why = () => w('原因', 'Reason')
const params = (view: CaseView) => ({ id: view.id })

/** Ways that need nothing but a few words. */
const wordsFor: Partial<Record<Way, () => Words>> = {
  report: () => ({
    label: w('办理情况', 'What was done'),
    says: w('回报后交回委派您的人继续办理。', 'It goes back to whoever delegated it to you.'),
    needed: true,
    send: (v, said) => ask('reportOnCase', { params: params(v), body: { version: v.version, said } }),
  }),
  recall: () => ({
    label: why(),
    says: w('撤回后回到您办理之前，经过照样留痕。', 'It returns to where it was before your step; the history keeps both.'),
    needed: true,
    send: (v, said) => ask('recallStep', { params: params(v), body: { version: v.version, why: said } }),
  }),
  withdraw: () => ({
    label: w('原因（选填）', 'Reason (optional)'),
    says: w('撤回后本件办结。', 'This closes the case.'),
    needed: false,
    danger: true,
    send: (v, said) => ask('withdrawCase', { params: params(v), body: { version: v.version, why: said } }),
  }),
  urge: () => ({
    label: w('想说的话（选填）', 'Words (optional)'),
    says: w('经办人会立即收到提醒，每天一次。', 'Whoever has it is told at once; once a day.'),
    needed: false,
    send: (v, said) => ask('urgeCase', { params: params(v), body: { said } }),
  }),
  suspend: () => ({
    label: why(),
    says: w(
      '中止后停止计时，任何人都不能办理，直到恢复。申请人会看到原因。',
      'Clocks stop and nothing moves until it is resumed. The applicant sees the reason.',
    ),
    needed: true,
    send: (v, said) => ask('suspendCase', { params: params(v), body: { version: v.version, why: said } }),
  }),
  resume: () => ({
    label: why(),
    needed: true,
    send: (v, said) => ask('resumeCase', { params: params(v), body: { version: v.version, why: said } }),
  }),
  terminate: () => ({
    label: why(),
    says: w('终止后本件办结，不再有结果。申请人会看到原因。', 'This ends the case without a result. The applicant sees the reason.'),
    needed: true,
    danger: true,
    send: (v, said) => ask('terminateCase', { params: params(v), body: { version: v.version, why: said } }),
  }),
  note: () => ({
    label: w('备注', 'Note'),
    says: w('只在单位内部可见，申请人看不到。', 'For the office only; the applicant does not see it.'),
    needed: true,
    files: true,
    send: (v, said, files) => ask('noteOnCase', { params: params(v), body: { said, files } }),
  }),
  answer: () => ({
    label: w('答复', 'Answer'),
    says: w('申请人立即在手机上看到。办件继续，不会因此办结。', 'The applicant reads it at once. The case goes on.'),
    needed: true,
    files: true,
    send: (v, said, files) => ask('answerApplicant', { params: params(v), body: { said, files } }),
  }),
  appeal: () => ({
    label: w('理由', 'Reason'),
    says: w('由上一级另外的人复核。', 'Somebody else reviews it one level up.'),
    needed: true,
    send: (v, said) => ask('appealCase', { params: params(v), body: { why: said } }),
  }),
}

export const isWords = (way: Way) => way in wordsFor

/** A way of the office that needs a few words, and for notes and answers perhaps files. */
export const WordsDialog = ({ way, view, onClose, onDone }: Dialog & { way: Way }): ReactNode => {
  const [said, setSaid] = useState('')
  const [files, setFiles] = useState<unknown>()
  const words = wordsFor[way]?.()
  if (!words) return null
  return (
    <ActModal
      view={view}
      onClose={onClose}
      onDone={onDone}
      title={`${wayName(way)} · ${view.title}`}
      ok={wayName(way)}
      danger={words.danger ?? false}
      says={words.says}
      missing={words.needed && said.trim().length < 2 && w(`请写明${words.label}`, `Please write: ${words.label.toLowerCase()}`)}
      send={() => words.send(view, said, [...referencesOf(files)])}
    >
      <Said label={words.label} value={said} onChange={setSaid} phrases={way === 'answer' || way === 'report'} focus />
      {words.files && (
        <fieldset className="field">
          <legend>{w('附件（选填）', 'Files (optional)')}</legend>
          <FilesInput id="way-files" value={files} onChange={setFiles} />
        </fieldset>
      )}
    </ActModal>
  )
}
