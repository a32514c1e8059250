import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { ask, asking } from '../../../kit/api.ts'
import { Failure } from '../../../kit/Failure.tsx'
import { Sheet } from '../../../kit/Sheet.tsx'
import { w } from '../../../kit/text.ts'
import { Differences } from './Differences.tsx'
import { Prop, shown } from './fields.tsx'
import { type Drafting, Unsaved, unsavedWords } from './use-draft.ts'

type Published = { code: string; revision: number }
type Props = { drafting: Drafting; faults: number; onPublished: (p: Published) => void }

/** The first revision has nothing to be compared with: what it holds is said in numbers. */
const AtFirst = ({ drafting: { draft } }: { drafting: Drafting }) => {
  const s = draft.service
  const count = (part: object | undefined) => Object.keys(part ?? {}).length
  return (
    <p>
      {w(
        `首次发布：表单 ${count(s.form)} 项，状态 ${count(s.states)} 个，步骤 ${count(s.actions)} 个，时限 ${count(s.clocks)} 个。`,
        `First revision: ${count(s.form)} fields, ${count(s.states)} states, ${count(s.actions)} steps, ${count(s.clocks)} limits.`,
      )}
    </p>
  )
}

/** What will change, why, and the one button that makes it so. */
export const PublishPart = ({ drafting, faults, onPublished }: Props) => {
  const { draft, design, save, saving } = drafting
  const queries = useQueryClient()
  const [because, setBecause] = useState('')
  const revisions = useQuery({ ...asking('getServiceHistory', { params: { code: design.code } }), enabled: design.revision > 1 })
  const tree = useQuery({ ...asking('listTree', {}), staleTime: 60_000 })
  const present = revisions.data?.revisions[0]?.definition
  const where = tree.data?.nodes.find((n) => n.id === draft.orgId)?.name ?? w('全区', 'the whole district')
  const publish = useMutation({
    mutationFn: async () => {
      if (!(await save())) throw new Unsaved()
      const { version } = await ask('getDesign', { params: { id: design.id } })
      return ask('publishDesign', { params: { id: design.id }, body: { version, because: because.trim() } })
    },
    onSuccess: (published) => {
      for (const queryKey of [['listDesigns'], ['getServiceHistory']]) void queries.invalidateQueries({ queryKey })
      onPublished(published)
    },
  })
  return (
    <div className="publish">
      <Sheet title={w(`发布第 ${design.revision} 版`, `Publish revision ${design.revision}`)}>
        <p>{w(`“${shown(draft.service.title)}”将在${where}办理。`, `“${shown(draft.service.title)}” will be offered in ${where}.`)}</p>
        {design.revision === 1 && <AtFirst drafting={drafting} />}
        {design.revision > 1 && <h3>{w('与现行版本的差别', 'What differs from the present revision')}</h3>}
        {revisions.isError && <Failure error={revisions.error} onRetry={() => revisions.refetch()} />}
        {present && <Differences before={present} after={draft.service} />}
        {design.revision > 1 && (
          <p className="quiet">{w('正在办的件仍按原来的版本办完。', 'Cases under way are finished under their own revision.')}</p>
        )}
        <Prop name={w('发布原因', 'Why')}>
          <Input
            aria-label={w('发布原因', 'Why')}
            value={because}
            maxLength={300}
            placeholder={w('如：办公室新办事项', 'e.g. a new service of the office')}
            onChange={(e) => setBecause(e.target.value)}
          />
        </Prop>
        {faults > 0 && (
          <p role="status" className="warn">
            {w(`还有 ${faults} 处没有填好，改好后才能发布。`, `${faults} things must be mended first.`)}
          </p>
        )}
        {publish.isError && (
          <p role="alert" style={{ color: 'var(--red)' }}>
            {unsavedWords(publish.error)}
          </p>
        )}
        <Button
          type="primary"
          disabled={faults > 0 || because.trim().length < 2 || saving === 'conflict'}
          loading={publish.isPending}
          onClick={() => publish.mutate()}
        >
          {w('发布', 'Publish')}
        </Button>
      </Sheet>
    </div>
  )
}
