/** 附件 that is part of the paper itself, on pages of its own. */
export type Annex = { title: string; body: string }

/** What is written on a paper. Number and date are not here: they come when it is issued. */
export type PaperContent = {
  /** 发文机关标志, in red at the head: 密云区总工会文件. */
  mark: string
  /** 份号, six digits; classified papers only. */
  copyNumber: string
  /** 密级和保密期限: 秘密★1年. */
  secrecy: string
  /** 紧急程度. */
  urgency: '' | '特急' | '加急'
  /** 签发人, on papers that go up. */
  signer: string
  /** 标题; a line break is where the title breaks. */
  title: string
  /** 主送机关, without the colon. */
  addressee: string
  body: string
  annexes: readonly Annex[]
  /** 附件 that are handed over beside the paper: only named. */
  enclosures: readonly string[]
  /** 发文机关署名. */
  signature: string
  /** 附注, without the brackets. */
  note: string
  /** 抄送机关. */
  copies: string
  /** 印发机关. */
  printedBy: string
}

/** The parts of which a template holds the wording; the rest comes from the organisation. */
export const templateParts = ['title', 'addressee', 'body', 'note', 'copies'] as const

/** Stands where a value was not known: seen in the draft, filled in by hand, and no paper is issued with it. */
export const gap = (label: string) => `【待填：${label}】`

/** The gaps still open in a paper, in reading order. */
export const gapsIn = (content: PaperContent) => {
  const { title, addressee, body, note, copies, annexes, signer, mark, signature } = content
  const texts = [mark, signer, title, addressee, body, note, copies, signature, ...annexes.flatMap((a) => [a.title, a.body])]
  return texts.flatMap((text) => [...text.matchAll(/【待填：([^】]*)】/g)].map((m) => m[1]!))
}
