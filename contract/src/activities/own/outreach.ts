import { t } from '../../kit/text.ts'
import { activityKind } from '../kind.ts'

/** 职工/企业沟通会: the union goes out, answers, and enrols on the spot. */
export const outreach = activityKind({
  code: 'outreach',
  revision: 2,
  splits: 'with',
  title: t('沟通会', 'Outreach session'),
  summary: t('职工沟通会、企业沟通会：讲政策、听诉求、现场入会。', 'The union explains, listens and enrols on the spot.'),
  counts: 'names',
  form: {
    with: {
      kind: 'choice',
      label: t('对象', 'With whom'),
      options: [
        { code: 'workers', label: t('职工', 'Workers') },
        { code: 'employers', label: t('企业', 'Employers') },
        { code: 'new-forms', label: t('新就业形态劳动者', 'Workers in new forms of employment') },
      ],
    },
    employers: { kind: 'number', label: t('到场企业数', 'Employers present'), min: 0, max: 500, optional: true },
    heard: { kind: 'text', label: t('收集到的诉求', 'What was heard'), lines: 4, max: 1000, optional: true },
  },
  questions: {},
  usual: { standbySeats: 0, cancelHours: 0 },
  rated: true,
  evidence: true,
})

/** 招聘会与集市: people come and go, heads are counted at the gate. */
export const fair = activityKind({
  code: 'fair',
  revision: 1,
  title: t('招聘会与集市', 'Fair'),
  summary: t('招聘会、普惠集市、法律咨询摊位：只数人次，不登记姓名。', 'Job fairs and markets: heads, no names.'),
  counts: 'heads',
  form: { stalls: { kind: 'number', label: t('摊位或单位数', 'Stalls'), min: 0, max: 2000, optional: true } },
  questions: {},
  usual: { cancelHours: 0 },
  evidence: true,
})

/** 普法大篷车: a stop of the caravan, where people come and go. */
export const caravan = activityKind({
  code: 'caravan',
  revision: 1,
  title: t('大篷车', 'Caravan'),
  summary: t('普法和服务大篷车进村、进园区、进工地：只数人次。', 'The caravan stops in villages, parks and at sites: heads, no names.'),
  counts: 'heads',
  form: {
    topic: { kind: 'text', label: t('主题', 'Topic'), max: 80 },
    speaker: { kind: 'text', label: t('带队人', 'Led by'), max: 60, optional: true },
  },
  questions: {},
  usual: { cancelHours: 0 },
  evidence: true,
})

/** 会议. */
export const meeting = activityKind({
  code: 'meeting',
  revision: 1,
  title: t('会议', 'Meeting'),
  summary: t('座谈会、推进会、代表会议。', 'Meetings and conferences.'),
  counts: 'names',
  form: { agenda: { kind: 'text', label: t('议程', 'Agenda'), lines: 5, max: 1000, optional: true } },
  questions: {},
  usual: { cancelHours: 0 },
})
