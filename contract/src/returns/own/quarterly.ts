import { t } from '../../kit/text.ts'
import { returnForm } from '../form.ts'

/** 维权服务季报. */
export const rightsQuarterly = returnForm({
  code: 'rights-quarterly',
  revision: 1,
  title: t('维权服务季报', 'Quarterly return on rights and services'),
  number: '密工统03表',
  every: 'quarter',
  from: ['town_federation', 'service_station', 'direct_union'],
  rule: 'return_quarterly',
  lines: [
    { code: 'contracts', figure: 'contracts-signed', number: '01' },
    { code: 'letters', figure: 'supervision-letters', number: '02' },
    { code: 'cases', figure: 'cases-opened', number: '03' },
    { code: 'closed', figure: 'cases-closed', number: '04' },
    { code: 'amounts', figure: 'case-amounts', number: '05' },
    { code: 'hotline', figure: 'hotline-received', number: '06' },
    { code: 'hotline-in-time', figure: 'hotline-in-time', number: '07' },
  ],
})
