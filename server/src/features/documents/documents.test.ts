import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import type { StoredFile } from '@gongyou/contract/documents/routes.ts'
import { afterAll, expect, test } from 'vitest'
import { aUnion } from '../../test/union.ts'

type Speaker = ReturnType<Awaited<ReturnType<typeof aUnion>>['visitor']>
const uploadAs = async (who: Speaker, name: string, content: Buffer | string, query = '') => {
  const b = '----gongyou-boundary'
  const payload = Buffer.concat([
    Buffer.from(`--${b}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`),
    Buffer.from(content),
    Buffer.from(`\r\n--${b}--\r\n`),
  ])
  return who.send({ method: 'POST', url: `/api/documents/files${query}`, payload, headers: { 'content-type': `multipart/form-data; boundary=${b}` } })
}
const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n')
const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
const exe = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(600, 0x90)])

const union = await aUnion({ people: 50, settings: { GONGYOU_FILE_MB: '0.5' } })
const [gulou, guoyuan, admin] = [await union.as('gulou'), await union.as('guoyuan'), await union.as('guanli')]
const orgId = async (name: string) => (await union.owner.query('select id from organisations.org where name = $1', [name])).rows[0].id as string
const aWorker = async (mobile: string) => {
  const phone = union.visitor()
  const { challenge } = await phone.ask('sendPhoneCode', { body: { mobile } })
  await phone.ask('signInByPhone', { body: { challenge, code: await union.codeFor(mobile) } })
  return phone
}
const content = (who: Speaker, id: string) => who.send({ method: 'GET', url: `/api/documents/files/${id}/content` })

test('a worker’s paper is kept under its hash, comes back as an attachment, and is nobody else’s', async () => {
  const worker = await aWorker('13900000001')
  const answer = await uploadAs(worker, '身份证 复印件.pdf', pdf)
  expect(answer.statusCode).toBe(200)
  const file = answer.json<StoredFile>()
  const hash = createHash('sha256').update(pdf).digest('hex')
  expect(file).toMatchObject({ name: '身份证 复印件.pdf', mediaType: 'application/pdf', bytes: pdf.length, sha256: hash })
  expect(existsSync(path.join(union.folder, 'files', hash.slice(0, 2), hash.slice(2)))).toBe(true)
  const back = await content(worker, file.id)
  expect(back.rawPayload.equals(pdf)).toBe(true)
  expect(back.headers).toMatchObject({
    'content-type': 'application/pdf',
    'x-content-type-options': 'nosniff',
    'content-disposition': expect.stringMatching(/^attachment; .*filename\*=UTF-8''%E8%BA%AB/),
    'content-security-policy': expect.stringContaining('sandbox'),
  })
  for (const other of [gulou, admin, await aWorker('13900000003')]) {
    expect((await content(other, file.id)).statusCode).toBe(404)
    await expect(other.ask('getFile', { params: { id: file.id } })).rejects.toMatchObject({ status: 404 })
  }
  expect((await content(union.visitor(), file.id)).statusCode).toBe(401)
  expect((await uploadAs(union.visitor(), 'x.pdf', pdf)).statusCode).toBe(401)
})

test('an organisation’s file is read within its reach only, and reading it leaves a line', async () => {
  const org = await orgId('鼓楼街道总工会')
  const file = (await uploadAs(gulou, '站点照片.png', png, `?org=${org}`)).json<StoredFile>()
  expect((await content(admin, file.id)).statusCode).toBe(200)
  expect((await content(guoyuan, file.id)).statusCode).toBe(404)
  expect((await uploadAs(guoyuan, '别处.png', png, `?org=${org}`)).statusCode).toBe(404)
  const { rows } = await union.owner.query("select actor from ledger.audit where action = 'downloadFile' and subject_id = $1", [file.id])
  expect(rows).toEqual([{ actor: expect.stringContaining('贺云舟') }])
  const secret = (await uploadAs(gulou, '诊断书.png', png, `?org=${org}&secrecy=P3`)).json<StoredFile>()
  // The administrator may look at files, but carries no right to see people unmasked.
  expect((await content(admin, secret.id)).statusCode).toBe(404)
  expect((await content(await union.as('zuzhi'), secret.id)).statusCode).toBe(200)
})

test.each([
  ['程序.exe', exe, 'documents.kind-refused'],
  ['照片.jpg', exe, 'documents.not-what-it-says'],
  ['合同.pdf', png, 'documents.not-what-it-says'],
  ['页面.html', '<!doctype html><script>alert(1)</script>', 'documents.kind-refused'],
  ['说明.txt', '<html><script>alert(1)</script>', 'documents.not-what-it-says'],
  ['图.svg', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', 'documents.kind-refused'],
  ['脚本.txt', '#!/bin/sh\nrm -rf /', 'documents.not-what-it-says'],
  ['压缩.zip', Buffer.from('UEsFBgAAAAAAAAAAAAAAAAAAAAAAAA==', 'base64'), 'documents.kind-refused'],
  ['旧.doc', Buffer.concat([Buffer.from('D0CF11E0A1B11AE1', 'hex'), Buffer.alloc(600)]), 'documents.not-what-it-says'],
])('%s is refused with a sentence', async (name, bytes, code) => {
  const answer = await uploadAs(gulou, name, bytes)
  expect(answer.statusCode).toBe(415)
  expect(answer.json()).toMatchObject({ code, detail: expect.stringMatching(/不接受|不符/) })
})

test('empty, too large or no file at all: each has its own sentence', async () => {
  expect((await uploadAs(gulou, 'x.pdf', '')).json()).toMatchObject({ status: 422, code: 'documents.empty' })
  expect((await uploadAs(gulou, 'x.pdf', Buffer.concat([pdf, Buffer.alloc(600_000)]))).json()).toMatchObject({
    status: 413,
    detail: expect.stringContaining('0.5 MB'),
  })
  expect((await gulou.send({ method: 'POST', url: '/api/documents/files', payload: { a: 1 } })).statusCode).toBe(400)
  expect((await uploadAs(gulou, '../../etc/说明.txt', '职工名单\n许大川\n')).json()).toMatchObject({ name: '说明.txt', mediaType: 'text/plain' })
})

test('with S3 settings the content lies in the bucket, signed, and not in the folder', async () => {
  const objects = new Map<string, { body: Buffer; auth: string }>()
  const s3 = createServer((request, answer) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      if (!/^AWS4-HMAC-SHA256 Credential=access\//.test(request.headers.authorization ?? '')) answer.statusCode = 403
      else if (request.method === 'PUT')
        objects.set(request.url!, { body: Buffer.concat(parts), auth: String(request.headers['x-amz-content-sha256']) })
      else if (!objects.has(request.url!)) answer.statusCode = 404
      answer.end(request.method === 'GET' ? objects.get(request.url!)?.body : undefined)
    })
  }).listen(0, '127.0.0.1')
  await once(s3, 'listening')
  afterAll(() => void s3.close())
  const away = await aUnion({
    people: 20,
    settings: {
      GONGYOU_S3_URL: `http://127.0.0.1:${(s3.address() as AddressInfo).port}`,
      GONGYOU_S3_BUCKET: 'gongyou',
      GONGYOU_S3_KEY: 'access',
      GONGYOU_S3_SECRET: 'secret',
    },
  })
  const officer = await away.as('gulou')
  const file = (await uploadAs(officer, '通知.pdf', pdf)).json<StoredFile>()
  const hash = createHash('sha256').update(pdf).digest('hex')
  expect([...objects.keys()]).toEqual([`/gongyou/${hash.slice(0, 2)}/${hash.slice(2)}`])
  expect([...objects.values()][0]!.auth).toBe(hash)
  expect((await content(officer, file.id)).rawPayload.equals(pdf)).toBe(true)
  objects.clear()
  expect((await content(officer, file.id)).json()).toMatchObject({ status: 503, code: 'documents.store-away' })
})
