import { t } from '../../kit/text.ts'
import { type FigureToken } from '../token.ts'
import { grid, live, reportKind, table } from '../kind.ts'

const row = (figure: string): FigureToken => live(figure, { form: 'exact', plain: true })

const columnOf = (figure: string, head?: string) => ({ figure, ...(head ? { head } : {}) })

/** Tables as 工会统计 has them: this period, the year before, what changed. */
export const tables = reportKind({
  code: 'tables',
  revision: 2,
  name: t('工会统计表', 'Statistical tables'),
  about: t('按工会统计的样式列表，与上年同期比较', 'Tables of all work, beside the year before'),
  title: '{org}工作统计表（{period}）',
  period: 'year',
  running: 'as-of',
  approvedBy: 'town',
  chapters: [
    {
      title: '组织与会员',
      blocks: [table(row('unions'), row('unions-founded'), row('members'), row('members-joined'), row('new-form-members-joined'))],
    },
    {
      title: '服务与维权',
      blocks: [
        table(
          row('cases-opened'),
          row('cases-closed'),
          row('cases-open'),
          row('cases-solved-rate'),
          row('hotline-received'),
          row('hotline-in-time'),
          row('hotline-satisfied'),
          row('contracts-signed'),
          row('supervision-letters'),
        ),
      ],
    },
    {
      title: '活动与阵地',
      blocks: [
        table(
          row('sessions-held'),
          row('activity-attendances'),
          row('activity-participants'),
          row('venues'),
          row('venues-opened'),
          row('venue-visits'),
          row('venue-hand-outs'),
        ),
      ],
    },
    {
      title: '建功立业',
      blocks: [
        table(
          row('contests-held'),
          row('contest-entrants'),
          row('contest-starts'),
          row('contest-titles'),
          row('classes-held'),
          row('class-trainees'),
          row('class-attendances'),
          row('studios'),
        ),
      ],
    },
    {
      title: '分单位情况',
      blocks: [
        grid({
          title: '所属单位组织与会员情况',
          rows: 'below',
          figures: [
            columnOf('unions-founded'),
            columnOf('members-joined'),
            columnOf('new-form-members-joined', '其中新就业形态'),
            columnOf('members'),
          ],
          total: true,
        }),
        grid({
          title: '所属单位服务情况',
          rows: 'below',
          figures: [
            columnOf('cases-opened'),
            columnOf('cases-solved-rate'),
            columnOf('sessions-held'),
            columnOf('activity-participants'),
            columnOf('venue-visits'),
          ],
          total: true,
        }),
      ],
    },
    {
      title: '分月情况',
      blocks: [
        grid({
          title: '逐月情况',
          rows: 'month',
          figures: [
            columnOf('members-joined'),
            columnOf('members'),
            columnOf('cases-opened'),
            columnOf('hotline-received'),
            columnOf('activity-participants'),
          ],
          total: true,
        }),
      ],
    },
  ],
})
