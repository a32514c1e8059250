import type { PaperFinding } from '@gongyou/contract/papers/shapes.ts'
import type { ReadDocument } from './model.ts'
import { openDocx } from './open.ts'
import { partsOf } from './parts.ts'
import { bodyRules } from './rules/body.ts'
import { endRules } from './rules/end.ts'
import { headRules } from './rules/head.ts'
import { pageRules } from './rules/page.ts'

/** One finding for each rule, at the first place; the others are counted, or forty paragraphs would say the same. */
const gathered = (findings: readonly PaperFinding[]): PaperFinding[] => {
  const byRule = new Map<string, PaperFinding[]>()
  for (const f of findings) byRule.set(f.rule, [...(byRule.get(f.rule) ?? []), f])
  return [...byRule.values()].map((same) => {
    const [first] = same
    const more = same.length - 1
    if (!first || more === 0) return first!
    return { ...first, says: { zh: `${first.says.zh}（另有 ${more} 处相同）`, en: `${first.says.en} (and ${more} more like it)` } }
  })
}

/** Everything that is off in a document by GB/T 9704-2012, what must be changed first. */
export const checkDocument = (document: ReadDocument): PaperFinding[] => {
  const parts = partsOf(document)
  const all = gathered([...pageRules(document), ...headRules(parts), ...bodyRules(parts), ...endRules(parts)])
  return [...all.filter((f) => f.weight === 'must'), ...all.filter((f) => f.weight === 'should')]
}

export const checkDocx = async (path: string) => {
  const document = await openDocx(path)
  return { paragraphs: document.paragraphs.length, findings: checkDocument(document) }
}
