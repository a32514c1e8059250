type Reader = (video: HTMLVideoElement) => Promise<string | undefined>
type Detector = { detect: (from: HTMLVideoElement) => Promise<{ rawValue: string }[]> }
type DetectorClass = { new (options: { formats: string[] }): Detector; getSupportedFormats?: () => Promise<string[]> }

/** The phone's own reader where it has one; it reads faster and costs nothing to fetch. */
const ownReader = async (): Promise<Reader | undefined> => {
  const Own = (globalThis as { BarcodeDetector?: DetectorClass }).BarcodeDetector
  if (!Own || !(await Own.getSupportedFormats?.())?.includes('qr_code')) return undefined
  const detector = new Own({ formats: ['qr_code'] })
  return async (video) => (await detector.detect(video))[0]?.rawValue
}

const fetchedReader = async (): Promise<Reader> => {
  const { default: jsQR } = await import('jsqr')
  const canvas = document.createElement('canvas')
  const ink = canvas.getContext('2d', { willReadFrequently: true })!
  return async (video) => {
    // 640 wide is enough for a code held before the lens, and four times cheaper than the full picture.
    const scale = Math.min(1, 640 / video.videoWidth)
    canvas.width = Math.round(video.videoWidth * scale)
    canvas.height = Math.round(video.videoHeight * scale)
    ink.drawImage(video, 0, 0, canvas.width, canvas.height)
    const { data, width, height } = ink.getImageData(0, 0, canvas.width, canvas.height)
    return jsQR(data, width, height, { inversionAttempts: 'dontInvert' })?.data
  }
}

/** Looks through the camera until it reads a code. Returns the way to stop. */
export const watchForCode = (video: HTMLVideoElement, found: (text: string) => void, failed: (error: unknown) => void) => {
  let stopped = false
  let stream: MediaStream | undefined
  const stop = () => {
    stopped = true
    stream?.getTracks().forEach((t) => t.stop())
  }
  const run = async () => {
    if (!navigator.mediaDevices?.getUserMedia) throw new Error('no camera')
    const [opened, read] = await Promise.all([
      navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment', width: { ideal: 1280 } } }),
      ownReader().then((own) => own ?? fetchedReader()),
    ])
    stream = opened
    if (stopped) return stop()
    video.srcObject = opened
    await video.play()
    while (!stopped) {
      const text = video.videoWidth > 0 ? await read(video).catch(() => undefined) : undefined
      if (text && !stopped) {
        stop()
        found(text)
      }
      await new Promise((after) => setTimeout(after, 120))
    }
  }
  run().catch((error: unknown) => {
    if (stopped) return
    stop()
    failed(error)
  })
  return stop
}
