import { t, type Text } from './text.ts'

/** Why a person's name was refused. */
export type NameFault = 'empty' | 'too-short' | 'too-long' | 'digits' | 'characters' | 'mixed'

/** A person's name as it should be kept, or why it cannot be one. */
export type NameReading = { ok: true; name: string; normalised: boolean } | { ok: false; reason: NameFault; suggestion: Text }

const suggestions: Record<NameFault, Text> = {
  empty: t('请填写姓名。', 'Fill in the name.'),
  'too-short': t('姓名至少两个字，请按证件填写全名。', 'A name has at least two characters; copy the full name from the card.'),
  'too-long': t('姓名过长，请检查是否把单位或备注写进了姓名栏。', 'The name is too long; perhaps an employer or a remark was typed into it.'),
  digits: t('姓名中不能有数字，请去掉序号或电话。', 'A name has no digits; remove serial or telephone numbers.'),
  characters: t('姓名中有不能识别的符号，少数民族姓名请用间隔号“·”。', 'The name has a sign that names do not have; separate parts with “·”.'),
  mixed: t('请勿汉字与拉丁字母混写，按证件上的一种写法填写。', 'Do not mix Chinese and Latin letters; use one form as on the card.'),
}

const refuse = (reason: NameFault): NameReading => ({ ok: false, reason, suggestion: suggestions[reason] })

/**
 * Reads a name as officers type it: dots of six kinds become “·”, spaces inside a Han name go, Latin names keep single
 * spaces. Rare characters outside the basic plane (𠮷, 䶮) count as one. Length is 2–50 code points of the shown name.
 */
export function readPersonName(raw: string): NameReading {
  let name = raw
    .normalize('NFC')
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g, '')
    .replace(/[\s\u3000]+/g, ' ')
    .trim()
  // Private-use characters stay: old systems put rare name characters there and the clerk cannot type another.
  const han = /[\p{Script=Han}\p{Co}〇]/u.test(name)
  if (han)
    name = name
      .replace(/ /g, '')
      .replace(/[•‧∙⋅・．･●.]/gu, '·')
      .replace(/·+/g, '·')
  else name = name.replace(/[Ａ-Ｚａ-ｚ]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0)).replace(/[’‘]/g, "'")
  if (name === '') return refuse('empty')
  if (/\p{Nd}/u.test(name)) return refuse('digits')
  const length = [...name].length
  if (length > 50) return refuse('too-long')
  if (han) {
    if (/[A-Za-z]/.test(name)) return refuse('mixed')
    if (!/^[\p{Script=Han}\p{Co}〇]+(?:·[\p{Script=Han}\p{Co}〇]+)*$/u.test(name)) return refuse('characters')
  } else if (!/^\p{Script=Latin}[\p{Script=Latin}\p{M} .,'·-]*$/u.test(name)) return refuse('characters')
  if (length < 2) return refuse('too-short')
  return { ok: true, name, normalised: name !== raw }
}
