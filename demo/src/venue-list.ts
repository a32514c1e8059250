/** One venue of the example: what it is, since when, and in which of the twenty towns where that matters. */
export type Told = { name: string; kind: string; on: string; town?: number; code?: string }

const spots = [
  '云湖路口',
  '滨河公园',
  '长安社区',
  '新城广场',
  '客运站',
  '农贸市场',
  '白河桥头',
  '学府路',
  '政务大厅',
  '康居社区',
  '物流站',
  '环卫班组',
  '商业街',
  '文体中心',
  '产业园',
]

/** So many days of a span, evenly spread. */
const spread = (from: string, to: string, count: number) => {
  const [a, b] = [Date.parse(from), Date.parse(to)]
  return Array.from({ length: count }, (_, i) => new Date(a + ((b - a) * (i + 0.5)) / count).toISOString().slice(0, 10))
}

/**
 * How many of each kind, and when they opened, so that what was published can be reached: 81 warm stations by the end of
 * September 2023, 92 of them new in that year, 14 homes of a hundred and more (9 new), 210 venues at the end of 2025.
 */
const plan: readonly (readonly [kind: string, word: string, days: readonly string[]])[] = [
  [
    'warm_station',
    '暖心驿站',
    [...spread('2021-03-01', '2022-12-20', 20), ...spread('2023-01-05', '2023-09-25', 61), ...spread('2023-10-08', '2023-12-28', 31)],
  ],
  [
    'workers_home_100plus',
    '职工之家',
    [...spread('2020-01-10', '2022-11-30', 6), ...spread('2023-02-01', '2023-09-20', 8), '2023-11-15', ...spread('2024-03-01', '2025-09-01', 3)],
  ],
  ['service_station', '工会服务站', spread('2011-03-01', '2013-11-01', 20)],
  ['public_area_workers_home', '公共区域职工之家', spread('2021-05-01', '2025-06-01', 14)],
  ['workers_home', '职工之家', spread('2019-04-01', '2025-10-01', 16)],
  ['workers_library', '职工书屋', spread('2018-04-23', '2025-04-23', 10)],
  ['mother_baby_room', '母婴关爱室', spread('2020-05-10', '2025-05-10', 8)],
  ['fitness_ground', '职工健身场', spread('2019-08-08', '2024-08-08', 4)],
  ['mediation_room', '劳动争议调解室', spread('2020-09-01', '2022-09-01', 2)],
  ['craftsman_academy', '工匠学院', spread('2023-06-01', '2024-06-01', 2)],
  ['innovation_studio', '创新工作室', spread('2022-01-10', '2024-01-10', 2)],
  ['assistance_center', '职工帮扶中心', ['2008-05-12']],
  ['outdoor_group_ground', '户外团建基地', ['2022-06-18']],
]

/** The list of the example. The first warm station stands in the documents and the journeys, under a code that does not change. */
export const toldVenues = (towns: readonly string[]): Told[] => [
  ...plan.flatMap(([kind, word, days], nth) =>
    days.map((on, i): Told => {
      const town = i % towns.length
      const short = towns[town]!.replace(/(街道|地区|镇)$/, '')
      const spot = kind === 'service_station' ? '' : spots[(i + Math.floor(i / towns.length) * 3 + nth * 7) % spots.length]
      return {
        name: kind === 'service_station' ? `${towns[town]}${word}` : `${short}${spot}${word}`,
        kind,
        on,
        town,
        ...(kind === 'warm_station' && i === 0 ? { code: 'GLYZ2345' } : {}),
      }
    }),
  ),
  { name: '河南寨驿路暖心驿站', kind: 'warm_station', on: '2026-04-20', town: 7 },
  { name: '太师屯骑手之家', kind: 'warm_station', on: '2026-07-01', town: 10 },
]
