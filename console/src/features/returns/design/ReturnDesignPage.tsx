import { formDifferences } from '@gongyou/contract/returns/differences.ts'
import type { ReturnDesign } from '@gongyou/contract/returns/designs.ts'
import type { ReturnForm } from '@gongyou/contract/returns/form.ts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import { ask, asking } from '../../../kit/api.ts'
import { DesignFrame, strangeDraft } from '../../../kit/design/DesignFrame.tsx'
import { DifferenceList } from '../../../kit/design/DifferenceList.tsx'
import { useDesign } from '../../../kit/design/use-design.ts'
import { Failure } from '../../../kit/Failure.tsx'
import { language, say } from '../../../kit/language.ts'
import { w } from '../../../kit/text.ts'
import { readDraft } from './draft.ts'
import { useFigureNames } from './figure-names.ts'
import { FormBasics, LayoutFields } from './FormBasics.tsx'
import { LineList } from './LineList.tsx'
import { TryForm } from './TryForm.tsx'
import '../returns.css'
import './design.css'

const Editor = ({ design, start }: { design: ReturnDesign; start: ReturnForm }) => {
  const go = useNavigate()
  const queries = useQueryClient()
  const figureName = useFigureNames()
  const state = useDesign<ReturnForm, ReturnDesign>({
    design,
    start,
    save: async (version, form) => {
      const next = await ask('saveReturnDesign', { params: { id: design.id }, body: { version, definition: { ...form } } })
      queries.setQueryData(asking('getReturnDesign', { params: { id: design.id } }).queryKey, next)
      return next
    },
  })
  const { thing: form, change, faultAt } = state
  const { before } = design
  return (
    <DesignFrame
      back={{ to: '/return-forms', name: w('报表设计', 'Forms of returns') }}
      title={say(form.title)}
      state={state}
      drop={() => ask('dropReturnDesign', { params: { id: design.id } })}
      publish={(version, because) => ask('publishReturnDesign', { params: { id: design.id }, body: { version, because } })}
      onPublished={() => {
        for (const key of ['listAllReturnForms', 'listReturnDesigns', 'listReturnForms', 'getReturnFormHistory'])
          void queries.invalidateQueries({ queryKey: [key] })
        void go({ to: '/return-forms' as string })
      }}
      says={
        before
          ? w('已布置的各期仍按原来的版本；以后各期用新版。', 'Periods that are open keep their revision; the next ones use this.')
          : w('发布后在“报表”里布置第一期，以后各期到时自动布置。', 'Open its first period under Returns; the next ones open by themselves.')
      }
      changes={before && <DifferenceList found={formDifferences(before, form, { language: language(), figureName })} />}
    >
      <div className="columns">
        <LineList form={form} onForm={change} faultAt={faultAt} />
        <div>
          <FormBasics form={form} onForm={change} faultAt={faultAt} begun={before !== null} />
          <LayoutFields form={form} onForm={change} faultAt={faultAt} />
          <TryForm id={design.id} version={state.saved.version} ready={state.ready} form={form} />
        </div>
      </div>
    </DesignFrame>
  )
}

/** A form of returns being designed: its lines, who hands it in and when, the table of the level above, and a trial on a real unit. */
export const ReturnDesignPage = () => {
  const { id } = useParams({ strict: false }) as { id: string }
  const one = useQuery({ ...asking('getReturnDesign', { params: { id } }), staleTime: Infinity })
  if (one.isError) return <Failure error={one.error} onRetry={() => one.refetch()} />
  if (!one.data) return <Skeleton active />
  const start = readDraft(one.data.definition)
  if (!start) return <div className="empty">{strangeDraft()}</div>
  return <Editor key={id} design={one.data} start={start} />
}
