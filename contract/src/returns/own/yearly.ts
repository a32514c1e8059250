import { t } from '../../kit/text.ts'
import { returnForm } from '../form.ts'

/** 工会统计年报. */
export const unionYearly = returnForm({
  code: 'union-yearly',
  revision: 2,
  because: '导出时按市总工会年报表式排列',
  title: t('工会统计年报', 'Yearly return of union statistics'),
  number: '密工统04表',
  every: 'year',
  from: ['town_federation', 'service_station', 'direct_union', 'industry_union'],
  rule: 'return_yearly',
  layout: { title: '北京市工会统计年报（区级汇总）', down: 'lines', note: '注：按人去重的数字为全区系统数，其余为各单位核对后的合计。' },
  lines: [
    { code: 'unions', figure: 'unions', number: '01' },
    { code: 'members', figure: 'members', number: '02' },
    { code: 'joined', figure: 'members-joined', number: '03' },
    { code: 'venues', figure: 'venues', number: '04' },
    { code: 'studios', figure: 'studios', number: '05' },
    { code: 'sessions', figure: 'sessions-held', number: '06' },
    { code: 'attendances', figure: 'activity-attendances', number: '07' },
    { code: 'classes', figure: 'classes-held', number: '08' },
    { code: 'trainees', figure: 'class-trainees', number: '09' },
    { code: 'contracts', figure: 'contracts-signed', number: '10' },
    { code: 'cases', figure: 'cases-opened', number: '11' },
    { code: 'titles', figure: 'contest-titles', number: '12' },
  ],
})
