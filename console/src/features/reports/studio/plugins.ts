import { numbersIn } from '@gongyou/contract/reports/numbers.ts'
import { baseKeymap } from 'prosemirror-commands'
import { history, redo, undo } from 'prosemirror-history'
import { keymap } from 'prosemirror-keymap'
import type { Node, Slice } from 'prosemirror-model'
import { Fragment, Slice as NewSlice } from 'prosemirror-model'
import { Plugin } from 'prosemirror-state'
import { Decoration, DecorationSet } from 'prosemirror-view'
import { schema } from './schema.ts'

/** A paragraph as plain text of the same length as in the editor: what is no text is one sign. */
export const plainOf = (paragraph: Node) => {
  let text = ''
  paragraph.forEach((child) => {
    text += child.isText ? child.text : '\u0001'
  })
  return text
}

const underlined = (doc: Node) => {
  const marks: Decoration[] = []
  doc.forEach((node, offset) => {
    if (node.type.name !== 'paragraph') return
    for (const n of numbersIn(plainOf(node)))
      marks.push(Decoration.inline(offset + 1 + n.at, offset + 1 + n.at + n.text.length, { class: 'report-typed' }, { typed: n.text }))
  })
  return DecorationSet.create(doc, marks)
}

/** Numbers that somebody typed are underlined as they are typed. */
const typedNumbers = new Plugin<DecorationSet>({
  state: { init: (_, { doc }) => underlined(doc), apply: (tr, old) => (tr.docChanged ? underlined(tr.doc) : old) },
  props: {
    decorations(state) {
      return this.getState(state)
    },
  },
})

const known = (fragment: Fragment, codes: ReadonlySet<string>): Fragment => {
  const kept: Node[] = []
  fragment.forEach((node) => {
    if (node.type.name === 'token' && !codes.has(String(node.attrs.code))) {
      const text = String(node.attrs.text)
      if (text) kept.push(schema.text(text))
    } else kept.push(node.isLeaf ? node : node.copy(known(node.content, codes)))
  })
  return Fragment.from(kept)
}

/** A number pasted from another report is no token here: it comes in as text and is found as a number without a source. */
export const ownTokensOnly = (slice: Slice, codes: ReadonlySet<string>) => new NewSlice(known(slice.content, codes), slice.openStart, slice.openEnd)

export const pluginsOf = (save: () => void) => [
  history(),
  keymap({
    'Mod-z': undo,
    'Mod-y': redo,
    'Shift-Mod-z': redo,
    'Mod-s': () => {
      save()
      return true
    },
  }),
  keymap(baseKeymap),
  typedNumbers,
]
