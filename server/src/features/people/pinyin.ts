import { pinyin } from 'pinyin-pro'

/** Search key of a name: initials, then full pinyin: `zxm zhang xiao ming`. Latin names stay as they are. */
export const searchKeyOf = (name: string) => {
  const full = pinyin(name, { toneType: 'none', type: 'array', surname: 'head' })
  return `${full.map((s) => s[0] ?? '').join('')} ${full.join('')}`.toLowerCase().replace(/[^a-z0-9 ]/g, '')
}
