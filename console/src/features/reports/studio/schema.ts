import { Schema } from 'prosemirror-model'

const tokenClass = 'report-token'

/**
 * The text of a report while it is written. Tokens and numbers from outside are atoms: they are moved, copied and taken out
 * whole, and nobody types inside them. A table is one too; its numbers are asked for again, not typed.
 */
export const schema = new Schema({
  nodes: {
    doc: { content: 'block+' },
    heading: { group: 'block', content: 'text*', defining: true, parseDOM: [{ tag: 'h2' }, { tag: 'h1' }, { tag: 'h3' }], toDOM: () => ['h2', 0] },
    paragraph: { group: 'block', content: 'inline*', parseDOM: [{ tag: 'p' }], toDOM: () => ['p', 0] },
    table: {
      group: 'block',
      atom: true,
      draggable: true,
      attrs: { head: { default: [] }, rows: { default: [] }, title: { default: null }, grid: { default: null }, notes: { default: [] } },
      toDOM: () => ['div', { class: 'report-table' }],
    },
    text: { group: 'inline' },
    token: {
      group: 'inline',
      inline: true,
      atom: true,
      draggable: true,
      attrs: { code: {}, text: { default: '' } },
      parseDOM: [{ tag: `span.${tokenClass}`, getAttrs: (dom) => ({ code: dom.dataset.code ?? '', text: dom.textContent ?? '' }) }],
      toDOM: (node) => ['span', { class: tokenClass, 'data-code': String(node.attrs.code), title: String(node.attrs.code) }, String(node.attrs.text)],
    },
    outside: {
      group: 'inline',
      inline: true,
      atom: true,
      draggable: true,
      attrs: { text: {}, source: {} },
      parseDOM: [{ tag: 'span.report-outside', getAttrs: (dom) => ({ text: dom.textContent ?? '', source: dom.dataset.source ?? '' }) }],
      toDOM: (node) => [
        'span',
        { class: 'report-outside', 'data-source': String(node.attrs.source), title: String(node.attrs.source) },
        String(node.attrs.text),
      ],
    },
  },
})
