import type { KindDesign } from '@gongyou/contract/activities/designs.ts'
import type { ActivityKind } from '@gongyou/contract/activities/kind.ts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import { ask, asking } from '../../kit/api.ts'
import { DesignFrame, strangeDraft } from '../../kit/design/DesignFrame.tsx'
import { useDesign } from '../../kit/design/use-design.ts'
import { Failure } from '../../kit/Failure.tsx'
import { say } from '../../kit/language.ts'
import { w } from '../../kit/text.ts'
import { FieldsSheet } from './FieldsSheet.tsx'
import { KindBasics } from './KindBasics.tsx'

type Bag = Readonly<Record<string, unknown>>
const isBag = (v: unknown): v is Bag => typeof v === 'object' && v !== null && !Array.isArray(v)

/** A draft as the editor holds it; the server's shape and its faults judge the rest. */
const readDraft = (d: Bag): ActivityKind | undefined =>
  isBag(d.title) &&
  isBag(d.summary) &&
  isBag(d.usual) &&
  [d.form, d.questions].every((f) => isBag(f) && Object.values(f).every((x) => isBag(x) && isBag(x.label)))
    ? (d as unknown as ActivityKind)
    : undefined

const Editor = ({ design, start }: { design: KindDesign; start: ActivityKind }) => {
  const go = useNavigate()
  const queries = useQueryClient()
  const state = useDesign<ActivityKind, KindDesign>({
    design,
    start,
    save: async (version, kind) => {
      const next = await ask('saveKindDesign', { params: { id: design.id }, body: { version, definition: { ...kind } } })
      queries.setQueryData(asking('getKindDesign', { params: { id: design.id } }).queryKey, next)
      return next
    },
  })
  const kind = state.thing
  const general = state.saved.faults.filter((f) => !/^(form|questions)\./.test(f.path))
  return (
    <DesignFrame
      back={{ to: '/activity-kinds', name: w('活动类型', 'Kinds of activity') }}
      title={say(kind.title)}
      state={state}
      drop={() => ask('dropKindDesign', { params: { id: design.id } })}
      publish={(version, because) => ask('publishKindDesign', { params: { id: design.id }, body: { version, because } })}
      onPublished={() => {
        void queries.invalidateQueries({ queryKey: ['listActivityKinds'] })
        void queries.invalidateQueries({ queryKey: ['listKindDesigns'] })
        void go({ to: '/activity-kinds' as string })
      }}
      says={w(
        '发布后各级组织都可以按它新建活动；已有的活动仍按原来的版本。',
        'Every organisation can plan under it; what is planned keeps its revision.',
      )}
    >
      <div className="columns">
        <div>
          <FieldsSheet
            title={w('方案要填什么', 'What a plan says')}
            says={w('除名称、时间、地点外，组织者还要填的内容。', 'Beside title, time and place.')}
            form={kind.form}
            onChange={(form) => state.change({ ...kind, form })}
            faultOf={(name) => state.faultAt(`form.${name}`)}
          />
          <FieldsSheet
            title={w('报名时问什么', 'What is asked at sign-up')}
            says={w('姓名、手机、所属工会不用问，系统已知道。', 'Name, phone and union are known.')}
            form={kind.questions}
            onChange={(questions) => state.change({ ...kind, questions })}
            faultOf={(name) => state.faultAt(`questions.${name}`)}
          />
        </div>
        <div>
          <KindBasics kind={kind} onChange={state.change} />
          {general.map((f) => (
            <div key={f.path + f.says.zh} className="fault" role="alert">
              {say(f.says)}
            </div>
          ))}
        </div>
      </div>
    </DesignFrame>
  )
}

/** A kind of activity being designed: what a plan says, what is asked at sign-up, how it is run. */
export const KindDesignPage = () => {
  const { id } = useParams({ strict: false }) as { id: string }
  const one = useQuery({ ...asking('getKindDesign', { params: { id } }), staleTime: Infinity })
  if (one.isError) return <Failure error={one.error} onRetry={() => one.refetch()} />
  if (!one.data) return <Skeleton active />
  const start = readDraft(one.data.definition)
  if (!start) return <div className="empty">{strangeDraft()}</div>
  return <Editor key={id} design={one.data} start={start} />
}
