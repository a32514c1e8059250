import { t } from '../../kit/text.ts'
import { register } from '../register.ts'

/** Innovation studios named after a leader (创新工作室), kept by the unit's union; named for three years (setting of the district). */
export const studios = register({
  code: 'studios',
  revision: 1,
  title: t('创新工作室', 'Innovation studios'),
  summary: t(
    '区级以上劳模和技能人才创新工作室：带头人、专业、成果与命名有效期。',
    'Studios of model workers and craftspeople: leader, trade, results, time of naming.',
  ),
  owner: 'organisation',
  named: 'name',
  key: ['name'],
  form: {
    name: { kind: 'text', max: 60, label: t('工作室名称', 'Name') },
    level: {
      kind: 'choice',
      label: t('级别', 'Level'),
      options: [
        { code: 'district', label: t('区级', 'District') },
        { code: 'city', label: t('市级', 'City') },
        { code: 'city_model', label: t('市级示范', 'City model') },
        { code: 'national_model', label: t('全国示范', 'National model') },
      ],
    },
    leader: { kind: 'text', form: 'person-name', label: t('带头人', 'Leader') },
    honour: {
      kind: 'choice',
      optional: true,
      label: t('带头人荣誉', "Leader's honour"),
      options: [
        { code: 'model_worker', label: t('劳动模范', 'Model worker') },
        { code: 'craftsman', label: t('工匠', 'Master craftsman') },
        { code: 'skilled', label: t('技能人才', 'Skilled worker') },
      ],
    },
    trade: { kind: 'text', max: 40, label: t('专业领域', 'Trade') },
    members: { kind: 'number', min: 1, max: 500, label: t('成员人数', 'Members'), unit: t('人', 'persons') },
    site: { kind: 'number', min: 1, max: 100_000, optional: true, label: t('场地面积', 'Floor area'), unit: t('平方米', 'm²') },
    place: { kind: 'address', optional: true, label: t('地点', 'Place') },
    namedOn: { kind: 'date', label: t('命名日期', 'Named on'), notAfter: { daysFromToday: 366 } },
    topics: { kind: 'text', lines: 4, max: 1000, optional: true, label: t('年度课题', 'Topics of the year') },
    results: {
      kind: 'table',
      optional: true,
      label: t('创新成果', 'Results'),
      columns: {
        year: { kind: 'number', min: 1990, max: 2100, label: t('年度', 'Year') },
        sort: {
          kind: 'choice',
          label: t('类别', 'Kind'),
          options: [
            { code: 'patent', label: t('专利', 'Patent') },
            { code: 'standard', label: t('标准', 'Standard') },
            { code: 'method', label: t('先进操作法', 'Working method') },
            { code: 'improvement', label: t('技术改进', 'Improvement') },
          ],
        },
        what: { kind: 'text', max: 100, label: t('内容', 'What') },
        saved: { kind: 'money', optional: true, label: t('节约金额', 'Money saved') },
      },
    },
    contact: { kind: 'text', form: 'phone', optional: true, label: t('联系电话', 'Phone'), secrecy: 'P2' },
    note: { kind: 'text', lines: 3, max: 500, optional: true, label: t('备注', 'Note') },
  },
  validity: { from: 'namedOn', months: 36, renewOpensMonths: 6 },
  columns: ['level', 'leader', 'trade', 'members', 'namedOn'],
})
