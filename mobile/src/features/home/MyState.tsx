import type { MyMembership } from '@gongyou/contract/membership/routes.ts'
import { RowLink } from '../../kit/Row.tsx'
import { shortDay } from '../../kit/day.ts'
import { Skeleton } from '../../kit/Skeleton.tsx'
import { w } from '../../kit/text.ts'

/** Where I stand with the union, in one line that leads on. */
export const MyState = ({ mine }: { mine: MyMembership | undefined }) => {
  if (!mine)
    return (
      <div className="row">
        <span className="text">
          <Skeleton lines={2} />
        </span>
      </div>
    )
  const { application: a } = mine
  if (mine.card) return <RowLink to="/card" title={w('我的会员卡', 'My member card')} sub={mine.org?.name} />
  if (a?.status === 'submitted')
    return (
      <RowLink
        to="/me/application"
        title={w('入会申请已收到', 'Application received')}
        sub={w(`预计 ${shortDay(a.dueOn)}前答复 · ${a.org.name}`, `Answer by ${shortDay(a.dueOn)} · ${a.org.name}`)}
      />
    )
  if (a?.status === 'returned') return <RowLink to="/me/application" title={w('入会申请还差一步', 'One more step to join')} sub={a.reason} />
  if (a?.status === 'refused') return <RowLink to="/me/application" title={w('入会申请未通过', 'Application not accepted')} sub={a.reason} />
  return <RowLink to="/join" title={w('加入工会', 'Join the union')} sub={w('扫入会码，或输入 8 位入会码', 'Scan or type a joining code')} />
}
