export { type FileRow, fileView, findFile, sendFile } from './files.ts'
export { documents } from './routes.ts'
export { storeOf } from './store.ts'
export { upload } from './upload.ts'
