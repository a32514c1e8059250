import { t } from '../../kit/text.ts'
import { always, live, paragraph, printed, reportKind, say } from '../kind.ts'

/** The reform of the ranks of industrial workers (产改). */
export const reform = reportKind({
  code: 'reform',
  revision: 1,
  name: t('产业工人队伍建设改革报告', 'Report on the reform of the ranks of industrial workers'),
  about: t('产改协调小组会议和上级督查用', 'For the coordination group and for inspections'),
  title: '{org}推进产业工人队伍建设改革工作报告',
  period: 'free',
  running: 'as-of',
  approvedBy: 'district',
  chapters: [
    {
      title: '机制健全，统筹形成合力',
      blocks: [
        paragraph(
          always`{period}，{org}高标准推进产业工人队伍建设改革工作。`,
          say`细化${printed('S3-3')}改革任务，形成上下联动的工作格局。`,
          say`审核并发放技能提升培训补贴${printed('S3-5')}，惠及${printed('S3-6')}。`,
          say`每年组织${printed('S3-7', { form: 'spelled' })}大型企业岗位练兵活动。`,
        ),
      ],
    },
    {
      title: '思想引领，搭建平台助力提素',
      blocks: [
        paragraph(
          say`累计开展劳模宣讲报告会${printed('S3-8')}，共有${printed('S3-9', { word: '名' })}产业工人荣获市级以上荣誉。`,
          say`每年都有${printed('S3-12')}企事业单位的${printed('S3-13', { word: '名' })}职工参加创新竞赛。`,
          say`开展岗位练兵、技术比武${printed('S3-14')}，提出合理化建议${printed('S3-15')}，创新成果${printed('S3-16')}，涌现出创新标兵和技能标兵${printed('S3-17', { word: '名' })}。`,
          say`围绕主导产业开展${printed('S3-18')}技能竞赛。`,
          say`期内举办技能竞赛${live('contests-held')}，参赛职工${live('contest-entrants')}。`,
        ),
        paragraph(
          say`已有${printed('S3-19')}市级创新工作室和${printed('S3-20')}区级创新工作室。`,
          say`助推计划使${printed('S3-21', { word: '名' })}职工获得助推资金共计${printed('S3-22', { plain: true })}。`,
          say`举办公益大讲堂${printed('S3-23')}、技术工人职业培训${printed('S3-24')}、职业发展微培训${printed('S3-25')}、青年职工拓展${printed('S3-26')}。`,
          say`工匠学院开班${live('classes-held')}，培训职工${live('class-trainees')}。`,
        ),
      ],
    },
    {
      title: '维权服务，提升获得感幸福感安全感',
      blocks: [
        paragraph(
          say`全区集体合同签订率动态保持在${printed('S3-28', { form: '以上' })}。`,
          say`开展法律宣传${printed('S3-29')}，提供法律咨询服务${printed('S3-30', { plain: true })}，受理劳动争议和法律援助案件${printed('S3-31')}，为职工挽回经济损失${printed('S3-32')}。`,
          say`利用热线倾听职工心声，共接派单${live('hotline-received', { or: ['S3-33'] })}。`,
          say`办结率和满意率均为${live('hotline-satisfied', { or: ['S3-34'] })}。`,
        ),
        paragraph(
          say`持续开展“安康杯”竞赛，参赛职工达${printed('S3-35')}，${printed('S3-36')}企业获得市级以上优胜单位称号。`,
          say`投入资金${printed('S3-37')}推进会、站、家一体化建设，在企业建成规范化职工之家和暖心驿站${printed('S3-38')}、母婴关爱室${printed('S3-39')}。`,
        ),
      ],
    },
  ],
})
