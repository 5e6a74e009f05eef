import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The app as files: nothing inline, so that the page's policy needs no exception for scripts or styles. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: { outDir: 'dist', emptyOutDir: true, assetsInlineLimit: 0, modulePreload: { polyfill: false } },
});
