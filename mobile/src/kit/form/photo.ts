const longest = 1600

const pictureOf = async (file: Blob) => {
  const picture = new Image()
  const address = URL.createObjectURL(file)
  try {
    picture.src = address
    await picture.decode()
    return picture
  } finally {
    URL.revokeObjectURL(address)
  }
}

/**
 * A photo as an office needs it: at most 1600 points on the longer side, JPEG; 4 MB become 300 KB. What the camera wrote
 * into it about place and device is gone with it. What this phone cannot draw (some HEIC) is sent as it is.
 */
export const shrink = async (file: File): Promise<File> => {
  if (!file.type.startsWith('image/')) return file
  try {
    const picture = await pictureOf(file)
    const scale = Math.min(1, longest / Math.max(picture.naturalWidth, picture.naturalHeight))
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(picture.naturalWidth * scale)
    canvas.height = Math.round(picture.naturalHeight * scale)
    const ink = canvas.getContext('2d')!
    ink.fillStyle = '#fff'
    ink.fillRect(0, 0, canvas.width, canvas.height)
    ink.drawImage(picture, 0, 0, canvas.width, canvas.height)
    const small = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', 0.82))
    return small ? new File([small], `${file.name.replace(/\.\w+$/, '') || 'photo'}.jpg`, { type: 'image/jpeg' }) : file
  } catch {
    return file
  }
}
