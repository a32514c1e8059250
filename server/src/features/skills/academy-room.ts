import * as routes from '@gongyou/contract/skills/academy-routes.ts'
import type { Room } from '../../kit/http/server.ts'
import { personWithin } from '../membership/index.ts'
import { classPage, classesWithin, createClass } from './classes.ts'
import type { House } from '../cases/index.ts'
import { passportOf } from './passport.ts'
import { rateClass } from './rate-class.ts'
import { enrol, finishClass, leaveClass, markAttendance, recordTests } from './trainees.ts'

const done = async (doing: Promise<unknown>) => {
  await doing
  return { done: true as const }
}

export const academyRoom =
  (house: House): Room =>
  (mount, { keys }) => {
    mount(routes.listClasses, ({ query, read }) => read((look) => classesWithin(look, query)))
    mount(routes.createClass, ({ body, write }) => write((work) => createClass(work, body)))
    mount(routes.getClass, ({ params, read }) => read((look) => classPage(look, params.id)))
    mount(routes.enrol, ({ params, body, write }) => write((work) => enrol(work, params.id, body)))
    mount(routes.leaveClass, ({ params, write }) => done(write((work) => leaveClass(work, params.id, params.person))))
    mount(routes.markAttendance, ({ params, body, write }) => done(write((work) => markAttendance(work, params.id, body))))
    mount(routes.recordTests, ({ params, body, write }) => done(write((work) => recordTests(work, params.id, body.rows))))
    mount(routes.finishClass, ({ params, body, write }) => write((work) => finishClass(work, params.id, body)))
    mount(routes.rateClass, ({ params, body, write }) => done(write((work) => rateClass(work, { ...house, keys }, params.id, body))))
    mount(routes.mySkills, ({ by, read }) => read((look) => passportOf(look, by.personId!)))
    mount(routes.skillsOfPerson, ({ params, read }) =>
      read(async (look) => {
        await personWithin(look, params.id, 'people.read')
        const passport = await passportOf(look, params.id)
        // Whether somebody has rated a class is his alone.
        return { ...passport, courses: passport.courses.map((c) => ({ ...c, rateable: null })) }
      }),
    )
  }
