// Draws /api/openapi.json as a list one can search and open. No library, no inline script: the page's policy allows neither.
const make = (name, attributes = {}, ...children) => {
  const element = Object.assign(document.createElement(name), attributes)
  element.append(...children)
  return element
}
const shown = (value) => make('pre', {}, JSON.stringify(value, null, 2))
const part = (title, ...body) => [make('h4', {}, title), ...body]

const schemaOf = (content) => Object.entries(content ?? {}).map(([type, { schema }]) => make('div', {}, make('code', {}, type), shown(schema)))

const detailsOf = (operation) => [
  make('p', {}, operation.description ?? ''),
  ...(operation.parameters?.length
    ? part(
        '参数 Parameters',
        make(
          'dl',
          {},
          ...operation.parameters.flatMap((p) => [
            make('dt', {}, make('code', {}, `${p.name}${p.required ? ' *' : ''}`), ` ${p.in}`),
            make('dd', {}, shown(p.schema)),
          ]),
        ),
      )
    : []),
  ...(operation.requestBody ? part('内容 Body', ...schemaOf(operation.requestBody.content)) : []),
  ...part(
    '回答 Answers',
    make(
      'dl',
      {},
      ...Object.entries(operation.responses).flatMap(([status, r]) => [
        make('dt', {}, status),
        make('dd', {}, r.description ?? '', ...(status === '200' ? schemaOf(r.content) : [])),
      ]),
    ),
  ),
]

const entryOf = (path, method, operation) => {
  const entry = make(
    'details',
    { id: operation.operationId },
    make('summary', {}, make('span', { className: 'm' }, method.toUpperCase()), make('code', {}, path), ` ${operation.summary ?? ''}`),
  )
  entry.dataset.words = `${path} ${operation.operationId} ${operation.summary}`.toLowerCase()
  // Filled when first opened: hundreds of schemas at once would be slow on old machines.
  entry.addEventListener('toggle', () => entry.childElementCount === 1 && entry.append(...detailsOf(operation)), { once: true })
  return entry
}

const list = document.querySelector('#list')
const { paths, components } = await (await fetch('/api/openapi.json')).json()
const groups = new Map()
for (const [path, operations] of Object.entries(paths))
  for (const [method, operation] of Object.entries(operations)) {
    const tag = operation.tags?.[0] ?? ''
    groups.set(tag, [...(groups.get(tag) ?? []), entryOf(path, method, operation)])
  }
list.replaceChildren(
  ...[...groups].flatMap(([tag, entries]) => [make('h2', {}, tag), ...entries]),
  make('h2', {}, '形状 Schemas'),
  ...Object.entries(components.schemas ?? {}).map(([name, schema]) =>
    make('details', {}, make('summary', {}, make('code', {}, name)), shown(schema)),
  ),
)
document.querySelector('#find').addEventListener('input', ({ target }) => {
  const words = target.value.toLowerCase().split(/\s+/)
  for (const entry of list.querySelectorAll('details[data-words]')) entry.hidden = !words.every((w) => entry.dataset.words.includes(w))
})
