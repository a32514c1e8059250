import { type PaperKindCode, paperKind, paperKinds } from '@gongyou/contract/papers/kinds.ts'
import { language } from '../../kit/language.ts'
import { w } from '../../kit/text.ts'

export const kindName = (code: PaperKindCode) => paperKind(code).name[language()]
export const kindOptions = () => paperKinds.map((k) => ({ value: k.code as PaperKindCode, label: k.name[language()] }))

export type PaperState = 'draft' | 'issued' | 'sealed' | 'withdrawn'
export const stateName = (state: PaperState) =>
  ({
    draft: w('草稿', 'Draft'),
    issued: w('待盖章归档', 'Awaits the seal'),
    sealed: w('已归档', 'Filed with seal'),
    withdrawn: w('已作废', 'Withdrawn'),
  })[state]
export const stateColour = (state: PaperState) =>
  ({ draft: 'var(--ink-2)', issued: 'var(--soon)', sealed: 'var(--done)', withdrawn: 'var(--red)' })[state]

export const paperActName = (kind: string) =>
  ({
    'paper.drafted': w('拟稿', 'Drafted'),
    'paper.edited': w('修改草稿', 'Edited'),
    'paper.issued': w('签发', 'Issued'),
    'paper.sealed': w('上传盖章扫描件', 'Sealed scan handed in'),
    'paper.withdrawn': w('作废', 'Withdrawn'),
  })[kind] ?? kind
