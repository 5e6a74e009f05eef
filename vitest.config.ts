import { defineConfig } from 'vitest/config';

/** One project a tier; `test/run.ts` says which tiers gate a change and which run long. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/unit/**/*.test.ts', 'test/benchmark/**/*.test.ts'],
          // Those of the command line start processes, which take seconds on a busy machine.
          testTimeout: 30_000,
        },
      },
      { test: { name: 'property', include: ['test/property/**/*.test.ts'], testTimeout: 180_000 } },
      { test: { name: 'web', include: ['web/test/**/*.test.ts'] } },
      { test: { name: 'contract', include: ['test/contract/**/*.test.ts'], testTimeout: 30_000 } },
      // One synthesis for all: it takes longer than all the assertions.
      {
        test: {
          name: 'infra',
          include: ['test/infra/**/*.test.ts'],
          globalSetup: 'test/infra/support/synthesis.ts',
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'workflow',
          include: ['test/workflow/**/*.test.ts'],
          globalSetup: 'test/infra/support/synthesis.ts',
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          globalSetup: 'test/e2e/support/system.ts',
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // They share one system and its queues; each file brings denials of its own.
          fileParallelism: false,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['test/browser/*.test.ts'],
          globalSetup: 'test/browser/support/served-app.ts',
          testTimeout: 90_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
      // What waits, walks thousands of rows or looks at every page in every state.
      {
        test: {
          name: 'browser-long',
          include: ['test/browser/long/*.test.ts'],
          globalSetup: 'test/browser/support/served-app.ts',
          testTimeout: 300_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
      {
        test: {
          name: 'iam',
          include: ['test/iam/**/*.test.ts'],
          globalSetup: 'test/e2e/support/system.ts',
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'fault',
          include: ['test/fault/**/*.test.ts'],
          globalSetup: 'test/e2e/support/system.ts',
          testTimeout: 300_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
      {
        test: {
          name: 'fuzz',
          include: ['test/property/mutated-*.test.ts'],
          // Twenty times as many as gate a change.
          env: { OVERTURN_MUTANTS: '100000' },
          testTimeout: 1_200_000,
        },
      },
    ],
  },
});
