import { randomUUID } from 'node:crypto'
import net from 'node:net'

export type Wish = { port: number; pool: string; token: string }
export type Rush = {
  answered: number
  confirmed: number
  standby: number
  refused: number
  failed: string[]
  seconds: number
  times: number[]
  ids: string[]
}

const requestOf = ({ pool, token }: Wish, id: string) => {
  const body = `{"id":"${id}"}`
  return `POST /api/seat-pools/${pool}/sign-ups HTTP/1.1\r\nhost: 127.0.0.1\r\nauthorization: Bearer ${token}\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`
}

const connect = (port: number) =>
  new Promise<net.Socket>((resolve, reject) => {
    const socket = net.connect(port, '127.0.0.1')
    socket.setNoDelay(true)
    socket.once('connect', () => resolve(socket)).once('error', reject)
  })

/** Sends a request over one connection, reads its answer whole, and goes on. A library of clients would cost more than the server. */
const talk = async (socket: net.Socket, next: () => Wish | undefined, told: (status: number, body: string, ms: number, id: string) => void) => {
  let kept = ''
  let sent = { at: 0, id: '' }
  await new Promise<void>((resolve, reject) => {
    const send = () => {
      const wish = next()
      if (!wish) return resolve()
      sent = { at: performance.now(), id: randomUUID() }
      socket.write(requestOf(wish, sent.id))
    }
    socket.on('error', reject)
    socket.on('close', () => reject(new Error('closed')))
    socket.on('data', (part) => {
      kept += part.toString('latin1')
      const head = kept.indexOf('\r\n\r\n')
      if (head < 0) return
      const length = Number(/content-length: (\d+)/i.exec(kept.slice(0, head))?.[1] ?? 0)
      if (kept.length < head + 4 + length) return
      told(Number(kept.slice(9, 12)), kept.slice(head + 4, head + 4 + length), performance.now() - sent.at, sent.id)
      kept = kept.slice(head + 4 + length)
      send()
    })
    send()
  })
  socket.removeAllListeners('close')
  socket.destroy()
}

/** Sends every wish once, over so many connections at the same time, and measures each answer. */
export const rush = async (wishes: readonly Wish[], connections: number): Promise<Rush> => {
  const done: Rush = { answered: 0, confirmed: 0, standby: 0, refused: 0, failed: [], seconds: 0, times: [], ids: [] }
  const byPort = new Map<number, Wish[]>()
  for (const w of wishes) (byPort.get(w.port) ?? byPort.set(w.port, []).get(w.port)!).push(w)
  const told = (status: number, body: string, ms: number, id: string) => {
    done.answered++
    done.times.push(ms)
    if (status === 200 && body.includes('"confirmed"')) {
      done.confirmed++
      done.ids.push(id)
    } else if (status === 200) done.standby++
    else if (status === 409) done.refused++
    else done.failed.push(`${status} ${body.slice(0, 200)}`)
  }
  const talks = await Promise.all(
    [...byPort].flatMap(([port, queue]) => {
      let at = 0
      return [...Array(Math.ceil(connections / byPort.size))].map(async () => ({ socket: await connect(port), next: () => queue[at++] }))
    }),
  )
  // As pgbench does, without the time to connect.
  const started = performance.now()
  await Promise.all(talks.map(({ socket, next }) => talk(socket, next, told)))
  done.seconds = (performance.now() - started) / 1000
  return done
}
