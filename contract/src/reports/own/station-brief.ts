import { t } from '../../kit/text.ts'
import { always, change, live, paragraph, reportKind, say, table } from '../kind.ts'

/** A week of a station. */
export const stationBrief = reportKind({
  code: 'station-brief',
  revision: 1,
  name: t('服务站周报', 'Weekly brief of a station'),
  about: t('站里一周的工作，由站长核定', 'A week of a station, settled by its head'),
  title: '{org}工作周报（{period}）',
  period: 'week',
  running: 'as-of',
  approvedBy: 'own',
  chapters: [
    {
      title: '本周工作',
      blocks: [
        paragraph(
          say`发展会员${live('members-joined')}。`,
          say`其中新就业形态劳动者${live('new-form-members-joined')}。`,
          say`受理办件${live('cases-opened')}。`,
          say`办结办件${live('cases-closed')}。`,
          say`接到热线诉求${live('hotline-received')}。`,
          say`举办活动${live('sessions-held')}，参加${live('activity-attendances')}。`,
          say`阵地服务${live('venue-visits')}，发放物品${live('venue-hand-outs')}。`,
          always`截至期末在办办件${live('cases-open')}。`,
        ),
      ],
    },
    {
      title: '本年累计',
      blocks: [
        paragraph(
          always`今年以来发展会员${live('members-joined', { span: 'year' })}，${change('members-joined', { span: 'year' })}；会员总数${live('members')}。`,
        ),
        table(
          live('members-joined', { span: 'month' }),
          live('cases-opened', { span: 'month' }),
          live('cases-closed', { span: 'month' }),
          live('sessions-held', { span: 'month' }),
        ),
      ],
    },
  ],
})
