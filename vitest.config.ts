import { defineConfig } from 'vitest/config'

/** Tests by size. `small`: no I/O. `house`: the rules of the tree itself. `server`: a real PostgreSQL. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'small',
          include: ['src/**/*.test.{ts,tsx}'],
          exclude: ['**/*.server.test.ts', '**/node_modules/**'],
          environment: 'node',
          testTimeout: 5_000,
        },
      },
      {
        test: {
          name: 'house',
          include: ['test/house/**/*.test.ts'],
          exclude: ['**/*.server.test.ts'],
          environment: 'node',
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'server',
          include: ['src/**/*.server.test.ts', 'test/{server,house}/**/*.server.test.ts'],
          globalSetup: ['./test/support/cluster.ts'],
          environment: 'node',
          pool: 'forks',
          maxWorkers: 2,
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
