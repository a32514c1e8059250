import { t } from '../../kit/text.ts'
import { returnForm } from '../form.ts'

/** 基层工会月报. */
export const baseMonthly = returnForm({
  code: 'base-monthly',
  revision: 1,
  title: t('基层工会工作月报', 'Monthly return of base unions'),
  number: '密工统01表',
  every: 'month',
  from: ['direct_union', 'industry_union', 'industry_federation', 'area_federation', 'base_single', 'base_joint', 'project_site'],
  rule: 'return_monthly',
  lines: [
    { code: 'members', figure: 'members', number: '01' },
    { code: 'joined', figure: 'members-joined', number: '02' },
    { code: 'joined-new-form', figure: 'new-form-members-joined', number: '03', label: t('其中：新就业形态劳动者', 'of them in new forms of work') },
    { code: 'sessions', figure: 'sessions-held', number: '04' },
    { code: 'attendances', figure: 'activity-attendances', number: '05' },
    { code: 'cases', figure: 'cases-opened', number: '06' },
    { code: 'closed', figure: 'cases-closed', number: '07' },
  ],
})
