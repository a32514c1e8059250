import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { compress } from '../contract/build/compress.ts'
import { operations } from '../contract/build/operations.ts'
import { offline } from './build/offline.ts'

export default defineConfig({
  base: '/m/',
  plugins: [react(), operations(), offline(), compress()],
  build: { target: 'es2020', sourcemap: false, chunkSizeWarningLimit: 1200, reportCompressedSize: false },
  server: { proxy: { '/api': 'http://localhost:8080' } },
})
