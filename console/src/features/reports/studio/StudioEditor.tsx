import type { Content } from '@gongyou/contract/reports/content.ts'
import { EditorState, NodeSelection, TextSelection } from 'prosemirror-state'
import { EditorView } from 'prosemirror-view'
import { type Ref, useEffect, useImperativeHandle, useRef } from 'react'
import { w } from '../../../kit/text.ts'
import { contentOf, docOf, isTable, placeOf, type TableAttrs } from './convert.ts'
import { ownTokensOnly, plainOf, pluginsOf } from './plugins.ts'
import { schema } from './schema.ts'
import { tableView } from './table-view.ts'
import 'prosemirror-view/style/prosemirror.css'

/** What the page may ask of the editor. */
export type StudioHand = {
  insertToken: (code: string, text: string) => void
  markOutside: (source: string) => void
  takeOut: (code: string) => void
  say: (code: string, text: string) => void
  goTo: (chapter: number, block: number | null, words?: string) => void
  addChapter: () => void
  /** Puts a table in, or in place of one that is there. */
  putTable: (table: TableAttrs, at: number | null) => void
  focus: () => void
}
type Given = {
  ref: Ref<StudioHand>
  content: Content
  sayOf: (code: string) => string
  knows: () => ReadonlySet<string>
  onChange: (content: Content) => void
  onChoose: (code: string | null) => void
  /** The words that are chosen, where they could be marked as a number from outside. */
  onWords: (words: string) => void
  onSave: () => void
  /** The table that is chosen, and where it stands. */
  onTable: (table: ChosenTable | null) => void
}
export type ChosenTable = { at: number; table: TableAttrs }

const chosenCode = ({ selection }: EditorState) =>
  selection instanceof NodeSelection && selection.node.type.name === 'token' ? String(selection.node.attrs.code) : null
const chosenTable = ({ selection }: EditorState): ChosenTable | null =>
  selection instanceof NodeSelection && isTable(selection.node.attrs) ? { at: selection.from, table: selection.node.attrs } : null
const chosenWords = ({ doc, selection }: EditorState) =>
  selection instanceof TextSelection &&
  !selection.empty &&
  selection.$from.sameParent(selection.$to) &&
  selection.$from.parent.type.name === 'paragraph'
    ? doc.textBetween(selection.from, selection.to)
    : ''

const handOf = (view: () => EditorView | null): StudioHand => {
  const on = (act: (view: EditorView) => void) => {
    const v = view()
    if (v) act(v)
  }
  const tokensAt = (v: EditorView, code: string) => {
    const found: number[] = []
    v.state.doc.descendants((node, pos) => void (node.type.name === 'token' && node.attrs.code === code && found.push(pos)))
    return found
  }
  return {
    insertToken: (code, text) =>
      on((v) => {
        const { $from } = v.state.selection
        const token = schema.nodes.token.create({ code, text })
        // A heading takes no numbers: they go into the paragraph behind it.
        const tr =
          $from.parent.type.name === 'paragraph'
            ? v.state.tr.replaceSelectionWith(token, false)
            : v.state.tr.insert($from.depth > 0 ? $from.after(1) : v.state.selection.to, schema.nodes.paragraph.create(null, [token]))
        v.dispatch(tr.scrollIntoView())
      }),
    markOutside: (source) =>
      on((v) => {
        const text = chosenWords(v.state)
        if (text) v.dispatch(v.state.tr.replaceSelectionWith(schema.nodes.outside.create({ text, source }), false))
      }),
    takeOut: (code) =>
      on((v) => {
        const tr = v.state.tr
        for (const pos of tokensAt(v, code).reverse()) tr.delete(pos, pos + 1)
        v.dispatch(tr)
        v.focus()
      }),
    say: (code, text) =>
      on((v) => {
        const tr = v.state.tr.setMeta('addToHistory', false).setMeta('said', true)
        for (const pos of tokensAt(v, code)) if (v.state.doc.nodeAt(pos)?.attrs.text !== text) tr.setNodeMarkup(pos, null, { code, text })
        if (tr.docChanged) v.dispatch(tr)
        for (const span of v.dom.querySelectorAll<HTMLElement>(`.report-table [data-code="${code}"]`)) span.textContent = text
      }),
    goTo: (chapter, block, words) =>
      on((v) => {
        const at = placeOf(v.state.doc, chapter, block)
        const node = v.state.doc.nodeAt(at)
        const found = words && node ? plainOf(node).indexOf(words) : -1
        const selection =
          found >= 0 && words
            ? TextSelection.create(v.state.doc, at + 1 + found, at + 1 + found + words.length)
            : TextSelection.near(v.state.doc.resolve(at + 1))
        v.dispatch(v.state.tr.setSelection(selection).scrollIntoView())
        const dom = v.nodeDOM(at)
        if (dom instanceof HTMLElement) dom.scrollIntoView({ block: 'center' })
        v.focus()
      }),
    putTable: (table, at) =>
      on((v) => {
        const node = schema.nodes.table.create(table)
        const old = at === null ? null : v.state.doc.nodeAt(at)
        const { $from } = v.state.selection
        const place = $from.depth > 0 ? $from.after(1) : v.state.selection.to
        const tr = at !== null && old ? v.state.tr.replaceWith(at, at + old.nodeSize, node) : v.state.tr.insert(place, node)
        v.dispatch(tr.setSelection(NodeSelection.create(tr.doc, at ?? place)).scrollIntoView())
      }),
    focus: () => on((v) => v.focus()),
    addChapter: () =>
      on((v) => {
        const end = v.state.doc.content.size
        const tr = v.state.tr.insert(end, [schema.nodes.heading.create(), schema.nodes.paragraph.create()])
        v.dispatch(tr.setSelection(TextSelection.create(tr.doc, end + 1)).scrollIntoView())
        v.focus()
      }),
  }
}

/** The text of a report under the hands of whoever writes it. ProseMirror keeps the document; React looks on. */
export const StudioEditor = ({ ref, content, ...given }: Given) => {
  const box = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView | null>(null)
  const now = useRef(given)
  now.current = given
  const begun = useRef(content)
  useImperativeHandle(ref, () => handOf(() => view.current), [])
  useEffect(() => {
    if (!box.current) return
    const say = (code: string) => now.current.sayOf(code)
    const v = new EditorView(box.current, {
      state: EditorState.create({ doc: docOf(begun.current, say), plugins: pluginsOf(() => now.current.onSave()) }),
      attributes: {
        class: 'report-text',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': w('报告正文', 'Text of the report'),
        lang: 'zh-CN',
      },
      nodeViews: { table: (node) => tableView(node, say) },
      transformPasted: (slice) => ownTokensOnly(slice, now.current.knows()),
      handleClickOn: (_, __, node, ___, event) => {
        const code = event.target instanceof HTMLElement ? event.target.dataset.code : undefined
        if (node.type.name === 'table' && code) now.current.onChoose(code)
        return false
      },
      dispatchTransaction: (tr) => {
        const state = v.state.apply(tr)
        v.updateState(state)
        // What a number says is the server's; the text has not changed by it.
        if (tr.docChanged && !tr.getMeta('said')) now.current.onChange(contentOf(state.doc))
        if (tr.selectionSet || tr.docChanged) {
          const code = chosenCode(state)
          if (code) now.current.onChoose(code)
          now.current.onTable(chosenTable(state))
          now.current.onWords(chosenWords(state))
        }
      },
    })
    view.current = v
    return () => {
      v.destroy()
      view.current = null
    }
  }, [])
  return <div ref={box} className="report-editor" />
}
