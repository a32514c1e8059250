import type { RuleMark } from '@gongyou/contract/clocks/rule-declaration.ts'
import type { Explanation } from '@gongyou/contract/clocks/why.ts'
import { w } from './text.ts'

/** How sure a rule is, as an officer would say it. */
export const markName = (mark: RuleMark) =>
  ({
    L: w('法定', 'Law'),
    A: w('本会设定', 'Our setting'),
    K: w('惯例，待核', 'Custom, to be checked'),
    W: w('公开资料，待核', 'Public source, to be checked'),
  })[mark]

export const changeName = (kind: Explanation['changes'][number]['kind']) =>
  ({
    started: w('起算', 'Started'),
    paused: w('中止', 'Paused'),
    resumed: w('恢复', 'Resumed'),
    extended: w('延长', 'Extended by'),
    moved_by_calendar: w('日历调整', 'Calendar changed'),
    set_by_hand: w('人工确定', 'Set by hand'),
    handed: w('转交', 'Handed over'),
    stopped: w('结束', 'Ended'),
  })[kind]

/** How the acts of clocks are called in the timeline of a record; nothing for other acts. */
export const clockActName = (act: string) =>
  ({
    'clock.started': w('时限起算', 'Clock started'),
    'clock.paused': w('时限中止', 'Clock paused'),
    'clock.resumed': w('时限恢复', 'Clock resumed'),
    'clock.extended': w('时限延长', 'Clock extended'),
    'clock.moved-by-calendar': w('时限随日历调整', 'Clock moved by the calendar'),
    'clock.set-by-hand': w('人工确定到期日', 'Due date set by hand'),
    'clock.handed': w('时限转交', 'Clock handed over'),
    'clock.stopped': w('时限结束', 'Clock ended'),
  })[act]
