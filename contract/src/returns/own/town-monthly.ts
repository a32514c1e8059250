import { t } from '../../kit/text.ts'
import { returnForm } from '../form.ts'

/** 镇街工会、服务站月报. */
export const townMonthly = returnForm({
  code: 'town-monthly',
  revision: 1,
  title: t('镇街工会、服务站工作月报', 'Monthly return of town federations and stations'),
  number: '密工统02表',
  every: 'month',
  from: ['town_federation', 'service_station'],
  rule: 'return_monthly',
  lines: [
    { code: 'unions-founded', figure: 'unions-founded', number: '01' },
    { code: 'members', figure: 'members', number: '02' },
    { code: 'joined', figure: 'members-joined', number: '03' },
    { code: 'joined-new-form', figure: 'new-form-members-joined', number: '04', label: t('其中：新就业形态劳动者', 'of them in new forms of work') },
    { code: 'sessions', figure: 'sessions-held', number: '05' },
    { code: 'attendances', figure: 'activity-attendances', number: '06' },
    { code: 'participants', figure: 'activity-participants', number: '07' },
    { code: 'cases', figure: 'cases-opened', number: '08' },
    { code: 'closed', figure: 'cases-closed', number: '09' },
    { code: 'hotline', figure: 'hotline-received', number: '10' },
    { code: 'visits', figure: 'venue-visits', number: '11' },
    { code: 'hand-outs', figure: 'venue-hand-outs', number: '12' },
  ],
})
