import { t } from '../kit/text.ts'
import { register } from '../registers/register.ts'

/** 技能人才库: skilled workers by trade and level. Winners of contests come in by themselves, with their consent. */
export const talents = register({
  code: 'talents',
  revision: 1,
  title: t('技能人才库', 'Skilled people'),
  summary: t(
    '区内技能人才：工种、等级、竞赛名次和称号；竞赛获奖者经本人同意自动入库。',
    'Skilled people of the district by trade and level; winners enter with their consent.',
  ),
  owner: 'person',
  named: 'owner',
  key: ['owner', 'trade'],
  form: {
    trade: { kind: 'text', max: 40, label: t('工种', 'Trade') },
    level: {
      kind: 'choice',
      optional: true,
      label: t('技能等级', 'Skill level'),
      options: [
        { code: 'five', label: t('初级工（五级）', 'Level 5') },
        { code: 'four', label: t('中级工（四级）', 'Level 4') },
        { code: 'three', label: t('高级工（三级）', 'Level 3') },
        { code: 'two', label: t('技师（二级）', 'Level 2') },
        { code: 'one', label: t('高级技师（一级）', 'Level 1') },
      ],
    },
    title: {
      kind: 'choice',
      optional: true,
      label: t('称号', 'Title'),
      options: [
        { code: 'craftsman', label: t('密云工匠', 'Craftsman of Miyun') },
        { code: 'expert', label: t('密云能手', 'Expert hand of Miyun') },
      ],
    },
    contest: { kind: 'text', max: 120, optional: true, label: t('竞赛', 'Contest') },
    place: { kind: 'number', min: 1, max: 1000, optional: true, label: t('名次', 'Place') },
    unit: { kind: 'text', max: 80, optional: true, label: t('工作单位', 'Unit') },
    certificate: { kind: 'text', max: 40, optional: true, label: t('证书编号', 'Certificate') },
    agreedOn: { kind: 'date', label: t('本人同意入库日期', 'Agreed on'), notAfter: { daysFromToday: 0 } },
    skills: { kind: 'text', lines: 3, max: 500, optional: true, label: t('专长', 'Good at') },
  },
  columns: ['trade', 'level', 'title', 'contest', 'unit'],
})
