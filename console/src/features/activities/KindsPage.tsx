import { useQuery, useQueryClient } from '@tanstack/react-query'
import { ask, asking } from '../../kit/api.ts'
import { DesignList } from '../../kit/design/DesignList.tsx'
import { say } from '../../kit/language.ts'
import { w } from '../../kit/text.ts'

/** Every kind of activity, those of an office among them, and what is being designed. */
export const KindsPage = () => {
  const queries = useQueryClient()
  const kinds = useQuery({ ...asking('listActivityKinds', {}), select: (found) => found.kinds })
  const drafts = useQuery(asking('listKindDesigns', {}))
  return (
    <DesignList
      title={w('活动类型', 'Kinds of activity')}
      words={{
        one: w('类型', 'Kind'),
        add: w('新建类型', 'New kind'),
        addTitle: w('新建活动类型', 'New kind of activity'),
        nameLabel: w('类型名称', 'Name'),
        newSays: w('先起个名字，发布前谁也看不到。', 'A name first; nobody sees it before it is published.'),
        retireSays: w('不能再按它新建活动；已有的活动照常进行。', 'Nothing new is planned under it; what is planned goes on.'),
      }}
      rows={kinds}
      drafts={drafts.data?.drafts ?? []}
      columns={[{ title: w('用于', 'For'), render: (_, k) => <span className="quiet">{say(k.summary)}</span> }]}
      page="/activity-kinds/$id"
      begin={(body) => ask('createKindDesign', { body })}
      retire={(code, because) => ask('retireKind', { params: { code }, body: { because } })}
      onRetired={() => void queries.invalidateQueries({ queryKey: ['listActivityKinds'] })}
    />
  )
}
