import type { Random } from './random.ts'

// Common surnames and given-name characters with their pinyin; every person made of them is fictional.
const surnames =
  '王wang 李li 张zhang 刘liu 陈chen 杨yang 赵zhao 黄huang 周zhou 吴wu 徐xu 孙sun 胡hu 朱zhu 高gao 林lin 何he 郭guo 马ma 罗luo 梁liang 宋song 郑zheng 谢xie 韩han 唐tang 冯feng 于yu 董dong 萧xiao 程cheng 曹cao 袁yuan 邓deng 许xu 傅fu 沈shen 曾zeng 彭peng 吕lv 苏su 卢lu 蒋jiang 蔡cai 贾jia 丁ding 魏wei 薛xue 叶ye 阎yan 欧阳ouyang 上官shangguan 司徒situ'
const given =
  '伟wei 芳fang 娜na 敏min 静jing 丽li 强qiang 磊lei 军jun 洋yang 勇yong 艳yan 杰jie 娟juan 涛tao 明ming 超chao 秀xiu 霞xia 平ping 刚gang 桂gui 英ying 华hua 玉yu 兰lan 红hong 建jian 国guo 春chun 梅mei 志zhi 新xin 晓xiao 文wen 海hai 燕yan 雪xue 峰feng 宁ning 凯kai 鹏peng 旭xu 佳jia 欣xin 悦yue 子zi 涵han 浩hao 宇yu 博bo 然ran 思si 雨yu 晨chen 梓zi 怡yi 可ke 嘉jia 安an'

const parse = (text: string) =>
  text.split(' ').map((entry) => {
    const [, han, latin] = /^([^a-z]+)([a-z]+)$/.exec(entry)!
    return { han: han!, latin: latin! }
  })
const families = parse(surnames)
const chars = parse(given)

/** A fictional name and its search key (initials, then full pinyin), as `searchKeyOf` would make it. */
export const makeName = (random: Random) => {
  // Half of all people share the first fourteen surnames; of two characters hardly one in five hundred.
  const family = random.weighted([
    [families.slice(0, 14), 50],
    [families.slice(14, -3), 49.8],
    [families.slice(-3), 0.2],
  ])
  const parts = [random.pick(family), random.pick(chars), ...(random.next() < 0.72 ? [random.pick(chars)] : [])]
  const syllables = parts.flatMap((p) => (p.han.length === 2 ? [p.latin] : [p.latin]))
  return { name: parts.map((p) => p.han).join(''), pinyin: `${syllables.map((s) => s[0]).join('')} ${syllables.join('')}` }
}
