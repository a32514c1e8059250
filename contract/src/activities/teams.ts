import { t } from '../kit/text.ts'
import { register } from '../registers/register.ts'

/**
 * 职工志愿服务队: detachments on three levels. The account of hours is kept by the platform of the civil-affairs ministry
 * (志愿服务条例 art. 19): what stands here is who they are and under which number they stand there.
 */
export const volunteerTeams = register({
  code: 'volunteer-teams',
  revision: 1,
  title: t('职工志愿服务队', 'Volunteer teams'),
  summary: t(
    '总队、大队、小队三级职工志愿服务队伍，及其在志愿北京的编号。',
    'Teams of volunteers on three levels, with their numbers on the city’s platform.',
  ),
  owner: 'organisation',
  named: 'name',
  key: ['name'],
  secrecy: 'P1',
  form: {
    name: { kind: 'text', max: 60, label: t('队名', 'Name') },
    level: {
      kind: 'choice',
      label: t('级别', 'Level'),
      options: [
        { code: 'head', label: t('总队', 'Head detachment') },
        { code: 'large', label: t('大队', 'Large detachment') },
        { code: 'small', label: t('小队', 'Small detachment') },
      ],
    },
    serves: { kind: 'text', max: 120, optional: true, label: t('服务方向', 'What it does') },
    leader: { kind: 'text', form: 'person-name', label: t('队长', 'Leader') },
    phone: { kind: 'text', form: 'phone', optional: true, label: t('联系电话', 'Phone'), secrecy: 'P2' },
    members: { kind: 'number', min: 1, max: 100_000, optional: true, unit: t('人', 'persons'), label: t('队员人数', 'Members') },
    externalNo: { kind: 'text', max: 40, optional: true, label: t('志愿北京队伍编号', 'Number on the city’s platform') },
    foundedOn: { kind: 'date', optional: true, label: t('成立日期', 'Founded on'), notAfter: { daysFromToday: 0 } },
  },
  columns: ['level', 'serves', 'leader', 'members'],
})

/** 职工文化特色品牌队伍: teams of culture and sports, rated once a year. */
export const cultureTeams = register({
  code: 'culture-teams',
  revision: 1,
  title: t('职工文化特色品牌队伍', 'Culture teams'),
  summary: t('合唱、舞蹈、球类等职工文体队伍，每年评定一次。', 'Choirs, dance, ball games and the like, rated once a year.'),
  owner: 'organisation',
  named: 'name',
  key: ['name'],
  secrecy: 'P1',
  form: {
    name: { kind: 'text', max: 60, label: t('队名', 'Name') },
    art: { kind: 'text', max: 40, label: t('门类', 'What it does') },
    leader: { kind: 'text', form: 'person-name', label: t('负责人', 'Leader') },
    phone: { kind: 'text', form: 'phone', optional: true, label: t('联系电话', 'Phone'), secrecy: 'P2' },
    members: { kind: 'number', min: 1, max: 10_000, optional: true, unit: t('人', 'persons'), label: t('人数', 'Members') },
    rated: {
      kind: 'choice',
      optional: true,
      label: t('最近年度评定', 'Last rating'),
      options: [
        { code: 'brand', label: t('品牌队伍', 'Brand team') },
        { code: 'passed', label: t('合格', 'Passed') },
        { code: 'put_right', label: t('待改进', 'To improve') },
      ],
    },
    namedOn: { kind: 'date', label: t('命名日期', 'Named on'), notAfter: { daysFromToday: 0 } },
  },
  validity: { from: 'namedOn', months: 12, renewOpensMonths: 3 },
  columns: ['art', 'leader', 'members', 'rated'],
})
