import { accessSync, constants, existsSync, mkdirSync, readFileSync, statSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { createServer } from 'node:net'
import path from 'node:path'
import { t } from '@gongyou/contract/kit/text.ts'
import { root } from '../../kit/root.ts'
import { type Finding, bad, good, look } from './finding.ts'

type Packages = { packages: Record<string, { version?: string; optional?: boolean; devOptional?: boolean; peer?: boolean }> }

export const node = (version = process.versions.node): Finding => {
  const what = t('Node.js 版本', 'Node.js version')
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19))
    return bad(what, `${version} 太旧，请安装 24（至少 20.19）`, `${version} is too old; install 24 (20.19 at least)`)
  return good(what, version)
}

export const install = (folder = root): Finding => {
  const what = t('程序包', 'Packages')
  const read = (file: string) => JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as Packages
  if (!existsSync(path.join(folder, 'node_modules/.package-lock.json'))) return bad(what, '没有安装，请运行 npm ci', 'Not installed; run npm ci')
  const there = read('node_modules/.package-lock.json').packages
  const missing = Object.entries(read('package-lock.json').packages)
    .filter(
      ([name, p]) => name.startsWith('node_modules/') && p.version && !p.optional && !p.devOptional && !p.peer && there[name]?.version !== p.version,
    )
    .map(([name]) => name.slice(13))
  return missing.length > 0
    ? bad(
        what,
        `缺少或版本不符：${missing.slice(0, 5).join('、')}，请运行 npm ci`,
        `Missing or in another version: ${missing.slice(0, 5).join(', ')}; run npm ci`,
      )
    : good(what, '齐全', 'complete')
}

export const portFree = (port: number, host: string) =>
  new Promise<Finding>((resolve) => {
    const what = t(`端口 ${port}`, `Port ${port}`)
    const probe = createServer()
    probe.once('error', (error: { code?: string }) =>
      resolve(
        error.code === 'EADDRINUSE'
          ? look(
              what,
              '已被占用：工友正在运行，或另一个程序占用了它（可用 PORT=8081 npm start 换端口）',
              'In use: Gongyou is running, or another program has it (PORT=8081 npm start takes another)',
            )
          : bad(what, `不能使用（${error.code}），请换一个端口`, `Cannot be used (${error.code}); choose another`),
      ),
    )
    probe.listen(port, host, () => probe.close(() => resolve(good(what, '可用', 'free'))))
  })

export const dataFolder = (folder: string): Finding => {
  const what = t('数据文件夹', 'Data folder')
  try {
    mkdirSync(folder, { recursive: true })
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK)
    return good(what, folder)
  } catch (error) {
    return bad(
      what,
      `${folder} 不能写入（${(error as { code?: string }).code}），请检查权限或设置 GONGYOU_DATA`,
      `${folder} cannot be written (${(error as { code?: string }).code}); check its owner or set GONGYOU_DATA`,
    )
  }
}

export const disk = async (folder: string): Promise<Finding> => {
  const what = t('磁盘空间', 'Disk space')
  const { bavail, bsize } = await statfs(existsSync(folder) ? folder : root)
  const gigabytes = (bavail * bsize) / 1e9
  const says = `${gigabytes.toFixed(1)} GB`
  if (gigabytes < 1) return bad(what, `只剩 ${says}，请先腾出空间`, `Only ${says} left; make room first`)
  return gigabytes < 5 ? look(what, `剩 ${says}，不久会不够`, `${says} left; that will not last`) : good(what, `剩 ${says}`, `${says} left`)
}

export const keyRing = (folder: string): Finding => {
  const what = t('密钥文件', 'Key ring')
  const file = path.join(folder, 'keys', 'ring.json')
  if (!existsSync(file))
    return look(
      what,
      '还没有，第一次启动时生成。若数据库里已有数据，请先从备份恢复它',
      'None yet; made at the first start. If the database holds data already, restore it from the backup first',
    )
  const open = process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0
  return open ? look(what, `${file} 其他用户也能读，请改成只有自己可读（chmod 600）`, `${file} can be read by others; chmod 600`) : good(what, file)
}
