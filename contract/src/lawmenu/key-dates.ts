import { type CivilDate, addDays } from '../kit/civil-date.ts'
import { type Text, t } from '../kit/text.ts'

/** A day or a week of the year for which units like to order a course: it proposes which. */
export type KeyDate = {
  readonly name: Text
  readonly from: `${number}-${number}`
  readonly days: number
  readonly menu: string
  readonly topic: Text
}

/** Setting: days and weeks with the courses they suggest. The network-security week is the third of September. */
export const keyDates: readonly KeyDate[] = [
  { name: t('三八妇女节', "Women's Day"), from: '03-08', days: 1, menu: 'women', topic: t('女职工特殊权益保护', 'Rights of women workers') },
  {
    name: t('全民国家安全教育日', 'National Security Education Day'),
    from: '04-15',
    days: 1,
    menu: 'law',
    topic: t('国家安全与保密', 'National security'),
  },
  { name: t('五一国际劳动节', 'Labour Day'), from: '05-01', days: 1, menu: 'law', topic: t('劳动合同与工时休假', 'Contracts, hours and leave') },
  {
    name: t('安全生产月', 'Month of safety at work'),
    from: '06-01',
    days: 30,
    menu: 'public',
    topic: t('安全生产与应急救护', 'Safety and first aid'),
  },
  {
    name: t('网络安全宣传周', 'Network security week'),
    from: '09-15',
    days: 7,
    menu: 'law',
    topic: t('反诈骗与个人信息保护', 'Fraud and personal data'),
  },
  { name: t('世界精神卫生日', 'Mental Health Day'), from: '10-10', days: 1, menu: 'health', topic: t('职场减压', 'Stress at work') },
  {
    name: t('国家宪法日', 'Constitution Day'),
    from: '12-04',
    days: 1,
    menu: 'caravan',
    topic: t('宪法与劳动者权利', "The constitution and workers' rights"),
  },
]

export type ComingKeyDate = KeyDate & { readonly on: CivilDate; readonly until: CivilDate }

/** Key dates of the next days, the nearest first; one that has begun and is not over comes too. */
export const comingKeyDates = (today: CivilDate, within = 60): ComingKeyDate[] => {
  const year = Number(today.slice(0, 4))
  return [year - 1, year, year + 1]
    .flatMap((y) => keyDates.map((k) => ({ ...k, on: `${y}-${k.from}` as CivilDate, until: addDays(`${y}-${k.from}` as CivilDate, k.days - 1) })))
    .filter((k) => k.until >= today && k.on <= addDays(today, within))
    .toSorted((a, b) => (a.on < b.on ? -1 : 1))
}
