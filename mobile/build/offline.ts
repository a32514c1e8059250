import type { Plugin } from 'vite'

/**
 * The service worker: pages from the network while there is one, else from the phone; built files, whose names change
 * with their content, from the phone first. Written here because it is 30 lines; a library for it would be 30 KB.
 */
const worker = (version: string, files: readonly string[]) => `const store='gongyou-${version}',files=${JSON.stringify(files)}
addEventListener('install',e=>{skipWaiting();e.waitUntil(caches.open(store).then(c=>c.addAll(files)))})
addEventListener('activate',e=>e.waitUntil(caches.keys().then(all=>Promise.all(all.filter(n=>n.startsWith('gongyou-')&&n!==store).map(n=>caches.delete(n)))).then(()=>clients.claim())))
const kept=async r=>(await caches.match(r))||fetch(r).then(a=>{if(a.ok){const copy=a.clone();caches.open(store).then(c=>c.put(r,copy))}return a})
const page=async r=>{const shell=()=>caches.match('/m/');try{const a=await Promise.race([fetch(r),new Promise((_,no)=>setTimeout(no,4000))]);return a.ok?a:(await shell())||a}catch{return(await shell())||Response.error()}}
addEventListener('fetch',e=>{const u=new URL(e.request.url);if(e.request.method!=='GET'||u.origin!==location.origin)return
if(e.request.mode==='navigate'&&u.pathname.startsWith('/m/'))e.respondWith(page(e.request))
else if(u.pathname.startsWith('/m/assets/'))e.respondWith(kept(e.request))})
`

/** Writes `offline.js` beside the pages, with the list of what to keep. The QR reader is left out: it is fetched where needed. */
export const offline = (): Plugin => ({
  name: 'gongyou-offline',
  apply: 'build',
  generateBundle(_, bundle) {
    const files = Object.keys(bundle)
      .filter((f) => /\.(js|css)$/.test(f) && !/jsqr/i.test(f))
      .sort()
    const version = files
      .map((f) => /-([\w-]{8})\.\w+$/.exec(f)?.[1] ?? '')
      .join('')
      .split('')
      .reduce((sum, c) => (Math.imul(sum, 31) + c.charCodeAt(0)) >>> 0, 7)
      .toString(36)
    this.emitFile({ type: 'asset', fileName: 'offline.js', source: worker(version, ['/m/', ...files.map((f) => `/m/${f}`)]) })
  },
})
