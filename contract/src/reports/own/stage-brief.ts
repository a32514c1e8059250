import { t } from '../../kit/text.ts'
import { always, change, live, paragraph, printed, reportKind, say } from '../kind.ts'

const venue = (kind: string) => ({ where: `venueKind:${kind}` })

/** The first half or three quarters of a year. */
export const stageBrief = reportKind({
  code: 'stage-brief',
  revision: 1,
  name: t('半年（阶段）工作简报', 'Brief of half a year'),
  about: t('半年或前三季度的进展，报送市总和区委', 'How half a year or three quarters went, for the city and the district committee'),
  title: '{org}{period}工作简报',
  period: 'half-year',
  running: 'as-of',
  approvedBy: 'district',
  chapters: [
    {
      title: '深入基层，精准解难题',
      blocks: [
        paragraph(
          always`{period}，{org}下沉一线，协调解决基层工会和职工群众反映的问题。`,
          say`成立${printed('S4-1')}工作小组，安排${printed('S4-2', { word: '名' })}科级以上干部赴基层服务站蹲点调研。`,
          say`针对调研发现的问题，开展法律法规、经费收支管理等培训共${printed('S4-3', { word: '场次' })}。`,
        ),
      ],
    },
    {
      title: '积极履职，服务零距离',
      blocks: [
        paragraph(
          say`新建工会组织${live('unions-founded', { or: ['S4-4'] })}。`,
          say`新发展工会会员${live('members-joined', { or: ['S4-5'] })}，${change('members-joined')}。`,
          say`开展职工沟通会${printed('S4-6')}、企业沟通会${printed('S4-7')}。`,
          say`组织快递员、外卖骑手和货运司机${printed('S4-8')}免费体检。`,
          say`上半年累计服务职工${printed('S4-9')}。`,
        ),
        paragraph(
          say`受理各类办件${live('cases-opened')}，办结${live('cases-closed')}，办成率${live('cases-solved-rate')}。`,
          say`办理热线诉求${live('hotline-received')}，按期答复率${live('hotline-in-time')}。`,
        ),
      ],
    },
    {
      title: '阵地与队伍双提升',
      blocks: [
        paragraph(
          say`已有百人以上职工之家${live('venues', { ...venue('workers_home_100plus'), word: '家', or: ['S4-10'] })}。`,
          say`已有公共区域职工之家${live('venues', { ...venue('public_area_workers_home'), word: '家', or: ['S4-11'] })}。`,
          say`集政策宣传、会员发展、便民服务、应急帮扶四合一功能的暖心驿站已达${live('venues', { ...venue('warm_station'), word: '家', or: ['S4-12'] })}。`,
        ),
      ],
    },
    {
      title: '他山之石：普法培训经验',
      blocks: [
        paragraph(
          say`市级普法讲师团共开展线上线下普法培训${printed('S4-20', { word: '场次' })}，覆盖职工${printed('S4-21')}。`,
          say`吸收${printed('S4-22')}律师事务所参加，普法成员扩充至${printed('S4-23')}；举办${printed('S4-24')}课程试讲，形成${printed('S4-25')}精品课程，回访满意度达到${printed('S4-26')}。`,
        ),
      ],
    },
  ],
})
