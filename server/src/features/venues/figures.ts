import { countingWays, placeKinds, venueKinds } from '@gongyou/contract/codes/index.ts'
import { figure } from '@gongyou/contract/kit/figure.ts'
import { t } from '@gongyou/contract/kit/text.ts'
import { type Dimensions, yesNo } from '../../kit/ledger/dimension.ts'

const by = ['month', 'town', 'org', 'venueKind'] as const

/** What is counted of venues, as it is read aloud. */
export const venuesFigures = [
  figure({
    code: 'venues',
    revision: 1,
    measure: 'stock',
    unit: 'places',
    of: { fact: 'venues-stock' },
    owner: 'organisation',
    by: ['town', 'org', 'venueKind'],
    name: t('工会服务阵地', 'Venues'),
    definition: t('截至当日开放的阵地（含暂停开放），撤销的不计。', 'Venues opened and not closed by that day; those suspended are counted.'),
  }),
  figure({
    code: 'venues-opened',
    revision: 1,
    measure: 'count',
    unit: 'places',
    of: { fact: 'venues-opened' },
    owner: 'organisation',
    by,
    name: t('新建阵地', 'Venues opened'),
    definition: t('期内开放的阵地，按开放日期。', 'Venues that opened in the period, by the day they opened.'),
  }),
  figure({
    code: 'venue-visits',
    revision: 1,
    measure: 'sum',
    unit: 'attendances',
    of: { fact: 'venue-visits' },
    owner: 'organisation',
    by: [...by, 'way'],
    name: t('阵地服务人次', 'Visits to venues'),
    definition: t(
      '期内扫码到站（同一人同一阵地一天计一次）与现场计数之和。',
      'Scans at the door (a person counts once a venue and day) and heads counted on the spot.',
    ),
  }),
  figure({
    code: 'venue-hand-outs',
    revision: 1,
    measure: 'sum',
    unit: 'portions',
    of: { fact: 'venue-hand-outs' },
    owner: 'organisation',
    by: [...by, 'item', 'way'],
    name: t('阵地发放物品', 'Handed out at venues'),
    definition: t('期内在阵地发放的物品份数，含不记名发放。', 'Portions handed out at venues in the period, to named persons or not.'),
  }),
  figure({
    code: 'venue-hand-out-persons',
    revision: 1,
    measure: 'persons',
    unit: 'persons',
    of: { fact: 'venue-hand-outs' },
    owner: 'organisation',
    by: [...by, 'item'],
    name: t('阵地发放惠及职工', 'Persons who took something'),
    definition: t(
      '期内实名领取物品的职工，按人去重；不记名的无法计人，不在其内。',
      'Persons who took something under their name, each once; those not named cannot be counted here.',
    ),
  }),
  figure({
    code: 'venue-bookings',
    revision: 1,
    measure: 'count',
    unit: 'times',
    of: { fact: 'venue-bookings' },
    owner: 'organisation',
    by: [...by, 'placeKind'],
    name: t('场地预订', 'Bookings'),
    definition: t('使用日期在期内的有效预订；取消、调整的不计。', 'Bookings for days of the period; those cancelled or displaced are left out.'),
  }),
  figure({
    code: 'venue-hours',
    revision: 1,
    measure: 'sum',
    unit: 'hours',
    of: { fact: 'venue-hours' },
    owner: 'organisation',
    by: [...by, 'placeKind'],
    name: t('场地预订时长', 'Hours booked'),
    definition: t('使用日期在期内的有效预订的小时数。', 'Hours of bookings for days of the period.'),
  }),
  figure({
    code: 'venues-inspected',
    revision: 1,
    measure: 'count',
    unit: 'times',
    of: { fact: 'venues-inspected' },
    owner: 'organisation',
    by: [...by, 'passed'],
    name: t('阵地检查', 'Inspections'),
    definition: t('期内登记的年度检查；三项均达 60 分为合格。', 'Yearly inspections in the period; passed with 60 or more in all three.'),
  }),
]

export const venuesDimensions: Dimensions = {
  venueKind: { name: t('阵地类型', 'Kind of venue'), values: venueKinds },
  placeKind: { name: t('场地类型', 'Kind of place'), values: placeKinds },
  way: { name: t('方式', 'Way'), values: countingWays },
  item: { name: t('物品', 'Item') },
  passed: { name: t('合格', 'Passed'), values: yesNo },
}
