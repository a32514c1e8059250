import type { TreeNode } from '@gongyou/contract/organisations/routes.ts'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { App, Button, Input, Skeleton, Tree } from 'antd'
import dayjs from 'dayjs'
import { useMemo, useState } from 'react'
import { ask, asking } from '../../kit/api.ts'
import { Failure, wordsOf } from '../../kit/Failure.tsx'
import type { Search } from '../../kit/ListPage.tsx'
import { useMay } from '../../kit/me.ts'
import { saveFile } from '../../kit/save-file.ts'
import { w } from '../../kit/text.ts'
import { EditOrganisation } from './EditOrganisation.tsx'
import { ImportOrganisations } from './ImportOrganisations.tsx'
import { OrganisationPanel } from './OrganisationPanel.tsx'
import './organisations.css'

type Branch = { key: string; node: TreeNode; title: string; children: Branch[] }

const branchesOf = (nodes: readonly TreeNode[]) => {
  const all = new Map(nodes.map((n): [string, Branch] => [n.id, { key: n.id, node: n, title: n.name, children: [] }]))
  const roots: Branch[] = []
  for (const b of all.values()) (b.node.parent ? all.get(b.node.parent)?.children : undefined)?.push(b) ?? roots.push(b)
  return { roots, all }
}

/** Ids of what fits the words typed, and of everything above it. */
const fitting = (nodes: readonly TreeNode[], typed: string) => {
  const byId = new Map(nodes.map((n) => [n.id, n]))
  const hits = nodes.filter((n) => n.name.includes(typed))
  const shown = new Set<string>()
  for (const hit of hits)
    for (let n: TreeNode | undefined = hit; n && !shown.has(n.id); n = n.parent ? byId.get(n.parent) : undefined) shown.add(n.id)
  return { hits, shown }
}

/** The union tree. One answer holds the district; only the lines in view are drawn, so two thousand nodes stay quick. */
export const OrganisationsPage = () => {
  const { id, q } = useSearch({ strict: false }) as Search
  const go = useNavigate()
  const may = useMay()
  const [typed, setTyped] = useState(q ?? '')
  const [adding, setAdding] = useState(false)
  const [importing, setImporting] = useState(false)
  const { message } = App.useApp()
  const saving = useMutation({
    mutationFn: () => ask('exportOrganisations', {}),
    onSuccess: (sheet) => saveFile(sheet, `${w('组织表', 'organisations')}-${dayjs().format('YYYY-MM-DD')}.xlsx`),
    onError: (e) => message.error(wordsOf(e)),
  })
  const [opened, setOpened] = useState<string[] | null>(null)
  const tree = useQuery({ ...asking('listTree', {}), staleTime: 60_000 })
  const counts = useQuery({ ...asking('countByOrganisation', {}), staleTime: 60_000 })
  const nodes = tree.data?.nodes ?? []
  const wanted = typed.trim()
  const { hits, shown } = useMemo(() => fitting(nodes, wanted), [nodes, wanted])
  const { roots } = useMemo(() => branchesOf(wanted ? nodes.filter((n) => shown.has(n.id)) : nodes), [nodes, shown, wanted])
  const expanded = wanted ? [...shown] : (opened ?? roots.map((r) => r.key))
  const parents = useMemo(() => nodes.flatMap((n) => n.parent ?? []), [nodes])
  const isAllOpen = opened !== null && opened.length > roots.length
  const chosen = nodes.find((n) => n.id === id)
  const open = (next: string | undefined) => go({ to: '.', search: (next ? { id: next } : {}) as never, replace: Boolean(id) })
  return (
    <>
      <div className="page-head">
        <h1>{w('组织', 'Organisations')}</h1>
        <span className="quiet">{nodes.length > 0 && w(`${nodes.length.toLocaleString()} 个`, `${nodes.length.toLocaleString()}`)}</span>
        <span className="spring" />
        <Button loading={saving.isPending} onClick={() => saving.mutate()}>
          {w('导出', 'Export')}
        </Button>
        {may('organisations.edit') && <Button onClick={() => setImporting(true)}>{w('导入', 'Import')}</Button>}
        {may('organisations.edit') && (
          <Button type="primary" onClick={() => setAdding(true)}>
            {w('新建组织', 'Found an organisation')}
          </Button>
        )}
      </div>
      <div className="split" data-open={Boolean(id)}>
        <section className="sheet">
          <header>
            <Input
              allowClear
              value={typed}
              onChange={(e) => setTyped(e.target.value)}
              placeholder={w('按名称查找', 'Find by name')}
              aria-label={w('按名称查找', 'Find by name')}
            />
            {wanted && (
              <span className="quiet small" style={{ whiteSpace: 'nowrap' }}>
                {w(`找到 ${hits.length} 个`, `${hits.length} found`)}
              </span>
            )}
            {!wanted && nodes.length > 0 && (
              <Button className="org-unfold" onClick={() => setOpened(isAllOpen ? null : [...new Set(parents)])}>
                {isAllOpen ? w('全部收起', 'Fold all') : w('全部展开', 'Unfold all')}
              </Button>
            )}
          </header>
          {tree.isError && <Failure error={tree.error} onRetry={() => tree.refetch()} />}
          {tree.isPending && <Skeleton active paragraph={{ rows: 14 }} style={{ padding: 16 }} />}
          {tree.data && wanted && hits.length === 0 && <p className="empty">{w('没有这个名称的组织', 'No organisation of this name')}</p>}
          {tree.data && (
            <Tree<Branch>
              className="org-tree"
              virtual
              height={Math.max(320, window.innerHeight - 210)}
              itemHeight={32}
              blockNode
              showLine
              treeData={roots}
              expandedKeys={expanded}
              selectedKeys={id ? [id] : []}
              onExpand={(keys) => setOpened(keys.map(String))}
              onSelect={(keys) => open(keys[0] ? String(keys[0]) : undefined)}
              titleRender={(b) => (
                <span className="org-line">
                  <span>{b.title}</span>
                  {b.children.length > 0 && <span className="quiet small">{b.children.length}</span>}
                  <span className="quiet small org-count">
                    {counts.data?.counts[b.key]
                      ? w(`${counts.data.counts[b.key]!.toLocaleString()} 人`, counts.data.counts[b.key]!.toLocaleString())
                      : ''}
                  </span>
                </span>
              )}
            />
          )}
        </section>
        {id && <OrganisationPanel id={id} onClose={() => open(undefined)} />}
      </div>
      {importing && (
        <ImportOrganisations
          onClose={() => setImporting(false)}
          onDone={() => {
            setImporting(false)
            void tree.refetch()
          }}
        />
      )}
      {adding && (
        <EditOrganisation
          parent={chosen ?? roots[0]?.node}
          onClose={() => setAdding(false)}
          onDone={(made) => {
            setAdding(false)
            void tree.refetch()
            void open(made)
          }}
        />
      )}
    </>
  )
}
