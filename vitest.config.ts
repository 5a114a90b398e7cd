import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

const projects = [
  { name: 'unit', include: ['test/unit/**/*.test.ts', 'test/*.test.ts'], environment: 'node' },
  { name: 'built', include: ['test/built/**/*.test.ts'], environment: 'node' },
  { name: 'component', include: ['test/component/**/*.test.tsx'], environment: 'jsdom' },
  { name: 'page', include: ['test/page/**/*.test.ts'], environment: 'jsdom' },
] as const;

export default defineConfig({
  test: {
    projects: [
      ...projects.map(({ name, include, environment }) => ({
        // The plugin must stand in each project: a root-level one does not run its setup there.
        plugins: [WxtVitest()],
        test: {
          name,
          include: [...include],
          environment,
          ...(name === 'component' && { setupFiles: ['test/support/component-setup.ts'] }),
        },
      })),
      {
        // Real browsers and the built extension; one file at a time, because they share two cores.
        resolve: { alias: { '@': import.meta.dirname } },
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          environment: 'node',
          fileParallelism: false,
          // A browser on a busy machine may be late once; what fails twice is broken. Retries are printed.
          retry: 1,
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
