import type { CodeList } from '@gongyou/contract/codes/code-list.ts'
import { hotlineOrder } from '@gongyou/contract/hotline/order.ts'

type Also = Readonly<Record<string, readonly string[]>>
type Options = readonly { readonly code: string; readonly label: { readonly zh: string; readonly en: string } }[]

const listOf = (options: Options, also: Also): CodeList =>
  options.map(({ code, label }) => ({ code, zh: label.zh, en: label.en, also: also[code] ?? [] }))

const { source, urgency, category } = hotlineOrder.form

/** What order lists write for the choices of the form. */
export const sources = listOf(source.options, {
  '12345': ['12345热线', '12345市民服务热线', '市民服务热线', '市民热线', '接诉即办', '首都之窗', '区热线平台', '区级平台', '市级平台'],
  '12351': ['12351热线', '12351职工服务热线', '职工服务热线', '职工热线', '工会热线', '市总工会'],
})
export const urgencies = listOf(urgency.options, {
  ordinary: ['普通', '一般诉求', '一般件', '平件', '7日', '七日', '四级', '四级派单'],
  complex: ['复杂诉求', '疑难', '疑难件', '15日', '十五日'],
  supply: ['紧急', '急件', '加急', '24小时', '二级', '二级派单', '民生急需'],
  danger: ['特急', '特急件', '突发', '突发事件', '险情', '2小时', '一级', '一级派单'],
})
export const categories = listOf(category.options, {
  wages: ['欠薪', '拖欠工资', '工资', '劳动报酬', '工资待遇', '讨薪', '加班费', '加班', '拖欠农民工工资'],
  contract: ['合同', '劳动合同纠纷', '解除劳动合同', '辞退', '经济补偿', '违法解除', '劳动关系', '劳动纠纷'],
  injury: ['工伤', '社保', '社会保险', '工伤认定', '工伤保险', '五险一金', '职业病'],
  platform: ['新业态', '外卖骑手', '快递员', '网约车', '平台用工', '骑手', '货车司机', '新就业群体'],
  union: ['工会', '会员', '入会', '会员卡', '京卡', '工会会员', '工会组织', '建会', '工会经费'],
  welfare: ['福利', '服务', '职工福利', '互助保障', '慰问', '困难帮扶', '帮扶', '活动', '疗休养', '职工之家'],
  other: ['其它', '其他问题', '综合'],
})
