import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: resolve(import.meta.dirname, '..'),
  test: {
    include: ['tests/e2e/**/*.e2e.ts', 'tests/tooling/**/*.e2e.ts'],
    globalSetup: ['tests/tooling/e2e-setup.ts'],
    environment: 'node',
    pool: 'forks',
    // one application at a time: they share the machine's two processors and the measured times mean something
    maxWorkers: 1,
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
