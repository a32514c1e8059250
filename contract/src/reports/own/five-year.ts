import { t } from '../../kit/text.ts'
import { always, live, paragraph, printed, reportKind, say } from '../kind.ts'

/** Five years and what is to come. */
export const fiveYear = reportKind({
  code: 'five-year',
  revision: 1,
  name: t('五年工作成就与发展蓝图', 'Five years, and the next five'),
  about: t('五年总结、目标完成情况和下一个五年的目标', 'What five years brought, targets reached, targets to come'),
  title: '{org}{period}工作成就与发展蓝图',
  period: 'five-years',
  running: 'as-of',
  approvedBy: 'district',
  chapters: [
    {
      title: '凝心铸魂：思想引领筑牢职工信仰之基',
      blocks: [
        paragraph(
          always`{period}，{org}将职工思想政治引领作为首要任务，构建线上线下宣传矩阵。`,
          say`累计开展各类学习宣讲活动${printed('S2-1')}，覆盖职工${printed('S2-2')}。`,
          say`“中国梦·劳动美”系列${printed('S2-3')}宣讲报告会走进车间、社区和校园。`,
          say`遴选${printed('S2-4')}先进集体、${printed('S2-5', { word: '名' })}先进个人组成劳模工匠宣讲团。`,
          say`举办${printed('S2-6')}文体活动，吸引${printed('S2-7', { word: '名' })}职工参与。`,
        ),
      ],
    },
    {
      title: '赋能成长：激活产业发展动能',
      blocks: [
        paragraph(
          say`开展技能竞赛${live('contests-held', { or: ['S2-8'] })}。`,
          say`吸引职工参赛${live('contest-starts', { or: ['S2-9'] })}。`,
          say`评选出密云工匠${live('contest-titles', { where: 'title:craftsman', word: '名', or: ['S2-10'] })}。`,
          say`评选出密云能手${live('contest-titles', { where: 'title:expert', word: '名', or: ['S2-11'] })}。`,
          say`建成${live('venues', { where: 'venueKind:craftsman_academy', word: '家', form: 'spelled', or: ['S2-12'] })}工匠学院。`,
          say`开设特色课程${live('classes-held', { or: ['S2-13'] })}。`,
          say`累计建成市、区级创新工作室${live('studios', { or: ['S2-14'] })}。`,
        ),
      ],
    },
    {
      title: '关爱暖心：精准服务架起连心桥梁',
      blocks: [
        paragraph(
          say`开展法律宣传和咨询服务${printed('S2-15', { form: '超' })}，受理劳动争议和法律援助案件${printed('S2-16')}，为职工挽回经济损失${printed('S2-17')}。`,
          say`建成${live('venues', { or: ['S2-18'] })}工会服务阵地。`,
        ),
      ],
    },
    {
      title: '品牌创新：特色工作取得实效',
      blocks: [
        paragraph(
          say`推出${printed('S2-20')}特色农文旅融合线路，整合${printed('S2-21')}免费户外场地，吸引朝阳等区职工${printed('S2-22')}走进密云，创造旅游综合收入${printed('S2-23')}，帮助销售农副产品${printed('S2-24')}。`,
          say`建立${printed('S2-25')}基层工会劳动法律监督组织，推动${printed('S2-26', { word: '名' })}监督员持证上岗；为${printed('S2-27', { word: '名' })}快递员办理工伤保险。`,
        ),
      ],
    },
    {
      title: '强基固本：组织建设夯实根基',
      blocks: [
        paragraph(
          say`接派单${live('hotline-received', { or: ['S2-28'] })}。`,
          say`办结率和满意率均达${live('hotline-satisfied', { or: ['S2-29'] })}。`,
          say`新发展工会会员${live('members-joined', { or: ['S2-30'] })}。`,
          say`其中新就业形态劳动者${live('new-form-members-joined', { or: ['S2-31'] })}。`,
          say`新增工会组织${live('unions-founded', { or: ['S2-32'] })}。`,
          say`其中百人以上企业${printed('S2-33')}。`,
          say`举办各类干部培训班${printed('S2-34')}，培训${printed('S2-35')}。`,
        ),
      ],
    },
    {
      title: '谋篇布局：目标与蓝图',
      blocks: [paragraph(always`站在新的历史起点，{org}锚定发展目标，明确主要任务，以改革创新精神推动工会工作高质量发展。`), { kind: 'targets' }],
    },
  ],
})
